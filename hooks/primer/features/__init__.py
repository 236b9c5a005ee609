"""The features of a site, one folder each.

Delete a folder and its line here, and everything of it is gone.
"""

FEATURES = (
    "home",
    "quiz",
    "guide",
    "planner",
    "directory",
    "assignment",
    "chart",
    "in_short",
    "glossary",
    "references",
)
"""The folder of each feature, in the order in which pages ask for their style sheets and end with what they add."""

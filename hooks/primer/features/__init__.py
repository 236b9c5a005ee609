"""The features of a site, one folder each.

Delete a folder and its line here, and everything of it is gone.
"""

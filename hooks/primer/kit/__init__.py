"""What every feature is built with: content, pages, fences, templates, strings.

It knows that there are features, never which.
"""

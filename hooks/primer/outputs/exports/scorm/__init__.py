"""A quiz as a package that any learning platform takes (SCORM 1.2): our own page, with a thin adapter."""

"""The types of question, one folder each; whatever folder is here is found."""

"""What every feature is built with: content, pages, fences, templates, strings; knows that there are features, never which."""

"""Pages on paper for a clinician and for a lawyer, and what they decided back into the pages."""

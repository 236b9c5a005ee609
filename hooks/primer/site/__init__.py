"""The site as a whole: pages, redirects, structured data, schemas, what is due; sees features through the registry."""

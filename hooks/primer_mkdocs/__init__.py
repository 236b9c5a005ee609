"""What MkDocs calls: each module translates one concern and does nothing else."""

from primer_mkdocs.collection import without_collection

with without_collection():
    import primer.outputs.registry
    import primer.site.build  # noqa: F401 - the adapters import them, and this is a fifth faster

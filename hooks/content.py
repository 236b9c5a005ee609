"""Load the content, and hand Markdown the extension that renders it."""

from primer_mkdocs.content import Loading

_loading = Loading()
on_startup = _loading.on_startup
on_config = _loading.on_config
on_serve = _loading.on_serve

"""Load the content, and hand Markdown the extension that renders it."""

from primer_mkdocs.content import Loading

_loading = Loading()
on_startup = _loading.on_startup
on_config = _loading.on_config
on_env = _loading.on_env
on_post_build = _loading.on_post_build
on_serve = _loading.on_serve
on_shutdown = _loading.on_shutdown

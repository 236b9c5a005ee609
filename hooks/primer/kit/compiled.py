"""Keep compiled templates from build to build."""

from __future__ import annotations

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from primer.core.cache import Cache, digest_of


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one environment in a cache: by name, source and how the environment compiles."""

    def __init__(self, cache: Cache, environment: Environment) -> None:
        self._cache = cache
        self._environment = environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what stands for a template apart from its source."""
        env = self._environment
        escapes = env.autoescape(name) if callable(env.autoescape) else env.autoescape
        settings = (jinja2.__version__, name, filename, escapes, env.trim_blocks, env.lstrip_blocks, *env.extensions)
        return repr(settings)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept; Jinja refuses what another Python compiled."""
        if (code := self._cache.get(_key(bucket))) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._cache.put(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> bytes:
    return digest_of(bucket.key, bucket.checksum)

"""Single requests: one at a time a host, each with an end in time and size."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import httpx

from tools.recheck.turns import Turns

#: How the types begin whose bodies may have text. Some servers send a PDF as a stream of octets.
READABLE = (
    "text/",
    "application/json",
    "application/octet-stream",
    "application/pdf",
    "application/xhtml+xml",
    "application/xml",
)


class RequestError(Exception):
    """A request that came to nothing; the message says why, for a reader of the report."""


@dataclass(frozen=True)
class Response:
    """What a server sent; ``whole`` is False where the body went on after what was read."""

    status: int
    headers: httpx.Headers
    body: bytes
    whole: bool

    @property
    def media_type(self) -> str:
        """What the body is, in lower case and without parameters: 'text/html'."""
        return self._content_type[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset the header names, if it does."""
        for parameter in self._content_type[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'")
        return None

    @property
    def _content_type(self) -> list[str]:
        return str(self.headers.get("content-type", "")).split(";")


@dataclass
class Requests:
    """Sends requests; ``seconds`` and ``most_bytes`` bound each of them."""

    client: httpx.AsyncClient
    turns: Turns
    seconds: float = 30
    most_bytes: int = 10_000_000

    async def get(self, address: str, *, headers: dict[str, str] | None = None, pause: float = 0) -> Response:
        """The answer to one request; redirects are not followed.

        Raises RequestError where there is none.
        """
        try:
            url = httpx.URL(address)
            if url.scheme not in ("http", "https") or not url.host:
                raise RequestError("it is not an address of the web")
            async with self.turns.at(url.host, pause), asyncio.timeout(self.seconds):
                return await self._get(url, headers or {})
        except (TimeoutError, httpx.TimeoutException) as error:
            raise RequestError(f"no answer within {self.seconds:g} seconds") from error
        except httpx.ConnectError as error:
            raise RequestError(f"no connection ({' '.join(str(error).split()) or 'refused'})") from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise RequestError(f"no proper answer ({' '.join(str(error).split()) or type(error).__name__})") from error

    async def _get(self, url: httpx.URL, headers: dict[str, str]) -> Response:
        async with self.client.stream("GET", url, headers=headers) as answer:
            found = Response(answer.status_code, answer.headers, b"", whole=True)
            # A film or a program is not fetched only to find that it has no text.
            if not answer.is_success or not (found.media_type or "text/").startswith(READABLE):
                return found
            body = bytearray()
            async for chunk in answer.aiter_bytes():
                body += chunk
                if len(body) > self.most_bytes:
                    break
            return replace(found, body=bytes(body[: self.most_bytes]), whole=len(body) <= self.most_bytes)

"""Headers of every answer: the browser runs our own scripts only, sends forms to us only, and shows us in no frame.

Pages are asked for anew each time, for the archive may have changed; our files have their content in their address, and
are kept for ever.
"""

from collections.abc import Iterator

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": browsers then send "null" as the origin of our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
"""Headers that an answer has unless it has its own of the name."""

_FOR_EVER = "public, max-age=31536000, immutable"
_FOUND = (200, 206, 304)


class SafeHeaders:
    """Give every answer the headers that it lacks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in _headers_for(scope, message["status"]):
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_safely if scope["type"] == "http" else send)


def _headers_for(scope: Scope, status: int) -> Iterator[tuple[str, str]]:
    if scope["path"].startswith("/static/") and scope["query_string"].startswith(b"v=") and status in _FOUND:
        yield "Cache-Control", _FOR_EVER
    yield from SAFE_HEADERS.items()

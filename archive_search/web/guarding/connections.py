"""Answer what is no request: a head that cannot be read, that is too large, or that does not end.

No page can be asked for yet, so that no other guard sees it.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from archive_search.web.guarding.headers import SAFE_HEADERS
from archive_search.web.plain_failures import make_identifier, make_page

LARGEST_HEAD = 16_000_000
"""Bytes of an address with its headers: a query of 5 MB whose every byte is quoted is refused as too long, in words."""

SECONDS_TO_ASK = 15.0
"""Time in which the first request of a connection must have come; browsers open some that they never use."""

_UNREADABLE = "demande illisible ou trop longue : raccourcissez la requête, ou passez par les pages"


class Connection(H11Protocol):
    """A connection that answers in our words, and that does not wait for ever."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait for a request."""
        super().connection_made(transport)
        self.loop.call_later(SECONDS_TO_ASK, self._end_idle)

    def _end_idle(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()

    def send_400_response(self, msg: str) -> None:
        """Answer a head that cannot be read with a page, and hang up."""
        body = make_page(400, _UNREADABLE, identifier=make_identifier()).encode()
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), "Connection": "close"}
        lines = [f"{name}: {value}" for name, value in (headers | SAFE_HEADERS).items()]
        head = "\r\n".join(["HTTP/1.1 400 Bad Request", *lines, "", ""])
        self.transport.write(head.encode("ascii") + body)
        self.transport.close()

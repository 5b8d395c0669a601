"""Read forms before anything answers them, so that none is too large and none trickles in for ever."""

import asyncio
import re
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from archive_search.web.failures import PageError
from archive_search.web.guarding.origins import SAFE_METHODS
from archive_search.web.plain_failures import answer_plainly

LARGEST_BODY = 2_000_000
"""Bytes of a form."""

SECONDS_TO_SEND = 15.0
"""Time in which a form must have come in."""

_MOST_THROWN_AWAY = 100_000_000
"""Bytes of a larger form that are still taken and thrown away: a browser shows no answer before it has sent all."""

_UTF_8 = re.compile(r';\s*charset="?utf-?8"?(?=\s*(?:;|$))', re.IGNORECASE)
_NOT_UTF_8 = "envoi dans un autre codage que UTF-8 : passez par le formulaire de la page"
_TOO_LARGE = "envoi trop grand : raccourcissez ce que vous envoyez"
_TOO_SLOW = "envoi trop lent : recommencez"


class WholeBody:
    """Hand on a request once its form is read, or refuse it."""

    def __init__(self, app: ASGIApp, *, seconds: float = SECONDS_TO_SEND) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; of a method that changes nothing the body is left unread."""
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
            return
        try:
            _check_charset(Headers(scope=scope).get("content-type", ""))
            body = await self._read(receive)
        except ClientDisconnect:
            return
        except PageError as error:
            await answer_plainly(scope, error.status, str(error))(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes:
        """Read a body.

        Raises:
            ClientDisconnect: Who sent it is gone.
            PageError: It is too large or too slow.
        """
        try:
            async with asyncio.timeout(self._seconds):
                return await _read_whole(receive)
        except TimeoutError as error:
            raise PageError(HTTPStatus.REQUEST_TIMEOUT, _TOO_SLOW) from error


def _check_charset(content_type: str) -> None:
    """Refuse text whose bytes are read by a codec of the sender's choice: some codecs make what no page can hold.

    Raises:
        PageError: It is not UTF-8.
    """
    if "charset" in _UTF_8.sub("", content_type, count=1).lower():
        raise PageError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, _NOT_UTF_8)


async def _read_whole(receive: Receive) -> bytes:
    """Read a body whatever length it claims, keeping no more of it than is allowed."""
    parts, size, has_more = [], 0, True
    while has_more and size <= _MOST_THROWN_AWAY:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        part = message.get("body", b"")
        size += len(part)
        has_more = message.get("more_body", False)
        if size <= LARGEST_BODY:
            parts.append(part)
        else:
            parts.clear()
    if size > LARGEST_BODY:
        raise PageError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
    return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give what hands on a body that was read, and then whatever comes."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return messages.pop() if messages else await receive()

    return receive_again

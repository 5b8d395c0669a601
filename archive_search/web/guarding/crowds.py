"""Bound how many requests are at work at once; beyond that a reader is told to come back, instead of waiting."""

from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send

from archive_search.web.plain_failures import answer_plainly

MOST_AT_ONCE = 100
"""Requests at work or waiting for a thread."""

_SECONDS_TO_WAIT = 2
_TOO_MANY = "trop de demandes à la fois : réessayez dans quelques secondes"


class Crowd:
    """Answer no more than so many requests at once."""

    def __init__(self, app: ASGIApp, *, most: int = MOST_AT_ONCE) -> None:
        self._app = app
        self._most = most
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._inside >= self._most:
            answer = answer_plainly(scope, HTTPStatus.SERVICE_UNAVAILABLE, _TOO_MANY)
            answer.headers["Retry-After"] = str(_SECONDS_TO_WAIT)
            await answer(scope, receive, send)
        else:
            await self._enter(scope, receive, send)

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._inside += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._inside -= 1

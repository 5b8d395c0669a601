"""Bound how long a reader waits for the beginning of an answer.

What works on it is a thread, which cannot be stopped: it goes on unheard, and still counts among the requests at work.
"""

import asyncio
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from archive_search.web.guarding.origins import SAFE_METHODS
from archive_search.web.plain_failures import answer_plainly, note_fault

SECONDS_TO_ANSWER = 30.0
"""Time in which an answer must begin; one that has begun may go on."""

_TOO_LONG = "réponse trop longue à venir : précisez la demande, ou réessayez quand l'ordinateur est moins occupé"
_GOES_ON = "ce qui est demandé est long, et continue : revenez voir dans quelques minutes si c'est fait"


class Deadline:
    """Answer in time, with a page that says so where the answer does not come."""

    def __init__(self, app: ASGIApp, *, seconds: float = SECONDS_TO_ANSWER) -> None:
        self._app = app
        self._seconds = seconds
        self._unheard: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        line = _Line(send)
        work = asyncio.ensure_future(_work(self._app, scope, receive, line.send))
        done, _ = await asyncio.wait({work}, timeout=self._seconds)
        if done or line.is_used:
            await work
        else:
            line.is_cut = True
            self._leave(work, scope)
            told = _TOO_LONG if scope["method"] in SAFE_METHODS else _GOES_ON
            await answer_plainly(scope, HTTPStatus.SERVICE_UNAVAILABLE, told)(scope, receive, send)

    def _leave(self, work: asyncio.Task[None], scope: Scope) -> None:
        """Let work end unheard; it is kept, for the loop alone would not keep it from being thrown away."""
        self._unheard.add(work)

        def forget(ended: asyncio.Task[None]) -> None:
            self._unheard.discard(ended)
            fault = None if ended.cancelled() else ended.exception()
            if fault is not None:
                note_fault(scope, fault)

        work.add_done_callback(forget)


async def _work(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)


class _Line:
    """What an answer is sent through; once it is cut nobody hears any more."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.is_used = False
        self.is_cut = False

    async def send(self, message: Message) -> None:
        if not self.is_cut:
            self.is_used = True
            await self._send(message)

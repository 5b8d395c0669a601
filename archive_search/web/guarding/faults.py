"""Answer a fault of our own program with a page that has an identifier, under which standard error has the trace.

The page is made without templates: one of them may be what failed.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from archive_search.web.plain_failures import answer_plainly, note_fault

_FAULT = "défaut du programme : signalez-le avec cet identifiant"


class Faults:
    """Let no fault through: not to the reader, nor to the server, which would write it a second time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as fault:  # noqa: BLE001  # nothing is above that could answer; it is written down
            identifier = note_fault(scope, fault)
            # An answer that has begun cannot become another: the server breaks it off, as it was not ended.
            if not has_begun:
                await answer_plainly(scope, 500, _FAULT, identifier=identifier)(scope, receive, send)

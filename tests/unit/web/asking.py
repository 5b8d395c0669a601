"""Ask an ASGI application one thing, in a loop of its own, with what a connection would hand over and take."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass
class Heard:
    """Hold what an application sent."""

    messages: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> Headers:
        return Headers(raw=self.messages[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])

    @property
    def is_whole(self) -> bool:
        return bool(self.messages) and not self.messages[-1].get("more_body", True)


def scope_of(method: str = "GET", path: str = "/search", **headers: str) -> Scope:
    """Make a request; names of headers have "_" for "-"."""
    named = {"host": "127.0.0.1:8000"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in named.items()],
    }


def hand_over(messages: Iterable[Message] = ()) -> Receive:
    """Hand some messages over, and then none, for ever."""
    left = iter(messages)

    async def receive() -> Message:
        for message in left:
            return message
        return await asyncio.Event().wait()  # type: ignore[return-value]

    return receive


def take_into(heard: Heard) -> Send:
    async def send(message: Message) -> None:
        heard.messages.append(dict(message))

    return send


def ask(application: ASGIApp, scope: Scope, messages: Iterable[Message] = ()) -> Heard:
    """Ask, and give what is answered once the application has done."""
    heard = Heard()
    asyncio.run(application(scope, hand_over(messages), take_into(heard)))  # type: ignore[arg-type]
    return heard


def say(body: bytes = b"d'accord", **headers: str) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
    """Make an application that always gives one answer."""

    async def application(_scope: Scope, _receive: Receive, send: Send) -> None:
        raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    return application


def part(body: bytes, *, more: bool = False) -> dict[str, Any]:
    """Make a part of a body."""
    return {"type": "http.request", "body": body, "more_body": more}

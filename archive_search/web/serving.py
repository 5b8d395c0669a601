"""Serve the desktop to the browser of this machine: one process, on the loopback interface, until it is told to end."""

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from archive_search.web.application import create_application
from archive_search.web.guarding.connections import LARGEST_HEAD, Connection
from archive_search.web.site import Site

HOST = "127.0.0.1"

_SECONDS_TO_KEEP = 5
_SECONDS_TO_END = 1


def listen(port: int) -> socket.socket:
    """Take a port of the loopback interface, and give what listens on it.

    Args:
        port: Its number; 0 takes one that is free.

    Raises:
        OSError: Another program has the port, or the system reserves it.
        OverflowError: It is no number of a port.
    """
    # Of a socket that does not name its protocol asyncio sends no answer at once: its end waits some 40 ms for the
    # reader's system to confirm its beginning.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            # A port that was left a moment ago may be taken again; on Windows it would be shared with its owner.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except BaseException:
        listener.close()
        raise
    return listener


def address_of(listener: socket.socket) -> str:
    """Give the address to open in a browser."""
    return f"http://{HOST}:{listener.getsockname()[1]}/"


def serve_desktop(index: Path, listener: socket.socket, *, cleaning: str, on_ready: Callable[[], None]) -> None:
    """Serve the desktop of one archive until SIGINT or SIGTERM, in the main thread.

    Args:
        index: Folder of the archive, which need not exist yet.
        listener: What listens on the port; it is closed at the end.
        cleaning: How much is taken out of articles that are brought in: "all", "rules" or "none".
        on_ready: Called once pages are answered.
    """
    application = create_application(index, cleaning=cleaning)
    config = uvicorn.Config(
        application,
        loop="asyncio",
        http=Connection,
        ws="none",
        lifespan="on",
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_SECONDS_TO_KEEP,
        timeout_graceful_shutdown=_SECONDS_TO_END,
        h11_max_incomplete_event_size=LARGEST_HEAD,
    )
    asyncio.run(_Server(config, application, on_ready).serve([listener]))


class _Server(uvicorn.Server):
    """A server for which a signal is the usual end, not one to die of."""

    def __init__(self, config: uvicorn.Config, application: FastAPI, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._site: Site = application.state.site
        self._on_ready = on_ready

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # Not noted as uvicorn does: it would raise the signal anew once all is closed.
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Windows that listen to the progress of a run would keep the desktop waiting.
        self._site.ending.set()
        await super().shutdown(sockets)

"""Send articles as a file while they are being read: no more of it is in memory than a browser has yet to take."""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from http import HTTPStatus
from itertools import chain
from typing import NamedTuple

from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from archive_search.archive.asking import QueryOptions
from archive_search.archive.exporting import Export, ExportOptions, ExportProgress
from archive_search.archive.facade import Archive
from archive_search.web.desk.file_names import disposition, name_file
from archive_search.web.failures import PageError
from archive_search.web.site import Site

_BLOCK = 1 << 16


class Chosen(NamedTuple):
    """Hold which articles are to be written.

    Attributes:
        what: A query, or ids.
        options: How the query is read.
        name: What the file is to be named after.
    """

    what: str | tuple[str, ...]
    options: QueryOptions
    name: str


class _InterruptedError(Exception):
    """Tell that nobody waits for a document any more."""


class Download(StreamingResponse):
    """Send a document that is being written; when the browser goes, what it is written from is given back too."""

    def __init__(
        self, blocks: Generator[bytes, None, None], *, name: str, media_type: str, gone: threading.Event
    ) -> None:
        """Make the answer.

        Args:
            blocks: The document; it may raise `_InterruptedError` once ``gone`` is set.
            name: Name under which a browser keeps it.
            media_type: What it is.
            gone: To be set when the browser goes.
        """
        # An empty block first: the browser is told at once that a file comes, however long a review takes to begin.
        super().__init__(
            chain([b""], blocks), media_type=media_type, headers={"Content-Disposition": disposition(name)}
        )
        self._blocks = blocks
        self._gone = gone

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the document."""

        async def receive_and_note() -> Message:
            message = await receive()
            if message["type"] == "http.disconnect":
                self._gone.set()
            return message

        try:
            await super().__call__(scope, receive_and_note, send)
        except _InterruptedError:
            # What was not sent to its end is broken off by the server: no browser takes it for a whole.
            return
        finally:
            self._blocks.close()


def send_articles(site: Site, choose: Callable[[Archive], Chosen], output: ExportOptions) -> Download:
    """Begin to write articles, and give the answer that goes on with it.

    Args:
        site: The desktop.
        choose: Says which articles.
        output: How they are written.

    Raises:
        QueryError: The query cannot be run.
        PageError: There is nothing to write.
    """
    gone = threading.Event()

    def go_on(_progress: ExportProgress) -> None:
        if gone.is_set() or site.ending.is_set():
            raise _InterruptedError

    with ExitStack() as lent:
        archive = lent.enter_context(site.holder.reading())
        chosen = choose(archive)
        export = Export(archive, chosen.what, output=replace(output, on_progress=go_on), asked=chosen.options)
        if not export.total:
            raise PageError(HTTPStatus.NOT_FOUND, "aucun article à exporter : élargissez la recherche")
        blocks = _write(export, lent.pop_all())
    next(blocks)
    name = name_file(chosen.name, output.format.suffix)
    return Download(blocks, name=name, media_type=output.format.media_type, gone=gone)


def _write(export: Export, lent: ExitStack) -> Generator[bytes, None, None]:
    with lent:
        # A generator that was never begun is never ended either, and would keep the archive.
        yield b""
        yield from _fill_blocks(export.blocks())


def _fill_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Join small pieces: each one that is sent costs a change of threads."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= _BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)

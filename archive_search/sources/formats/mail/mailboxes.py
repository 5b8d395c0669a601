r"""Cut a mailbox into its messages while it is read, one of them in memory at a time.

A line "From " with a time and a year, above a field, begins a message. Mailboxes differ in what they do to such lines
inside messages: those that add a ``>`` to them are given back without it.

>>> import io
>>> from archive_search.sources.formats.mail.mailboxes import split_mailbox
>>> box = b"From - Tue Mar 03 07:19:00 2015\nSubject: a\n\n>From Rome\n\nFrom - Tue Mar 03 07:20:00 2015\nSubject: b\n"
>>> list(split_mailbox(io.BytesIO(box)))
[b'Subject: a\n\nFrom Rome\n\n', b'Subject: b\n']
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

LARGEST_MESSAGE = 1 << 26
LONGEST_LINE = 1 << 20

_SEPARATOR = re.compile(rb"From .{0,300}\d\d:\d\d.{0,40}\d{4}\s*$")
_FIELD = re.compile(rb"[!-9;-~]{1,80}:|>From ")
_QUOTED_SEPARATOR = re.compile(rb"^>(>*From )", re.MULTILINE)


def split_mailbox(stream: BinaryIO) -> Iterator[bytes | None]:
    """Give the messages of a mailbox in order, without the lines between them; None for one of more than 64 MB."""
    message = _Message()
    separator = b""
    for line in iter(partial(stream.readline, LONGEST_LINE), b""):
        if separator and _FIELD.match(line):
            yield from message.take()
        elif separator:
            message.add(separator)
        separator = line if line.startswith(b"From ") and _SEPARATOR.match(line) else b""
        if not separator:
            message.add(line)
    yield from message.take()


class _Message:
    """Gather the lines of a message as far as they may be kept."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._lines: list[bytes] = []
        self._size = 0

    def add(self, line: bytes) -> None:
        self._size += len(line)
        if self._size <= LARGEST_MESSAGE:
            self._lines.append(line)

    def take(self) -> Iterator[bytes | None]:
        """Give the message, where there is one, and begin another."""
        is_whole = self._size <= LARGEST_MESSAGE
        data = b"".join(self._lines)
        self._begin()
        if not is_whole:
            yield None
        elif data.strip():
            yield _QUOTED_SEPARATOR.sub(rb"\1", data) if b">From " in data else data

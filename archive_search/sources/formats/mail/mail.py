r"""Read messages, one in a file or many in a mailbox, and pages saved as messages; each message is an article.

Its subject is the title. What it quotes, its signature and the notices added to it are taken out by rules; the files
that it carries are read as articles of their own, named after the message.

>>> import io
>>> from archive_search.sources.readers import ReadOptions
>>> from archive_search.sources.reading import read_stream
>>> message = "From: Le Courrier <lettre@courrier.example>\nSubject: La paix\nDate: Tue, 3 Mar 2015 07:19:00 +0100\n\n"
>>> stream = io.BytesIO((message + "Elle est signée.\n").encode())
>>> article = next(read_stream(stream, name="a.eml", options=ReadOptions()))
>>> article.title, article.source, str(article.date), article.time
('La paix', 'Le Courrier', '2015-03-03', '07:19')
"""

import email
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.message import Message
from typing import BinaryIO

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.mail.drafts import draft_message
from archive_search.sources.formats.mail.mailboxes import LARGEST_MESSAGE, split_mailbox
from archive_search.sources.formats.mail.parts import Attachment, sort_parts
from archive_search.sources.formats.mail.saved_mhtml import find_page, read_page
from archive_search.sources.packed.member_names import tidy_name
from archive_search.sources.readers import Found, Reading, ReadInside
from archive_search.sources.streams import peek, read_bounded

TOO_LARGE = "message de plus de 64 Mo : enregistrez ses pièces jointes à part"
BROKEN = "message mal formé : réenregistrez-le depuis la messagerie"
NO_TEXT = "message sans texte"
ENCRYPTED = "message chiffré"

_BLANK = b"\xef\xbb\xbf \t\r\n"

# What broken messages raise inside the library, which promises to raise nothing.
_FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Letter:
    """Hold a message that was opened: what it states, what it carries, what it is called when it has no text."""

    draft: Draft
    attachments: Sequence[Attachment]
    empty: str


def read_mail(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the messages of a file."""
    head, whole = peek(stream, size=len(b"From "))
    if head == b"From ":
        for number, data in enumerate(split_mailbox(whole), 1):
            inside = reading.origin.inside(f"message {number}")
            # A mailbox is no level of its own: what its messages carry is as near as in a message alone.
            origin = replace(inside, depth=reading.origin.depth)
            yield from _read_data(data, reading, number=number, origin=origin)
        return
    yield from _read_data(read_bounded(whole, limit=LARGEST_MESSAGE), reading, number=1, origin=reading.origin)


def _read_data(data: bytes | None, reading: Reading, *, number: int, origin: Origin) -> Iterator[Found]:
    """Read a message.

    Args:
        data: Its bytes; None when there are too many.
        reading: What the reader of the file was given.
        number: Place of the message in its file, from 1.
        origin: The message, as what it carries is named after.
    """
    if data is None:
        yield Failure(path=origin.path, reason=TOO_LARGE)
        return
    try:
        message = email.message_from_bytes(data.lstrip(_BLANK))
        page = find_page(message)
        letter = _open_letter(message) if page is None else None
    except _FAULTS:
        yield Failure(path=origin.path, reason=BROKEN)
        return
    if page is not None:
        yield from read_page(page, origin=origin, read_inside=reading.read_inside)
    elif letter is not None:
        article = finish_draft(letter.draft, number=number, origin=reading.origin)
        yield from _read_letter(letter, article, origin=origin, read_inside=reading.read_inside)


def _open_letter(message: Message) -> _Letter:
    parts = sort_parts(message)
    is_encrypted = message.get_content_type() == "multipart/encrypted"
    return _Letter(
        draft=draft_message(message, parts),
        attachments=() if is_encrypted else parts.attachments,
        empty=ENCRYPTED if is_encrypted else NO_TEXT,
    )


def _read_letter(
    letter: _Letter, article: Article | None, *, origin: Origin, read_inside: ReadInside
) -> Iterator[Found]:
    if article is not None:
        yield article
    elif not letter.attachments:
        yield Skipped(path=origin.path, reason=letter.empty)
    for rank, attachment in enumerate(letter.attachments, 1):
        inside = origin.inside(_name(attachment, rank), modified=letter.draft.date)
        yield from read_inside(io.BytesIO(attachment.data), inside)


def _name(attachment: Attachment, rank: int) -> str:
    name = tidy_name(attachment.name or "").rpartition("/")[2]
    return name if name not in ("", "..") else f"pièce {rank}"

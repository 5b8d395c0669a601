r"""Make the draft of an article of a message.

>>> from email import message_from_bytes
>>> from archive_search.sources.formats.mail.drafts import draft_message
>>> from archive_search.sources.formats.mail.parts import sort_parts
>>> message = message_from_bytes(b"Subject: Fwd: Le port\nMessage-ID: <1@exemple.fr>\n\nIl rouvre.")
>>> draft = draft_message(message, sort_parts(message))
>>> draft.title, draft.identifiers, [passage.text for passage in draft.passages]
('Le port', ('1@exemple.fr',), ['Il rouvre.'])
"""

import re
from collections.abc import Sequence
from email.message import Message

from archive_search.records import Kind
from archive_search.sources.characters import clean_characters
from archive_search.sources.days.printed_days import read_printed_day
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.mail.headers import header_text, is_reply, read_sender, read_subject
from archive_search.sources.formats.mail.message_text import mark_mail, passages_of_mail
from archive_search.sources.formats.mail.parts import Parts
from archive_search.sources.html.fragments import passages_of_html
from archive_search.sources.passages.headings import mark_headings
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.agencies import find_agency

# A text that says so little of what the page says only tells to look at the page.
STUB_SHARE = 3

# Markup of the page that is so long beside the text that the text may be a stub.
SUSPECT_SHARE = 4

# Every so many letters an address: the text was made out of the page by a program, and is no reading.
LETTERS_AN_ADDRESS = 300
FEWEST_ADDRESSES = 4

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]{8,}", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+")


def draft_message(message: Message, parts: Parts) -> Draft:
    """Gather what a message states.

    Args:
        message: The message.
        parts: Its text and what it carries.
    """
    day, sender = read_printed_day(header_text(message, "Date")), read_sender(message)
    address = header_text(message, "Archived-At").strip("<>")
    message_id = header_text(message, "Message-ID").strip("<> ")
    return Draft(
        passages=_passages(parts, is_reply=is_reply(message)),
        title=read_subject(message),
        date=day.date if day is not None else None,
        time=day.time if day is not None else None,
        source=sender.source,
        agency=find_agency(sender.source or sender.author or ""),
        authors=(sender.author,) if sender.author is not None else (),
        language=header_text(message, "Content-Language") or None,
        url=address if _WEB.fullmatch(address) else None,
        keywords=[word for word in re.split(r"[,;]", header_text(message, "Keywords")) if word],
        identifiers=(message_id,) if message_id else (),
    )


def _passages(parts: Parts, *, is_reply: bool) -> list[Passage]:
    text = clean_characters(parts.plain)
    plain = passages_of_mail(text, is_flowed=parts.is_flowed, is_reply=is_reply)
    if parts.html and _may_be_poor(text, parts.html):
        page = mark_mail(passages_of_html(parts.html), is_reply=is_reply)
        if _is_littered(text) or _size(plain) * STUB_SHARE < _size(page):
            return page
    return mark_headings(plain)


def _may_be_poor(text: str, html: str) -> bool:
    return len(text) * SUSPECT_SHARE < len(html) or _is_littered(text)


def _is_littered(text: str) -> bool:
    addresses = len(_ADDRESS.findall(text))
    return addresses >= FEWEST_ADDRESSES and addresses * LETTERS_AN_ADDRESS > len(text)


def _size(passages: Sequence[Passage]) -> int:
    return sum(len(passage.text) for passage in passages if passage.rule is None and passage.kind is not Kind.CAPTION)

r"""Sort the parts of a message: its text, plain or HTML, and the files that it carries.

>>> from email import message_from_bytes
>>> from archive_search.sources.formats.mail.parts import sort_parts
>>> parts = sort_parts(message_from_bytes(b"Content-Type: text/plain; charset=latin1\n\nL'\xe9t\xe9."))
>>> parts.plain, parts.html, parts.attachments
("L'été.", '', ())
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from archive_search.sources.formats.mail.encoded_words import decode_stated, decode_words

# What a message carries and no article is in: pictures, sounds, styles, calling cards, signatures, reports of delivery.
_LEFT_ALONE = re.compile(
    r"(?:image|audio|video|font)/.*|text/(?:css|x-vcard|vcard|directory|calendar|x-amp-html|rfc822-headers|javascript)"
    r"|application/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys|pgp-encrypted|ics|ms-tnef|font.*|x-font.*)"
    r"|message/(?:delivery-status|disposition-notification|external-body|feedback-report)"
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_FORWARDED = "message/rfc822"


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """Hold a file that a message carries; the name is as stated, or None."""

    name: str | None
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Hold what a message is made of, decoded.

    Attributes:
        plain: Its text.
        html: Its text in HTML.
        is_flowed: Whether lines of the text that end by a space go on in the next.
        attachments: The files that it carries, in order.
    """

    plain: str
    html: str
    is_flowed: bool
    attachments: tuple[Attachment, ...]


def sort_parts(message: Message) -> Parts:
    """Go through the parts of a message, at any depth; those of a message that it carries are left together."""
    plain: list[str] = []
    html: list[str] = []
    attachments: list[Attachment] = []
    is_flowed = False
    for part in iterate_parts(message):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and not _is_file(part):
            text = decode_stated(payload_of(part), charset=part.get_content_charset())
            (plain if kind == "text/plain" else html).append(text)
            is_flowed = is_flowed or part.get_param("format") == "flowed"
        elif _LEFT_ALONE.fullmatch(kind) is None:
            attachments.append(Attachment(name=_name_of(part), data=payload_of(part)))
    return Parts(plain="\n\n".join(plain), html="\n".join(html), is_flowed=is_flowed, attachments=tuple(attachments))


def iterate_parts(message: Message) -> Iterator[Message]:
    """Give the parts that are not made of others, in order."""
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        content = part.get_payload()
        if isinstance(content, list) and part.get_content_type() != _FORWARDED:
            stack.extend(reversed([inner for inner in content if isinstance(inner, Message)]))
        else:
            yield part


def payload_of(part: Message) -> bytes:
    """Give the bytes of a part, as much of them as can be decoded."""
    content = part.get_payload()
    if isinstance(content, list):
        return b"\n".join(bytes(inner) for inner in content if isinstance(inner, Message))
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        return _decode_base64(str(content).encode("utf-8", "surrogateescape"))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decode_base64(data: bytes) -> bytes:
    # The library gives up on what was cut; all that comes before the cut is good.
    digits = _NOT_BASE64.sub(b"", data)
    whole = len(digits) & ~3
    last = digits[whole:]
    return base64.b64decode(digits[:whole] + (last.ljust(4, b"=") if len(last) > 1 else b""))


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _name_of(part: Message) -> str | None:
    stated = part.get_filename()
    if stated is not None:
        return decode_words(stated)
    return "message.eml" if part.get_content_type() == _FORWARDED else None

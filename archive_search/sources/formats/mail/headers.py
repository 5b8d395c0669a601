"""Read the fields of a message: its subject, who sent it, when.

>>> from email import message_from_bytes
>>> from archive_search.sources.formats.mail.headers import header_text, read_subject
>>> message = message_from_bytes(b"Subject: =?iso-8859-1?Q?TR_:_Fwd:_La_paix_sign=E9e?=")
>>> header_text(message, "Subject"), read_subject(message)
('TR : Fwd: La paix signée', 'La paix signée')
"""

import re
from dataclasses import dataclass
from email.message import Message
from email.utils import parseaddr

from archive_search.sources.decoding import decode_text
from archive_search.sources.formats.mail.encoded_words import decode_words
from archive_search.sources.letters import plain_letters_of
from archive_search.sources.signatures.person_names import is_person_name

LONGEST_FIELD = 4000
SHORTEST_WORD = 3

_MARK_OF_REPLY = re.compile(r"(?:re|rép|réf|rv|aw|sv|antw)\s?(?:\[\d{1,3}\])?\s?:\s*", re.IGNORECASE)
_MARK_OF_FORWARD = re.compile(r"(?:fwd?|tr|transf(?:ert|éré)?|wg|i|enc)\s?(?:\[\d{1,3}\])?\s?:\s*", re.IGNORECASE)
_TAG = re.compile(r"\[([^\[\]]{1,60})\]\s*")
_VIA = re.compile(r"\s+(?:via|par)\s+(?=\S)|\s*[|,–—]\s*|\s+-\s+|\s*\((?=[^()]{2,60}\)$)")
_TAGS_OF_SERVERS = frozenset({"externe", "external", "ext", "spam", "suspect", "internet"})
_NO_PERSON = re.compile(r"no-?_?reply|ne-?_?pas|nepasrepondre|newsletter|alert", re.IGNORECASE)
_AUTOMATIC = re.compile(
    r"news|lettre|info|contact|redaction|service|abonn|hello|bonjour|mail|actu|presse|communication|edition|quotidien"
    r"|matinale|depeche",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sender:
    """Hold who sent a message: a person, a publication, or a person for a publication."""

    author: str | None
    source: str | None


def header_text(message: Message, name: str) -> str:
    """Give a field as it is to be read, on one line; nothing when it is absent."""
    return decode_words(_raw_field(message, name))


def read_subject(message: Message) -> str | None:
    """Give the subject without the marks of replies, of forwarding and of the mailing list."""
    subject, rest = None, header_text(message, "Subject")
    list_name = plain_letters_of(header_text(message, "List-Id"))
    while rest != subject:
        subject = rest
        for mark in (_MARK_OF_REPLY, _MARK_OF_FORWARD):
            found = mark.match(rest)
            rest = rest[found.end() :] if found is not None else rest
        tag = _TAG.match(rest)
        if tag is not None and (
            (name := plain_letters_of(tag[1])) in _TAGS_OF_SERVERS or (list_name and name in list_name)
        ):
            rest = rest[tag.end() :]
    return rest or None


def is_reply(message: Message) -> bool:
    """Tell whether a message answers another one, which it then quotes."""
    return _MARK_OF_REPLY.match(header_text(message, "Subject")) is not None


def read_sender(message: Message) -> Sender:
    """Tell a person from a publication by the name, the address and the fields of mailing lists."""
    raw_name, address = parseaddr(_raw_field(message, "From"))
    name = " ".join(decode_words(raw_name).strip("\"'").split())
    mailing_list = _list_name(message)
    if not name or "@" in name:
        return Sender(author=None, source=mailing_list or address.rpartition("@")[2].lower() or None)
    first, *others = (part.strip(" ()") for part in _VIA.split(name, maxsplit=1))
    other = next(iter(others), None)
    is_sent_to_many = _is_sent_to_many(message)
    if _is_person(first, address, is_sent_to_many=is_sent_to_many):
        return Sender(author=first, source=other or mailing_list)
    if other is not None and _is_person(f"{other} {first}", address, is_sent_to_many=is_sent_to_many):
        return Sender(author=f"{other} {first}", source=mailing_list)
    return Sender(author=None, source=name)


def _raw_field(message: Message, name: str) -> str:
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    text = str(value)[:LONGEST_FIELD]
    if not text.isascii():
        # Bytes beyond ASCII, which no field may have, are kept by the parser as lone surrogates.
        text = decode_text(text.encode("utf-8", "surrogateescape"))
    return " ".join(text.split())


def _list_name(message: Message) -> str | None:
    phrase, _, _ = header_text(message, "List-Id").partition("<")
    name = phrase.strip(" \"'")
    return name if name and "." not in name else None


def _is_sent_to_many(message: Message) -> bool:
    return any(name in message for name in ("List-Id", "List-Unsubscribe", "List-Post"))


def _is_person(name: str, address: str, *, is_sent_to_many: bool) -> bool:
    if not is_person_name(name):
        return False
    local, _, host = address.lower().partition("@")
    if _NO_PERSON.search(local) is not None:
        return False
    words = [word for word in map(plain_letters_of, name.split()) if len(word) >= SHORTEST_WORD]
    if any(word in plain_letters_of(local) for word in words):
        return plain_letters_of(name) not in plain_letters_of(host)
    names_host = any(word in plain_letters_of(host) for word in words)
    return not is_sent_to_many and not names_host and _AUTOMATIC.search(local) is None

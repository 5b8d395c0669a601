r"""Read what an RTF file states of itself.

>>> from archive_search.sources.formats.office.rtf_properties import read_properties
>>> data = rb"{\rtf1\ansi{\info{\title La paix est sign\'e9e}{\author Jeanne Dupont}{\creatim\yr2015\mo3\dy3}}}"
>>> properties = read_properties(data)
>>> properties.title, properties.author, str(properties.made)
('La paix est signée', 'Jeanne Dupont', '2015-03-03')
"""

import re
from dataclasses import dataclass
from datetime import date as Date

from archive_search.sources.days.dates import calendar_date
from archive_search.sources.formats.office.rtf_groups import find_group
from archive_search.sources.formats.office.rtf_text import HEAD_BYTES, text_of_rtf
from archive_search.sources.passages.stated_titles import is_real_title
from archive_search.sources.signatures.person_names import is_person_name

LONGEST_PROPERTY = 4000
_DAY = re.compile(rb"\\yr(\d{4})\s?\\mo(\d{1,2})\s?\\dy(\d{1,2})")
_NAME = re.compile(rb"^\{\s*(?:\\\*\s*)?\\[a-z]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class RtfProperties:
    """Hold what a file states of itself.

    Attributes:
        title: Title, when somebody wrote it.
        author: Author, when he is a person.
        made: Day on which the file was last saved, or made: its text is not younger.
    """

    title: str | None
    author: str | None
    made: Date | None


def read_properties(data: bytes) -> RtfProperties:
    """Read the group of properties of a file.

    Raises:
        ValueError: The group cannot be read.
    """
    info = find_group(data, "info") or b""
    title, author = (_property(info, name, head=data[:HEAD_BYTES]) for name in ("title", "author"))
    return RtfProperties(
        title=title if is_real_title(title) else None,
        author=author if is_person_name(author) else None,
        made=_day(info, "revtim") or _day(info, "creatim"),
    )


def _property(info: bytes, name: str, *, head: bytes) -> str:
    group = find_group(info, name)
    if group is None or len(group) > LONGEST_PROPERTY:
        return ""
    start, _, _ = head.partition(b"{\\info")
    # The library passes over properties; without its name this one is a text like any other.
    content = _NAME.sub(b"", group).removesuffix(b"}")
    return " ".join(text_of_rtf(_preamble(start) + b" " + content + b"}").split())


def _preamble(start: bytes) -> bytes:
    """Give the words at the beginning of a file that say how its letters are encoded."""
    words = re.findall(rb"\\(?:ansicpg\d{1,5}|mac(?![a-z])|pca?(?![a-z])|ansi(?![a-z])|uc\d)", start)
    return b"{\\rtf1" + b"".join(words)


def _day(info: bytes, name: str) -> Date | None:
    group = find_group(info, name)
    found = _DAY.search(group) if group is not None else None
    return calendar_date(*map(int, found.groups())) if found is not None else None

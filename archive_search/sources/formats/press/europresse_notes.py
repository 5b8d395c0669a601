"""Read what stands beside and below an article of Europresse: pictures, boxes, subjects, rights, certificate.

>>> from archive_search.sources.formats.press.europresse_notes import read_notes, read_rights
>>> notes = read_notes(["Illustration(s) :", "Le port de Sète.", "Sujet(s) uniforme(s) : Pêche; Ports"])
>>> notes.passages[0].kind.value, notes.keywords
('caption', ('Pêche', 'Ports'))
>>> read_rights(["© 2012 La Gazette. Tous droits réservés. Le présent document est protégé par les lois."])
'© 2012 La Gazette. Tous droits réservés.'
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive_search.records import Kind
from archive_search.sources.formats.press.europresse_header import is_document_number
from archive_search.sources.formats.press.fields import Field, europresse_label
from archive_search.sources.passages.passage import Passage

LONGEST_NOTICE = 600

_NOTICE = re.compile(
    r"(?:©|copyright\b|\(c\)).{0,200}(?:droits r[ée]serv|rights reserved|\b(?:19|20)\d\d\b.{0,100}$)"
    r"|(?:num[ée]ro de document|document number|no\.? de document)\b"
    r"|(?:tous droits r[ée]serv[ée]s|all rights reserved)\.?$"
    r"|(?:ce|le pr[ée]sent) (?:certificat|document) est (?:[ée]mis|prot[ée]g[ée])\b"
    r"|(?:this|the present) (?:certificate|document) (?:is|was|has been) (?:issued|protected)\b"
    r"|(?:date d'[ée]mission|date issued|issue date)\s?:"
    r"|certificat\b.{0,40}\bpublic\b",
    re.IGNORECASE,
)
_ALL_RIGHTS = re.compile(
    r"(?:(?:©|copyright\b|\(c\)).{0,200}?)?(?:tous droits r[ée]serv[ée]s|all rights reserved)\.?", re.IGNORECASE
)
_RIGHTS = re.compile(r"(?:©|copyright\b|\(c\)).{4,200}", re.IGNORECASE)
_KINDS = {Field.CAPTION: Kind.CAPTION, Field.NOTE: Kind.BODY}


class Notes(NamedTuple):
    """Hold what stands beside an article."""

    passages: tuple[Passage, ...]
    keywords: tuple[str, ...]


def read_notes(lines: Sequence[str]) -> Notes:
    """Read the lines beside an article; those that no label explains describe the publication, and are left out."""
    passages: list[Passage] = []
    keywords: list[str] = []
    field: Field | None = None
    for line in lines:
        labelled = europresse_label(line)
        field, value = labelled if labelled is not None else (field, line)
        if field is Field.KEYWORDS:
            keywords += map(str.strip, value.split(";"))
        elif value and field in _KINDS:
            passages.append(Passage(text=value, kind=_KINDS[field]))
    return Notes(tuple(passages), tuple(keywords))


def is_legal_notice(text: str) -> bool:
    """Tell whether a line is a notice of rights, the number of the document or its certificate."""
    return len(text) <= LONGEST_NOTICE and (_NOTICE.match(text) is not None or is_document_number(text))


def read_rights(lines: Sequence[str]) -> str | None:
    """Give the first notice of rights, without what certifies the document."""
    # The credit of a picture may look like a notice; it does not reserve all rights.
    found = (notice.search(line[:LONGEST_NOTICE]) for notice in (_ALL_RIGHTS, _RIGHTS) for line in lines)
    return next((notice[0] for notice in found if notice is not None), None)

"""Read the PDF exports of press databases: each document that one holds is an article.

Those of Factiva and Nexis have the lines of their text exports. Those of Europresse end each document by its number;
a notice of the publication stands beside it, and a list of all documents before the first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.characters import clean_characters
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.pdf.parts import find_title, mark_parts
from archive_search.sources.formats.pdf.printed_text import PdfText, Printed
from archive_search.sources.formats.press.databases import read_press_text
from archive_search.sources.formats.press.documents import NO_TEXT
from archive_search.sources.formats.press.europresse_header import (
    IN_NUMBER,
    Header,
    day_of_number,
    find_document_number,
    is_document_number,
    read_header,
    read_publication_name,
)
from archive_search.sources.passages.line_ends import join_lines
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.person_names import is_person_name

NOTICE_RULE = "notice"
LONGEST_ENDING = 600
PARAGRAPHS_OF_HEAD = 14
LONGEST_NAMES = 100

_LABELS = r"(?:nom de la source|type de source|p[ée]riodicit[ée]|couverture g[ée]ographique|provenance)"
_LABELS_IN_ENGLISH = r"(?:source name|source type|periodicity|geographical coverage|origin)"
_LABEL = re.compile(rf"(?:{_LABELS}|{_LABELS_IN_ENGLISH})(?:\s?:)?(?:\s+(?P<value>.*))?", re.IGNORECASE)
_NAME_LABEL = re.compile(r"(?:nom de la source|source name)\b", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"certificat (?:est )?émis|certificate issued|document est réservé à l.usage|document destiné à l.usage exclusif"
    r"|service fourni par cedrom|document is reserved|visualisation personnelle et temporaire",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"©[^.©]{0,300}\.(?:\s?(?:Tous droits réservés|All Rights Reserved)\.?)?", re.IGNORECASE)
_COUNT = re.compile(r"\b\d[\d\s]{0,8}\s(?:mots|words)\b", re.IGNORECASE)


def read_clippings(text: PdfText, *, origin: Origin) -> Iterator[Article | Failure] | None:
    """Read the articles of an export; None when the PDF is none."""
    kept = [printed for printed in text.paragraphs if printed.rule is None and not printed.is_aside]
    plain = "\n\n".join(join_lines(printed.lines, forms=text.forms) for printed in kept)
    exported = read_press_text(clean_characters(plain), origin=origin)
    if exported is not None:
        return exported
    documents = list(_cut([part for printed in text.paragraphs for part in _split_notice(printed)]))
    return _read_documents(documents, text, origin) if documents else None


def _split_notice(printed: Printed) -> list[Printed]:
    """Cut a notice of a publication into its lines: labels and values."""
    if any(len(line) <= LONGEST_NAMES and _LABEL.fullmatch(line) for line in printed.lines):
        return [replace(printed, lines=[line]) for line in printed.lines]
    return [printed]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Document:
    number: str
    paragraphs: Sequence[Printed]


def _cut(paragraphs: Sequence[Printed]) -> Iterator[_Document]:
    """Cut an export of Europresse after each number of a document."""
    start = 0
    for index, printed in enumerate(paragraphs):
        text = " ".join(printed.lines)
        number = find_document_number(text) if len(text) <= LONGEST_ENDING else None
        if number is not None and (is_document_number(text) or _CERTIFICATE.search(text) or text.endswith(number)):
            yield _Document(number=number, paragraphs=_without_list(paragraphs[start : index + 1]))
            start = index + 1


def _without_list(paragraphs: Sequence[Printed]) -> Sequence[Printed]:
    """Leave out the pages before the one where the notice of a publication begins: the list of the documents."""
    named = [printed.page for printed in paragraphs if _NAME_LABEL.match(" ".join(printed.lines))]
    return [printed for printed in paragraphs if printed.page >= named[-1]] if named else paragraphs


def _read_documents(documents: Sequence[_Document], text: PdfText, origin: Origin) -> Iterator[Article | Failure]:
    for place, document in enumerate(documents, 1):
        article = finish_draft(_draft(document, text), number=place, origin=origin)
        yield article or Failure(path=origin.path, reason=NO_TEXT.format(number=place))


def _draft(document: _Document, text: PdfText) -> Draft:
    joined = [join_lines(printed.lines, forms=text.forms) for printed in document.paragraphs]
    title = find_title(document.paragraphs, stated=None, forms=text.forms)
    passages = mark_parts(document.paragraphs, forms=text.forms, title=title)
    header, source = _read_head(joined)
    passages = [_without_notice(passage, source=source) for passage in _drop_values(passages)]
    authors = _authors_above(passages)
    deduced = day_of_number(document.number) if header.date is None else None
    rights = next((found[0] for line in reversed(joined) if (found := _RIGHTS.search(line))), None)
    return Draft(
        id=document.number,
        title=title,
        passages=[replace(each, kind=Kind.BYLINE) if each.text in authors else each for each in passages],
        date=header.date or deduced,
        date_reason=IN_NUMBER if deduced is not None else None,
        time=header.time,
        source=source,
        section=header.section if header.section != source else None,
        page=header.page,
        rights=rights,
        authors=authors,
    )


def _authors_above(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Give the names that stand alone between the title and the text."""
    texts = takewhile(lambda text: len(text) <= LONGEST_NAMES, (each.text for each in passages if each.rule is None))
    return tuple(text for text in texts if is_person_name(text))


def _read_head(lines: Sequence[str]) -> tuple[Header, str | None]:
    """Read the day, the page and the name of the publication from the lines above and beside an article."""
    head = [line for line in lines[: 2 * PARAGRAPHS_OF_HEAD] if len(line) <= LONGEST_ENDING]
    headers = [header for line in head if len(line) <= 100 and (header := read_header(line)) is not None]
    counted = next((line for line in head if _COUNT.search(line) and len(line) <= 200), "")
    name = re.split(r"\s?[•·|]\s?", counted)[0] if re.search("[•·|]", counted) else None
    page = re.search(r"\bp\.?\s?([A-Z]{0,4}\d[\w,-]*)", counted)
    header = headers[0] if headers else Header()
    return header._replace(page=header.page or (page[1] if page else None)), _named_source(lines) or (
        read_publication_name(name) if name else None
    )


def _named_source(lines: Sequence[str]) -> str | None:
    for index, line in enumerate(lines):
        if _NAME_LABEL.match(line):
            label = _LABEL.fullmatch(line)
            value = (label["value"] if label else None) or next(iter(lines[index + 1 : index + 2]), "")
            return read_publication_name(value) or None
    return None


def _drop_values(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Set apart the notice of the publication: each label, and the value under it."""
    is_value = False
    for passage in passages:
        label = _LABEL.fullmatch(passage.text) if len(passage.text) <= 100 else None
        is_notice = label is not None or (is_value and len(passage.text) <= 100)
        yield replace(passage, rule=passage.rule or (NOTICE_RULE if is_notice else None))
        is_value = label is not None and not label["value"]


def _without_notice(passage: Passage, *, source: str | None) -> Passage:
    text = passage.text
    is_head = len(text) <= 200 and (_COUNT.search(text) is not None or text == source)
    is_header = len(text) <= 100 and read_header(text) is not None and not text.endswith(".")
    if passage.rule is None and (is_head or is_header or _CERTIFICATE.search(text) or is_document_number(text)):
        return replace(passage, rule=NOTICE_RULE)
    return passage

r"""Read an export of Nexis (LexisNexis), of its old interface or of the new one, saved as a page or as text.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.press.nexis import read_nexis_text
>>> text = '''1 of 1 DOCUMENTS\n\nLa Gazette\n\n12 avril 2013 vendredi\n\nLa paix\n\nRUBRIQUE: MONDE; Pg. 3\n
... LONGUEUR: 4 mots\n\nElle est signée.\n\nSUJET: PAIX (90%); TRAITÉ (88%)\n\nLANGUE: FRENCH; FRANÇAIS'''
>>> article = next(read_nexis_text(text, origin=Origin(path="a.txt", name="a.txt")))
>>> article.title, article.section, article.page, article.keywords, article.language
('La paix', 'MONDE', '3', ('PAIX', 'TRAITÉ'), 'fr')
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.days.printed_days import read_printed_day
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.press.authors import is_signature_line, read_press_authors
from archive_search.sources.formats.press.documents import cut_documents, passages_of_lines, read_documents
from archive_search.sources.formats.press.fields import Field, nexis_label
from archive_search.sources.formats.press.nexis_head import NexisHead, is_copyright, read_nexis_head, read_rights
from archive_search.sources.html.markup_lines import (
    MarkedLine,
    group_close_lines,
    join_lines,
    join_wrapped_lines,
    lines_of_markup,
    lines_of_text,
)
from archive_search.sources.languages import language_code
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.agencies import find_agency

WHEN_LOADED = "date de chargement dans la base, le document n'en porte pas d'autre"

_ANCHOR = re.compile(r"<a\b[^<>]{0,60}\bname\s?=\s?[\"']?DOC_ID_|<DOC NUMBER=", re.IGNORECASE)
_ANCHORED = re.compile(r"<a\b[^<>]{0,60}\bname\s?=\s?[\"']?DOC_ID_", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:FOCUS -)?\s?"
    r"(?:\d{1,5} (?:of|de|sur) \d{1,5} DOCUMENTS?|(?:Document|DOCUMENT) \d{1,5} (?:of|de|sur) \d{1,5})"
)
_COUNT_LINE = re.compile(rf"^[^\S\n]*(?:{_COUNT.pattern})[^\S\n]*$", re.MULTILINE)
_END_LINE = re.compile(r"^[^\S\n]*(?:End of Document|Fin du document)[^\S\n]*$\n?", re.MULTILINE)
_END_IN_PAGE = re.compile(r">\s*(?:End of Document|Fin du document)\s*<")
_LOADED = re.compile(r"Load-Date\s?:|Date de chargement\s?:|Publication-Type\s?:|Type de publication\s?:")

_PAGE = re.compile(
    r"(?:^|[;,]\s*|\s)(?:pp?g?|pages?|s|str)(?:\.\s?|(?<=page)\s|(?<=pages)\s)(?P<page>(?:(?=\w{0,8}\d)\w[\w-]{0,8}|[IVXL]{1,6})(?:\s?[,/]\s?\w{0,3}\d+)*)"
    r"(?=[;\s]|$)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s*\(\d{1,3}\s?%\)")

# What follows the text. The new interface writes its labels as a sentence would: only some are sure there.
_SURELY_BELOW = frozenset({Field.LOADED, Field.LANGUAGE, Field.KEYWORDS, Field.GENRE})
_BELOW = _SURELY_BELOW | {Field.CAPTION, Field.NOTE, Field.ADDRESS, Field.IGNORED}
_BESIDE = frozenset({Field.CAPTION, Field.NOTE})


@dataclass(kw_only=True)
class _Parts:
    """Gather the lines of a document by the part that they play."""

    head: list[MarkedLine] = field(default_factory=list)
    fields: dict[Field, list[list[str]]] = field(default_factory=dict)
    text: list[MarkedLine] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    is_new: bool = False


def is_nexis(text: str) -> bool:
    """Tell whether a page is an export of Nexis."""
    if "DOC_ID_" in text or "<DOC NUMBER=" in text:
        return _ANCHOR.search(text) is not None
    return _END_IN_PAGE.search(text) is not None and _LOADED.search(text) is not None


def read_nexis(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of a page that was decoded by `decode_html`."""
    if _ANCHOR.search(text) is None:
        documents = _cut_after(text, ending=_END_IN_PAGE)
    else:
        documents = cut_documents(text, opening=_ANCHORED if _ANCHORED.search(text) else _ANCHOR)
    return read_documents(documents, read=_read_page, origin=origin)


def is_nexis_text(text: str) -> bool:
    """Tell whether a text is an export of Nexis."""
    if "DOCUMENT" in text or "Document " in text:
        found = _COUNT_LINE.search(text)
        if found is not None and any(map(nexis_label, text[found.end() : found.end() + 20_000].splitlines())):
            return True
    return _END_LINE.search(text) is not None and _LOADED.search(text) is not None


def read_nexis_text(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of an export saved as text or as RTF, as it was cleaned by `clean_characters`."""
    if _COUNT_LINE.search(text) is not None:
        documents = cut_documents(text, opening=_COUNT_LINE)
    else:
        documents = _cut_after(text, ending=_END_LINE)
    return read_documents(documents, read=_read_text, origin=origin)


def _cut_after(text: str, *, ending: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for found in ending.finditer(text):
        yield text[start : found.end()]
        start = found.end()


def _read_page(markup: str) -> Draft | None:
    return _read_parts(_part(lines_of_markup(markup)))


def _read_text(text: str) -> Draft | None:
    parts = _part(lines_of_text(text))
    # The old interface wraps lines, and leaves a blank one between paragraphs.
    parts.text = (
        join_wrapped_lines(parts.text) if parts.is_new else list(map(join_lines, group_close_lines(parts.text)))
    )
    return _read_parts(parts)


def _read_parts(parts: _Parts) -> Draft | None:
    head = read_nexis_head(parts.head, is_new=parts.is_new)
    passages = [*_passages_above(head, parts), *passages_of_lines(parts.text)]
    passages += [Passage(text=text, kind=Kind.CAPTION) for text in _values(parts, Field.CAPTION)]
    passages += [Passage(text=text) for text in _values(parts, Field.NOTE)]
    if not any(passage.kind is Kind.BODY for passage in passages):
        return None
    return _make_draft(parts, head, passages)


def _part(lines: Sequence[MarkedLine]) -> _Parts:
    parts = _Parts()
    current: Field | None = None
    is_below = False
    for line in lines:
        if _COUNT.fullmatch(line.text):
            continue
        labelled = nexis_label(line.text)
        if labelled is not None and (is_below or not parts.text or _closes_text(line.text, labelled, parts)):
            current, value = labelled
            is_below = is_below or bool(parts.text)
            parts.is_new = parts.is_new or not line.text.partition(":")[0].isupper()
            _take_value(parts, current, value)
        else:
            current = _part_by_place(parts, line, current, is_below=is_below)
    return parts


def _part_by_place(parts: _Parts, line: MarkedLine, current: Field | None, *, is_below: bool) -> Field | None:
    """Find the part of a line without label, and give the field that the next one may go on with."""
    if current is None:
        parts.head.append(line)
    elif line.is_close and current is not Field.TEXT:
        _continue(parts, current, line.text)
    elif is_below and current in _BESIDE:
        parts.fields[current].append([line.text])
    elif is_below or is_copyright(line.text):
        parts.below.append(line.text)
        return Field.RIGHTS
    elif parts.is_new and Field.TEXT not in parts.fields:
        parts.head.append(line)
    else:
        parts.text.append(line)
        return Field.TEXT
    return current


def _take_value(parts: _Parts, field: Field, value: str) -> None:
    values = parts.fields.setdefault(field, [])
    if value and field is Field.TEXT:
        parts.text.append(MarkedLine(text=value))
    elif value:
        values.append([value])


def _closes_text(text: str, labelled: tuple[Field, str], parts: _Parts) -> bool:
    """Tell whether what looks like a label is one: in the text, a sentence may begin with the same word."""
    field, value = labelled
    if field is Field.LANGUAGE and language_code(value.partition(";")[0]) is None:
        return False
    is_sure = text.partition(":")[0].isupper() or ":" not in text
    return field in _BELOW if is_sure else parts.is_new and field in _SURELY_BELOW


def _continue(parts: _Parts, current: Field, text: str) -> None:
    if current is Field.RIGHTS:
        parts.below.append(text)
        return
    values = parts.fields.setdefault(current, [])
    if values:
        values[-1].append(text)
    else:
        values.append([text])


def _passages_above(head: NexisHead, parts: _Parts) -> list[Passage]:
    stated = [text for text in head.standfirst if not is_signature_line(text)]
    return [Passage(text=text, kind=Kind.LEAD) for text in (*stated, *_values(parts, Field.STANDFIRST))]


def _make_draft(parts: _Parts, head: NexisHead, passages: Sequence[Passage]) -> Draft:
    signed = [text for text in head.standfirst if is_signature_line(text)]
    signature = " ; ".join(_values(parts, Field.AUTHORS) or signed)
    section, page = _section_and_page(_value(parts, Field.SECTION) or "")
    loaded = _day_loaded(parts) if head.day is None else None
    return Draft(
        passages=passages,
        title=_value(parts, Field.TITLE) or head.title,
        date=head.day.date if head.day is not None else loaded,
        date_reason=WHEN_LOADED if loaded is not None else None,
        time=head.day.time if head.day is not None else None,
        source=head.source,
        agency=find_agency(signature),
        section=section,
        authors=read_press_authors(signature),
        language=(_value(parts, Field.LANGUAGE) or "").partition(";")[0],
        url=_value(parts, Field.ADDRESS),
        page=_value(parts, Field.PAGE) or page,
        rights=head.rights or read_rights(parts.below),
        keywords=[_SHARE.sub("", subject) for subject in (_value(parts, Field.KEYWORDS) or "").split(";")],
    )


def _value(parts: _Parts, field: Field) -> str | None:
    return " ".join(_values(parts, field)) or None


def _values(parts: _Parts, field: Field) -> list[str]:
    """Give the values of a field, one for each time that it is labelled, and for each block of a caption or note."""
    return [" ".join(value) for value in parts.fields.get(field, ())]


def _section_and_page(value: str) -> tuple[str | None, str | None]:
    """Split ``INTERNATIONAL; Pg. 35``."""
    found = _PAGE.search(value)
    if found is None:
        return value or None, None
    return value[: found.start()].strip(" ;,") or None, found["page"]


def _day_loaded(parts: _Parts) -> Date | None:
    day = read_printed_day(_value(parts, Field.LOADED) or "")
    return day.date if day is not None else None

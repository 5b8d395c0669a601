"""Read an export of Factiva, with the codes of its fields or without, saved as a page or as text.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.press.factiva import read_factiva
>>> page = '''<div class="article frArticle"><div id="hd"><span class="frHeadline">La paix</span></div><div>4 mots</div>
... <div>29 décembre 2011</div><div>La Gazette</div><div>GAZFR</div><div>Français</div><div>(c) La Gazette</div>
... <p class="articleParagraph frarticleParagraph">Elle est <b>signée</b>.</p>
... <p>Document GAZFR00020111229e7ct0001r</p></div>'''
>>> article = next(read_factiva(page, origin=Origin(path="a.html", name="a.html")))
>>> article.id, article.source, article.language, article.paragraphs[1].text
('GAZFR00020111229e7ct0001r', 'La Gazette', 'fr', 'Elle est signée.')
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.days.printed_days import read_printed_day
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.press.authors import read_press_authors
from archive_search.sources.formats.press.documents import cut_documents, passages_of_lines, read_documents
from archive_search.sources.formats.press.factiva_head import find_length, read_head
from archive_search.sources.formats.press.fields import FACTIVA_CODES, Field
from archive_search.sources.html.markup_lines import (
    MarkedLine,
    join_wrapped_lines,
    lines_of_markup,
    lines_of_text,
)
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.agencies import find_agency

FEWEST_CODES = 4

# Where the text ends, these codes name what the database says of the document.
_DOCUMENT = re.compile(r"<div\s[^<>]{0,300}?(?<![\w-])[a-z]{2,4}Article(?![\w-])", re.IGNORECASE)
_NUMBER = re.compile(r"Do[ck]ument[oe]?\s+(?P<number>(?=\w{0,24}\d{8})[A-Za-z0-9]{18,32})")
_NUMBER_LINE = re.compile(rf"^[^\S\n]*(?:AN[\s|]+)?{_NUMBER.pattern}[\s|]*$", re.MULTILINE)
_CODED_LINE = re.compile(rf"(?P<code>{'|'.join(FACTIVA_CODES)})(?:\s{{2,}}|\s?\|\s?|\t|\s*$)(?P<value>.*)")
_SUBJECT = re.compile(r"\w{2,12}\s?:\s")

_Fields = Mapping[Field, Sequence[MarkedLine]]


def is_factiva(text: str) -> bool:
    """Tell whether a page is an export of Factiva."""
    return "rticle" in text and _NUMBER.search(text) is not None and _DOCUMENT.search(text) is not None


def read_factiva(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of a page that was decoded by `decode_html`."""
    return read_documents(cut_documents(text, opening=_DOCUMENT), read=_read_page, origin=origin)


def is_factiva_text(text: str) -> bool:
    """Tell whether a text is an export of Factiva: each of its documents ends with a number."""
    found = _NUMBER_LINE.search(text) if "ument" in text else None
    if found is None:
        return False
    lines = text[: found.end()].splitlines()
    return _is_coded(lines) or find_length(lines_of_text(text[: found.start()])) is not None


def read_factiva_text(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of an export saved as text or as RTF, as it was cleaned by `clean_characters`."""
    return read_documents(_cut_text(text), read=_read_text, origin=origin)


def _cut_text(text: str) -> Iterator[str]:
    start = 0
    for found in _NUMBER_LINE.finditer(text):
        yield text[start : found.end()]
        start = found.end()


def _read_page(markup: str) -> Draft | None:
    lines = _without_foot(lines_of_markup(markup))
    fields = _fields_of_cells(lines)
    return _make_draft(fields if len(fields) >= FEWEST_CODES else _fields_of_places(lines))


def _read_text(text: str) -> Draft | None:
    lines = text.strip().split("\n")
    fields = _fields_of_text(lines) if _is_coded(lines) else _fields_of_places(_without_foot(lines_of_text(text)))
    fields[Field.TEXT] = join_wrapped_lines(fields.get(Field.TEXT, ()))
    return _make_draft(fields)


def _without_foot(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """Leave out what follows the number of the document: the foot of the page, the summary of the search."""
    numbers = (place for place, line in enumerate(lines) if _NUMBER.fullmatch(line.text))
    last = next(numbers, None)
    return list(lines) if last is None else list(lines[: last + 1])


def _fields_of_cells(lines: Sequence[MarkedLine]) -> dict[Field, list[MarkedLine]]:
    """Read a table whose first column has the codes."""
    fields: dict[Field, list[MarkedLine]] = {}
    field = Field.IGNORED
    for line in lines:
        if line.text in FACTIVA_CODES and (line.is_bold or "index" in line.marks):
            field = FACTIVA_CODES[line.text]
        elif field is not Field.IGNORED:
            fields.setdefault(field, []).append(line)
    return fields


def _is_coded(lines: Sequence[str]) -> bool:
    return len({found["code"] for line in lines if (found := _CODED_LINE.fullmatch(line.rstrip()))}) >= FEWEST_CODES


def _fields_of_text(lines: Sequence[str]) -> dict[Field, list[MarkedLine]]:
    """Read lines that begin with the codes; the others continue the field above them."""
    parts: dict[Field, list[str]] = {}
    field = Field.IGNORED
    for line in lines:
        found = _CODED_LINE.fullmatch(line.rstrip())
        if found is not None:
            field = FACTIVA_CODES[found["code"]]
            parts.setdefault(field, []).append("")
        parts.setdefault(field, []).append(found["value"] if found is not None else line)
    return {field: _lines_of_field(values, field=field) for field, values in parts.items()}


def _lines_of_field(values: Sequence[str], *, field: Field) -> list[MarkedLine]:
    lines = lines_of_text("\n".join(value.rstrip(" |") for value in values))
    if field in (Field.TEXT, Field.CAPTION) or not lines:
        return lines
    return [MarkedLine(text=" ".join(line.text for line in lines))]


def _fields_of_places(lines: Sequence[MarkedLine]) -> dict[Field, list[MarkedLine]]:
    """Read a document without codes: its head by the order of its lines, then its text."""
    if find_length(lines) is None:
        return {}
    head, start = read_head(lines)
    following = lines[start:]
    marked = [line for line in following if "articleparagraph" in line.marks]
    numbers = [line for line in following if _NUMBER.fullmatch(line.text)]
    fields = {field: [MarkedLine(text=value) for value in values] for field, values in head.items()}
    fields[Field.TEXT] = marked or [line for line in following if line not in numbers]
    fields[Field.NUMBER] = numbers
    return fields


def _make_draft(fields: _Fields) -> Draft | None:
    passages = passages_of_lines(fields.get(Field.TEXT, ()))
    passages += [Passage(text=line.text, kind=Kind.CAPTION) for line in fields.get(Field.CAPTION, ())]
    if not any(passage.kind is Kind.BODY for passage in passages):
        return None
    number = _NUMBER.search(_value(fields, Field.NUMBER) or "")
    day = read_printed_day(f"{_value(fields, Field.DATE)} {_value(fields, Field.TIME) or ''}")
    signature, credit = _value(fields, Field.AUTHORS, joined_by=" ; "), _value(fields, Field.CREDIT)
    return Draft(
        passages=passages,
        id=number["number"] if number is not None else None,
        title=_value(fields, Field.TITLE),
        date=day.date if day is not None else None,
        time=day.time if day is not None else None,
        source=_value(fields, Field.SOURCE),
        agency=find_agency(f"{signature or ''} ; {credit or ''}"),
        section=_value(fields, Field.SECTION),
        authors=read_press_authors(signature or ""),
        language=_value(fields, Field.LANGUAGE),
        page=_value(fields, Field.PAGE),
        rights=_value(fields, Field.RIGHTS),
        keywords=_subjects(_value(fields, Field.KEYWORDS) or ""),
        identifiers=(number["number"],) if number is not None else (),
    )


def _value(fields: _Fields, field: Field, *, joined_by: str = " ") -> str | None:
    return joined_by.join(line.text for line in fields.get(field, ())) or None


def _subjects(value: str) -> list[str]:
    """Give the names of subjects, without the code before each: ``gpol : Domestic Politics``."""
    return [_SUBJECT.sub("", subject.strip(), count=1).strip() for subject in value.split("|")]

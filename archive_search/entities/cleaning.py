"""Correct the spans of the model: what is swallowed goes, what was cut off is added, what is no name is dropped.

Everything here looks at one prepared paragraph; whether a word is common in the archive is asked later, by the vote.

>>> from archive_search.entities.cleaning import clean_spans
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "le président Odile Pasquier, dit la Ligue des ports mardi"
>>> spans = [RecognisedSpan(0, 28, EntityType.PERSON), RecognisedSpan(33, 57, EntityType.ORG)]
>>> [text[span.start:span.end] for span in clean_spans(text, spans)]
['Odile Pasquier', 'Ligue des ports']
"""

import re
from collections.abc import Iterator, Sequence

from archive_search.entities.gazetteer import known_name
from archive_search.entities.joined_names import cut_opening_word, part_names
from archive_search.entities.name_fronts import cut_article, cut_generic_head, take_article
from archive_search.entities.not_names import is_no_name, known_type
from archive_search.entities.offices import skip_offices
from archive_search.entities.person_spans import cut_to_person, take_surname
from archive_search.entities.portfolios import skip_portfolio
from archive_search.entities.span_types import type_of_name
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_shapes import has_capital
from archive_search.records import EntityType

LONGEST_SPAN = 300
"""Characters; what is longer is no name, and would make the work grow faster than the text."""

_BREAK = re.compile(r"[\n\t\r]| [-–—/|] |[«»“”\"]|https?:|www\.")
# "Udinese 2-1", "BFMTV mercredi", "ministère de la Culture dimanche soir".
_TIME = re.compile(
    r" (?:(?:ce |le |du )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|aujourd'hui|demain|"
    r"\d{1,3}-\d{1,3})\b"
)
_LOOSE_END = re.compile(
    r"(?:[\s,.;:!?»«“”\"')\](\[–—*/|…-]|(?<=[\s'])(?:[ldLD]'|qu')"
    r"|(?<=\s)(?:a|ont|est|et|ou|dit|selon|qui|que|où|cité|cités|citée|citées|de|du|des|la|le|les|à|au|aux|en|par|avec|pour|sur"
    r"|dans|sont|était|comme|soit|mais|dont|the|of|and|avait|va|fait|peut|veut|doit))\Z"
)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}\Z")
_LOOSE_FRONT = re.compile(r"[\s,.;:!?»«“”\"'()\[\]–—*/|…#+-]+")
# What the model cut off: "McDonald|'s", "Ren|nes", "Rendez|-vous"; but "Roy|-t-il", "Roy|-là".
_REST_OF_WORD = re.compile(
    r"(?<=\w)(?:'s\b|\w{1,12})|(?<=')s\b|(?<=Rendez)-vous\b|"
    r"(?<=\w)-(?!t-|(?:ce|ci|elles?|ils?|je|là|on|tu|vous)\b)[a-zà-öø-ÿœ]{1,12}\b"
)
_MOST_OF_END = 12


def clean_spans(text: str, spans: Sequence[RecognisedSpan]) -> Iterator[RecognisedSpan]:
    """Yield what is left of the model's spans, in their order.

    Args:
        text: Prepared text of the paragraph.
        spans: Spans of the model; offsets beyond the text are cut, spans beyond `LONGEST_SPAN` dropped.
    """
    for span in spans:
        if span.end - span.start > LONGEST_SPAN:
            continue
        cleaned = clean_span(text, take_surname(text, _widened(text, span)))
        if cleaned is not None:
            yield from part_names(text, cleaned)


def clean_span(text: str, span: RecognisedSpan) -> RecognisedSpan | None:
    """Correct one span, which ends with a whole word; None when no name is left of it."""
    surface = text[span.start : span.end]
    # Most names are one word, of which nothing can be taken off.
    is_plain = surface.isalpha() and surface[0].isupper()
    trimmed = span if is_plain else trim(text, span)
    opened = cut_opening_word(text, trimmed) if trimmed else None
    behind_office = skip_offices(text, opened) if opened else None
    named = skip_portfolio(text, behind_office) if behind_office else None
    if opened is None or named is None:
        return None
    cut = _cut_front(text, named, titled=named.start > opened.start)
    last = trim(text, cut) if cut and cut != trimmed else cut
    if last is None or is_no_name(text, last):
        return None
    return RecognisedSpan(last.start, last.end, known_type(text, last) or type_of_name(text, last))


def trim(text: str, span: RecognisedSpan) -> RecognisedSpan | None:
    """Take off stray punctuation, articles and verbs at the end, days, and what stands behind a dash or quotation mark.

    Returns:
        None when no capital is left.
    """
    front = _LOOSE_FRONT.match(text, span.start, span.end)
    start = front.end() if front else span.start
    end = _first_break(text, start, span.end)
    while end > start and (loose := _loose_end(text, start, end)):
        end = loose.start()
    surface = text[start:end]
    # Some names have no capital: franceinfo.
    return RecognisedSpan(start, end, span.type) if has_capital(surface) or known_name(surface) else None


def _loose_end(text: str, start: int, end: int) -> re.Match[str] | None:
    last_word = text[start:end].rpartition(" ")[2]
    is_good = last_word[:1].isupper() and last_word[-1:].isalnum()
    is_part_of_name = _DOTTED.search(last_word) or (last_word.endswith(")") and "(" in text[start:end])
    return None if is_good or is_part_of_name else _LOOSE_END.search(text, max(start, end - _MOST_OF_END), end)


def _cut_front(text: str, span: RecognisedSpan, *, titled: bool) -> RecognisedSpan | None:
    if span.type is EntityType.PERSON:
        return cut_to_person(text, span, titled=titled)
    return take_article(text, cut_article(text, cut_generic_head(text, span)))


def _widened(text: str, span: RecognisedSpan) -> RecognisedSpan:
    """Complete a word that the model cut in two, such as McDonald's."""
    start, end = max(span.start, 0), min(span.end, len(text))
    rest = _REST_OF_WORD.match(text, end) if start < end else None
    return RecognisedSpan(start, max(start, rest.end() if rest else end), span.type)


def _first_break(text: str, start: int, end: int) -> int:
    for pattern in (_BREAK, _TIME):
        if found := pattern.search(text, start, end):
            end = found.start()
    return end

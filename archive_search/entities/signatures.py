"""Find who made an article: lines of signature, the parenthesis that ends a dispatch, credits of pictures.

>>> from archive_search.entities.signatures import find_final_parenthesis
>>> text = "Il a démenti. (Odile Pasquier avec Marc Roy à Kiev)"
>>> [(text[span.start:span.end], str(span.role)) for span in find_final_parenthesis(text)]
[('Odile Pasquier', 'byline'), ('Marc Roy', 'byline'), ('Kiev', 'text')]
"""

import re
from collections.abc import Iterator, Sequence

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import given_names, known_name
from archive_search.entities.press_agencies import find_marks, is_press_agency, read_agencies
from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.word_lists import read_words
from archive_search.entities.word_shapes import PERSON_NAME, UPPER, has_any
from archive_search.records import EntityType, Kind, Paragraph, Role

LONGEST_LINE = 160
LONGEST_PARENTHESIS = 400
LONGEST_CREDIT = 120

_LINE = re.compile(
    r"\s*(?:par|textes?(?: de| par)?|propos recueillis par|recueillis? par|un (?:texte|article) (?:de|par)|"
    r"reportages? (?:de|par)|de (?:notre|nos) (?:correspondant|envoyé)\S*|correspondance(?: de)?|avec)\b",
    re.IGNORECASE,
)
# "Le Courrier avec AFP", "Odile Pasquier (avec Reuters)".
_WITH_AGENCY = re.compile(r"(?<!\w)[Aa]vec (?:AFP|agences?|Reuters|AP)(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_MARK_OF_SIGNATURE = re.compile(
    r";|\b(?:avec|édité|service|version française|reportage|contribu\w+|rédigé|bureau)\b", re.IGNORECASE
)
_END_OF_SENTENCE = tuple(".!?…»”\")]'")
_BEFORE_PLACE = re.compile(
    r"\b(?:à|en|au|aux|depuis|(?:bureau|correspondante?|envoyée?) (?:permanente? |spéciale? )?d[eu])\s\Z", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?i:photos?|archives?|crédits?|par|propos|textes?|avec|sources?|version|reportage|[ée]dité|collection|images?|"
    r"illustration|via|de|vidéo|correspondance|correspondante?|envoyée?|service|bureau|rédaction|dr)(?!\w)[ :,]*)"
)
_CREDIT = re.compile(
    r"(?:(?<!\w)(?:PHOTOS?|CRÉDITS?|(?:Photo|Cr[ée]dit)s?)(?: photos?)?(?: ?[:/©]| par(?= [A-Z])|(?= [A-ZÀ-Ý]))|"
    r"©|\([cC]\)) ?"
)
_CREDIT_MARKS = ("hoto", "HOTO", "rédit", "redit", "RÉDIT", "©", "(c)", "(C)")
_END_OF_CREDIT = re.compile(r"[)\]\n]|[.!?](?:\s|$)")
_SLASHED = re.compile(rf"(?<![\w/])[{UPPER}][^/\n.,;:()]{{1,40}}(?:/ ?[{UPPER}][^/\n.,;:()]{{1,40}}){{1,4}}")
_NOT_BLANK = re.compile(r"[^ ]+")
_AND_IN_CAPITALS = re.compile(r" (?:AVEC|ET|PAR|POUR|À|EN) ")
_AGENCY_AT_END = re.compile(r"\((?:[Aa]vec |[Ss]ources? ?: ?)?(?P<agencies>[^()\n]{2,60})\)\s*\Z")


def find_signatures(paragraph: Paragraph, text: str, *, is_last: bool) -> Iterator[RuleSpan]:
    """Yield who made the article, as far as one paragraph tells.

    Args:
        paragraph: The paragraph; its kind helps.
        text: Its prepared text.
        is_last: Whether the article ends with it, where even a lone name in parentheses is a signature.
    """
    if paragraph.kind is Kind.BYLINE or _is_line_of_signature(text):
        yield from _signed(text, 0, min(len(text), LONGEST_PARENTHESIS))
        return
    yield from find_final_parenthesis(text, is_last=is_last)
    yield from find_credits(text)
    yield from find_marks(text)


def find_final_parenthesis(text: str, *, is_last: bool = False) -> Iterator[RuleSpan]:
    """Yield the persons, agencies and places in the parenthesis that ends a prepared text, or is all of it."""
    end = len(text.rstrip(" .\n"))
    opening = text.rfind("(", max(0, end - LONGEST_PARENTHESIS), end)
    if opening < 0 or text[end - 1] != ")":
        return
    before = text[:opening].rstrip()
    if before and not before.endswith(_END_OF_SENTENCE):
        return
    agencies = _AGENCY_AT_END.match(text[:end], opening)
    if agencies is not None and (spans := read_agencies(text, *agencies.span("agencies"))):
        yield from spans
        return
    signed = list(_signed(text, opening + 1, end - 1))
    signatures = [span for span in signed if span.role.is_signature]
    has_mark = _MARK_OF_SIGNATURE.search(text, opening, end) is not None
    if signatures and _has_only_small_words(text[opening:end]) and (has_mark or is_last or _are_persons(signatures)):
        yield from signed


def find_credits(text: str) -> Iterator[RuleSpan]:
    """Yield the photographers and agencies that a prepared text credits with a picture."""
    for found in _CREDIT.finditer(text) if has_any(text, _CREDIT_MARKS) else ():
        limit = found.end() + LONGEST_CREDIT
        end = _END_OF_CREDIT.search(text, found.end(), limit)
        stop = end.start() if end else min(len(text), limit)
        # The credit must be all: "Photo Marie Roy raconte" is a sentence.
        if (end or stop == len(text)) and _has_only_small_words(text[found.end() : stop]):
            yield from _signed(text, found.end(), stop)
    for found in _SLASHED.finditer(text) if "/" in text else ():
        if any(map(is_press_agency, found[0].split("/"))):
            yield from _signed(text, *found.span())


def _are_persons(signatures: Sequence[RuleSpan]) -> bool:
    return sum(span.type is EntityType.PERSON for span in signatures) > 1


def _is_line_of_signature(text: str) -> bool:
    if len(text) > LONGEST_LINE:
        return False
    if read_agencies(text, 0, len(text)):
        return True
    opens_so = _LINE.match(text) is not None or _WITH_AGENCY.search(text) is not None
    return opens_so and _has_only_small_words(text) and any(_signed(text, 0, len(text)))


def _has_only_small_words(text: str) -> bool:
    names = PERSON_NAME.sub(" ", text)
    small_words = read_words("signature_words.txt")
    return all(word[0].isupper() or word.lower() in small_words for word in _WORD.findall(names))


def _signed(text: str, start: int, end: int) -> Iterator[RuleSpan]:
    """Yield what the capitalised words of a signature name."""
    for found in PERSON_NAME.finditer(text, start, end):
        for begin, stop in _parted(text, *found.span()):
            while label := _LABEL.match(text, begin, stop):
                begin = label.end()
            if (span := _named(text, begin, stop)) is not None:
                yield span


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a run of capitalised words where it says "AVEC", and behind a place: "à New York Odile Pasquier"."""
    for link in _AND_IN_CAPITALS.finditer(text, start, end):
        yield start, link.start()
        start = link.end()
    words = list(_NOT_BLANK.finditer(text, start, end))
    if _BEFORE_PLACE.search(text[max(0, start - 40) : start]):
        person = next((word.start() for word in words[1:-1] if fold_name(word[0]) in given_names()), None)
        if person is not None:
            yield start, person - 1
            start = person
    yield start, end


def _named(text: str, start: int, end: int) -> RuleSpan | None:
    name = text[start:end]
    if is_press_agency(name):
        return RuleSpan(start, end, EntityType.ORG, Role.AGENCY)
    if _BEFORE_PLACE.search(text[max(0, start - 40) : start]):
        return RuleSpan(start, end, EntityType.PLACE)
    known = known_name(name)
    if known is not None:
        return RuleSpan(start, end, known.type, Role.AGENCY if known.type is EntityType.ORG else Role.TEXT)
    # One word may be anything, and what has digits is a thing in the picture.
    if " " not in name or any(map(str.isdigit, name)):
        return None
    if name.split(" ", 1)[0].lower() in ("le", "la", "les", "the"):
        return RuleSpan(start, end, EntityType.ORG, Role.AGENCY)
    return RuleSpan(start, end, EntityType.PERSON, Role.BYLINE)

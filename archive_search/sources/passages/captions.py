"""Recognise photo credits and the captions that stand beside them.

>>> from archive_search.sources.passages.captions import is_credit
>>> is_credit("PHOTO JEANNE DUPONT, ARCHIVES AP"), is_credit("Photos volées : deux suspects arrêtés")
(True, False)
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from archive_search.records import Kind
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.agencies import find_agency

LONGEST_CREDIT = 120
LONGEST_CAPTION = 300
SHORT_CAPTION = 160

_CREDIT = re.compile(
    r"(?i:photos?|cr[ée]dits?(?: photos?)?|photographies?|illustrations?|images?)"
    r"\s?(?:[:©(/]\s?|(?=[^\W\d_]))(?P<holder>.{2,80})"
    r"|©\s?(?P<owner>.{2,80})|ARCHIVES\s(?P<archive>[^a-z]{2,60})"
)
_CREDIT_AT_END = re.compile(
    r"[.!?»)…]\s*(?:©\s?.{2,60}|[(\[](?i:photos?|cr[ée]dits?|©|image)[^()\[\]]{2,80}[)\]]"
    r"|(?i:photos?|cr[ée]dits?(?: photos?)?)\s?[:©]\s?.{2,60}"
    r"|/?\s?(?:AFP|REUTERS|AP)\s?(?:PHOTO\s?)?/\s?[^.]{2,60})"
)
_SLASH_CREDIT = re.compile(r"\(?(?P<left>[^/]{2,60}?)\s?/\s?(?P<right>[^/]{2,60}(?:/[^/]{2,40})?)\)?")
_LABEL = re.compile(r"(?:légende|photo ci-(?:dessus|contre))\s?:", re.IGNORECASE)
_WORDS_BETWEEN_HOLDERS = "archives d'archives fournie par pour via et collection l l' les photo /"
_LINKING_WORDS = frozenset(_WORDS_BETWEEN_HOLDERS.split())
_SHOWS_A_PICTURE = re.compile(
    r"\((?:au |à )?(?:centre|gauche|droite|en (?:haut|bas)|de dos|c|g|d|archives?)\b[^)]{0,40}\)",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Tell whether a passage does nothing but credit a picture."""
    if len(text) > LONGEST_CREDIT or text.endswith((".", "!", "?")):
        return False
    credit = _CREDIT.fullmatch(text.strip("() "))
    if credit is not None:
        return _are_holders(credit["holder"] or credit["owner"] or credit["archive"])
    halves = _SLASH_CREDIT.fullmatch(text)
    return halves is not None and find_agency(text) is not None and _are_holders(text.strip("()"))


def mark_captions(passages: Sequence[Passage]) -> list[Passage]:
    """Give their kind to the credits, and to the caption that follows or precedes each."""
    marked = list(passages)
    short = _short_beside(marked)
    for index, passage in enumerate(marked):
        if not passage.is_body or not _is_caption_line(passage.text):
            continue
        marked[index] = replace(passage, kind=Kind.CAPTION)
        if is_credit(passage.text):
            _mark_neighbour(marked, index, short=short)
    return marked


def _is_caption_line(text: str) -> bool:
    if is_credit(text) or _LABEL.match(text) is not None:
        return True
    # Only the end is searched: a long paragraph may quote a credit.
    return len(text) <= LONGEST_CAPTION and any(
        found.end() == len(text) for found in _CREDIT_AT_END.finditer(text, max(0, len(text) - LONGEST_CREDIT))
    )


def _mark_neighbour(marked: list[Passage], index: int, *, short: float) -> None:
    for place in (index + 1, index - 1):
        if not 0 <= place < len(marked) or not marked[place].is_body:
            continue
        text = marked[place].text
        is_described = _SHOWS_A_PICTURE.search(text[:LONGEST_CAPTION]) is not None and len(text) <= LONGEST_CAPTION
        # Before a credit stands ordinary text as often as a caption: there a sign of the picture is needed.
        if is_described or (place > index and len(text) <= short and text.endswith((".", ")"))):
            marked[place] = replace(marked[place], kind=Kind.CAPTION)
            return


def _short_beside(passages: Sequence[Passage]) -> float:
    """Give the length under which a sentence is too short to be a paragraph of this article."""
    lengths = [len(passage.text) for passage in passages if passage.is_body and len(passage.text) > SHORT_CAPTION // 2]
    return min(SHORT_CAPTION, median(lengths) / 2) if lengths else 0


def _are_holders(text: str) -> bool:
    words = re.split(r"[\s,/]+", text.strip(" ()").replace("’", "'"))
    return len(words) <= 9 and all(
        not word
        or word[0].isupper()
        or word in _LINKING_WORDS
        or word[0] in "©&-("
        or word in ("de", "du", "la", "le", "des")
        for word in words
    )

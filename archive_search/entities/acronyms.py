"""Find the acronyms that an article explains, such as "Fédération des sports de glisse (FSG)".

>>> from archive_search.entities.acronyms import find_acronyms
>>> find_acronyms(["L'Union des ports du Nord (UPN) et la CGP (Caisse générale des pêches)."])
{'UPN': 'Union des ports du Nord', 'CGP': 'Caisse générale des pêches'}
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import given_names
from archive_search.entities.preparing import prepare_text
from archive_search.entities.word_shapes import UPPER
from archive_search.records import Span

LONGEST_NAME = 140
"""Characters before or inside a parenthesis in which the long form is looked for."""

MOST_WORDS = 14

_SHORT = rf"[{UPPER}][\w.&-]{{1,11}}"
_SHORT_IN_PARENTHESES = re.compile(rf"\((?:ex-|l'|le |la |les |ou )?({_SHORT})(?=[),;])")
_LONG_IN_PARENTHESES = re.compile(
    rf"(?<![\w-])({_SHORT}) \(((?:l'|le |la |les )?[{UPPER}][^()]{{5,{LONGEST_NAME}}}?)[),;]"
)
_END_OF_PHRASE = re.compile(r"[.;:!?()\[\]\n]")
_PART = re.compile(r"[^\W_]+")
# They may give their letter or not: Ademe, OMS.
_MINOR_WORDS = frozenset(
    fold_name("de du des d la le les l et à au aux en pour par sur un une dans contre of the and").split()
)


class Definition(NamedTuple):
    """Hold where a text explains an acronym: the spans of the short and of the long form."""

    short: Span
    long: Span


def find_acronyms(texts: Sequence[str]) -> dict[str, str]:
    """Give the long form of each acronym that the paragraphs of an article explain; the first explanation counts."""
    acronyms: dict[str, str] = {}
    for text in texts:
        for short, long in find_definitions(prepare_text(text)):
            acronyms.setdefault(text[slice(*short)], text[slice(*long)])
    return acronyms


def find_definitions(text: str) -> Iterator[Definition]:
    """Yield where a prepared text explains an acronym by a name with a capital whose initials it is made of."""
    if "(" not in text:
        return
    for found in _SHORT_IN_PARENTHESES.finditer(text):
        long = _long_form_before(text, found.start(), fold_name(found[1]).replace(" ", ""))
        if long is not None and _is_acronym(found[1]):
            yield Definition(Span(*found.span(1)), long)
    for found in _LONG_IN_PARENTHESES.finditer(text):
        parts = list(_PART.finditer(text, *found.span(2)))
        letters = fold_name(found[1]).replace(" ", "")
        for named in (parts, parts[1:]):
            if _is_acronym(found[1]) and _opens_name(named) and _initials_fit(_words(named), letters):
                yield Definition(Span(*found.span(1)), Span(named[0].start(), named[-1].end()))
                break


def _is_acronym(short: str) -> bool:
    # "Cnil" and "Ademe" are acronyms too; the initials decide. Two letters are few, so both must be capitals.
    return short.isupper() or len(short) >= 3


def _long_form_before(text: str, parenthesis: int, letters: str) -> Span | None:
    """Find the name that ends before a parenthesis, the shortest whose initials fit."""
    opening = max(0, parenthesis - LONGEST_NAME)
    for end in _END_OF_PHRASE.finditer(text, opening, parenthesis):
        opening = end.end()
    parts = list(_PART.finditer(text, opening, parenthesis))[-MOST_WORDS:]
    words = _words(parts)
    for index in range(len(parts) - 1, -1, -1):
        is_whole = text[parts[index].start() - 1 : parts[index].start()] != "-"
        if is_whole and _opens_name(parts[index:]) and _initials_fit(words[index:], letters):
            return Span(parts[index].start(), parts[-1].end())
    return None


def _opens_name(parts: Sequence[re.Match[str]]) -> bool:
    # "Le fonds de garantie (FG)" opens a sentence; "La France insoumise (LFI)" is a name.
    opening = parts[:2] if parts and fold_name(parts[0][0]) in _MINOR_WORDS else parts[:1]
    # "Marie Roy (MR)" is a member of a party, not its name.
    is_person = len(parts) == 2 and fold_name(parts[0][0]) in given_names()
    return len(parts) > 1 and not is_person and all(part[0][0].isupper() for part in opening)


def _words(parts: Sequence[re.Match[str]]) -> list[str]:
    return [fold_name(part[0]) for part in parts]


def _initials_fit(words: Sequence[str], letters: str) -> bool:
    """Tell whether letters are the initials of folded words in order, where small words may be passed over."""
    # The numbers of letters that may have been used so far.
    used = {0}
    for word in words[:MOST_WORDS]:
        following = {count + 1 for count in used if letters[count : count + 1] == word[:1] != ""}
        used = following | used if word in _MINOR_WORDS else following
    return len(words) <= MOST_WORDS and len(letters) in used

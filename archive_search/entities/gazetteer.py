"""What every French newsroom knows by name: institutions and territories, cities, given names, titles, nationalities.

The facts are in the files of the folder ``data``, which say each of their own form; they are read when first asked
for. Institutions and territories are spotted in a text; the other lists only tell what a word may be.

>>> from archive_search.entities.gazetteer import find_known, known_name
>>> known_name("ETATS-UNIS")
Known(name='États-Unis', type=<EntityType.PLACE: 'place'>)
>>> [(known.name, start, end) for start, end, known in find_known("L’Otan et le pentagone, dit l'Elysée.")]
[('Otan', 2, 6), ('Élysée', 30, 36)]
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from archive_search.analysis.characters import APOSTROPHES, GLUE, HYPHENS, LETTER
from archive_search.analysis.name_keys import fold_name
from archive_search.entities.known_spellings import GAP, WORD, Doubt, Spelling, known_spellings, read_lines
from archive_search.entities.surroundings import NEAR, begins_sentence, is_in_parentheses, words_before
from archive_search.records import EntityType

_CITIES_PATH = Path(__file__).with_name("data") / "cities.txt.gz"

_CAPITALS = "A-ZÀ-ÖØ-ÞĀČĐŁŒŚŞŠŽİ"
# The few names that begin with a small letter.
_SMALL_LETTERS = "e(?=asyJet|Bay)|f(?=ranceinfo)|i(?=24news|Télé)"
# The letter comes first and what stands before it second, so that the scan for it is fast.
_FIRST_WORD = re.compile(
    rf"(?:[{_CAPITALS}0-9]|{_SMALL_LETTERS})(?<![\w@].)(?:(?:\.[A-Z])++\.?(?!{LETTER})|{LETTER}*+(?:[{GLUE}]++{LETTER}*+)*+\+?)"
)
_WORD = re.compile(WORD)
_NEXT_WORD = re.compile(rf"{GAP}({WORD})")
_PREVIOUS_WORD = re.compile(rf"(?<!\w)({WORD}){GAP}\Z")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_PREFIX = re.compile(rf"(?<!\w)(?:anti|ex|non|post|pro)[{HYPHENS}]\Z", re.IGNORECASE)
_ARTICLE_FIRST = re.compile(rf"L(?:[ae]s?\s|[{APOSTROPHES}])")
_CAPITAL_AFTER = re.compile(rf"\s[{_CAPITALS}]")
_NUMBER_AFTER = re.compile(r"\s?\d")
_ARTICLES = frozenset({"au", "aux", "des", "du", "l'", "la", "le", "les"})
_CIVIL_TITLES = frozenset({"m", "me", "mes", "mlle", "mm", "mme", "mmes"})


class Known(NamedTuple):
    """Hold the usual name of an institution or territory, and what kind of thing it is."""

    name: str
    type: EntityType


def known_name(surface: str) -> Known | None:
    """Give what a spelling of an institution or territory stands for, doubtful or not.

    Args:
        surface: A whole name as printed, with its capitals; accents, hyphens and apostrophes may differ.

    Returns:
        None for what is unknown, and for what has small letters where the name has capitals.
    """
    spelling = known_spellings().get(fold_name(surface))
    if spelling is None or not spelling.fits(_WORD.findall(surface)):
        return None
    return Known(spelling.name, spelling.type)


def is_doubtful(surface: str) -> bool:
    """Tell whether a spelling is known but has other meanings too: Orange, PS, Le Point."""
    spelling = known_spellings().get(fold_name(surface))
    return spelling is not None and spelling.doubt is not Doubt.NONE


def find_known(text: str) -> Iterator[tuple[int, int, Known]]:
    """Spot institutions and territories in a text, in linear time.

    Args:
        text: Any text.

    Yields:
        Start, end and what is named there, from left to right, not overlapping, the longest where several begin.
        Doubtful spellings are passed over unless the words around them speak for them.
    """
    previous_end = 0
    known_words = _first_words()
    for word in _FIRST_WORD.finditer(text):
        if fold_name(word[0]) not in known_words or word.start() < previous_end:
            continue
        for start, end, spelling in _spellings_at(text, word, previous_end):
            if _stands_alone(text, start, end, previous_end) and _is_meant(text, start, end, spelling):
                yield start, end, Known(spelling.name, spelling.type)
                previous_end = end
                break


@cache
def demonyms() -> frozenset[str]:
    """Give the folded words for the people of a place, which are its adjectives too: americain, syriennes, lyonnais.

    Some are names of places as well: Corse, Lorraine.
    """
    return _folded_forms("demonyms.txt")


@cache
def function_nouns() -> frozenset[str]:
    """Give the folded offices, trades and roles that stand before a name: ministre, porte parole, premier ministre."""
    return _folded_forms("offices.txt")


@cache
def given_names() -> frozenset[str]:
    """Give the folded given names that are common in the French press, whatever their language."""
    return _folded_forms("given_names.txt")


@cache
def titles() -> frozenset[str]:
    """Give the folded forms of address, titles and ranks that stand before a name: m, mme, general, cheikh."""
    return _folded_forms("titles.txt")


def is_city(folded: str) -> bool:
    """Tell whether a folded name is that of a city of at least 15,000 people, and hardly of anything else.

    That is evidence for what a name stands for, never enough to see a name in a word.
    """
    return folded in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(gzip.decompress(_CITIES_PATH.read_bytes()).decode().splitlines())


@cache
def _kinds() -> frozenset[str]:
    """Give the folded nouns that introduce institutions and islands: quotidien, groupe, ile."""
    return _folded_forms("kinds.txt")


def _folded_forms(file_name: str) -> frozenset[str]:
    return frozenset(fold_name(form) for line in read_lines(file_name) for form in line.split(";"))


@cache
def _beginnings() -> frozenset[str]:
    """Give the folds of the first words of every spelling: one word, two, and so on to the whole."""
    beginnings = set(known_spellings())
    for fold in known_spellings():
        words = fold.split()
        beginnings.update(" ".join(words[:count]) for count in range(1, len(words)))
    return frozenset(beginnings)


@cache
def _most_small_words() -> dict[str, int]:
    """Give for each folded word that is the first with a capital the small words before it (lac Tchad)."""
    most: dict[str, int] = {}
    for fold, spelling in known_spellings().items():
        small = len(spelling.capitals) - len(spelling.capitals.lstrip("l"))
        if 0 < small < len(spelling.capitals):
            word = fold.split()[small]
            most[word] = max(most.get(word, 0), small)
    return most


@cache
def _first_words() -> frozenset[str]:
    """Give the folded words with which a spelling may be met in a text."""
    return frozenset(fold for fold in _beginnings() if " " not in fold or "plus" in fold).union(_most_small_words())


def _spellings_at(text: str, word: re.Match[str], least_start: int) -> Iterator[tuple[int, int, Spelling]]:
    """Yield the spellings of which a word is the first with a capital, the longest first, with their offsets."""
    before = _small_words_before(text, word.start(), _most_small_words().get(fold_name(word[0]), 0), least_start)
    for first in range(len(before) + 1):
        start = before[first][0] if first < len(before) else word.start()
        words = [each for _, each in before[first:]] + [word[0]]
        yield from reversed([(start, end, spelling) for end, spelling in _spellings_from(text, words, word.end())])


def _spellings_from(text: str, words: list[str], end: int) -> Iterator[tuple[int, Spelling]]:
    """Yield the spellings that begin with some words of a text, of which the last ends there, the shortest first."""
    fold = " ".join(map(fold_name, words))
    while fold in _beginnings():
        spelling = known_spellings().get(fold)
        if spelling is not None and spelling.fits(words):
            yield end, spelling
        following = _NEXT_WORD.match(text, end)
        if following is None:
            break
        words.append(following[1])
        fold = f"{fold} {fold_name(following[1])}"
        end = following.end()


def _small_words_before(text: str, start: int, most: int, least_start: int) -> list[tuple[int, str]]:
    """Give up to so many words before an offset, each with its start."""
    words: list[tuple[int, str]] = []
    while len(words) < most:
        near = max(least_start, start - NEAR)
        previous = _PREVIOUS_WORD.search(text[near:start])
        if previous is None:
            break
        start = near + previous.start(1)
        words.insert(0, (start, previous[1]))
    return words


def _stands_alone(text: str, start: int, end: int, previous_end: int) -> bool:
    """Tell whether nothing joins a name to another word, but for a hyphen where that is a known name too, or a prefix.

    The match France-Italie names both, as does RTL-Le Monde; anti-Otan names one, Marie-France no State.
    """
    if text[end : end + 1] in {"_", "@"}:
        return False
    if start and _HYPHEN.match(text, start - 1) and start - 1 != previous_end:
        is_joined = start > 1 and text[start - 2].isalnum() and _PREFIX.search(text[max(0, start - 6) : start]) is None
        if is_joined:
            return False
    if _HYPHEN.match(text, end) is None or not text[end + 1 : end + 2].isalnum():
        return True
    following = _FIRST_WORD.match(text, end + 1)
    return following is not None and any(_spellings_at(text, following, end + 1))


def _is_meant(text: str, start: int, end: int, spelling: Spelling) -> bool:
    """Tell whether the words around a spelling do not speak against it, and where it is doubtful speak for it."""
    before = words_before(text, start)
    if len(spelling.capitals) == 1 and spelling.capitals != "U" and _ends_with_person(before):
        return False
    if spelling.doubt is Doubt.NONE:
        return True
    if spelling.doubt is Doubt.UNSPOTTED or (spelling.capitals == "I" and _CAPITAL_AFTER.match(text, end)):
        return False
    if _is_introduced(before):
        return True
    if spelling.doubt is Doubt.ARTICLE:
        return bool(before) and before[-1] in _ARTICLES
    if spelling.capitals == "U":
        follows_article = bool(before) and before[-1].lower() in _ARTICLES
        return _NUMBER_AFTER.match(text, end) is None and (follows_article or is_in_parentheses(text, start, end))
    name = text[start:end]
    return _ARTICLE_FIRST.match(name) is not None and not name.isupper() and not begins_sentence(text, start)


def _ends_with_person(words: list[str]) -> bool:
    """Tell whether the last word makes what follows the name of a person: Serge Dassault, M. Bouygues."""
    if not words or not words[-1][0].isupper():
        return False
    return fold_name(words[-1]) in given_names() or fold_name(words[-1]) in _CIVIL_TITLES


def _is_introduced(words: list[str]) -> bool:
    """Tell whether a noun of its kind stands before a name, perhaps with a nationality between: le géant russe."""
    nouns = words[:-1] if len(words) > 1 and fold_name(words[-1]) in demonyms() else words
    return bool(nouns) and fold_name(nouns[-1]) in _kinds()

"""Read what stands between two spaces as a leaf of the tree: word, truncation, tolerance, words of a phrase.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.words import read_word, split_phrase
>>> read_word("syri*", Remarks()), read_word("vice-président", Remarks())
(Pattern(text='syri*'), Word(text='vice-président'))
>>> split_phrase(" la base, aérienne ", Remarks())
('la', 'base', 'aérienne')
"""

import re
import unicodedata

from archive_search.query.operators import tame_operator
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tree import Fuzzy, Leaf, Pattern, Word

SHORTEST_STEM = 3
MAX_TOLERANCE = 2

# French writes large numbers in groups of three digits, with any kind of space between.
NUMBER = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?=[,;:.…!?€%]*(?:[\s)\]}\"«»“”„]|$))")
CHUNK = re.compile(
    r"(?:[^\s()\[\]{}\"«»“”„|&,;:=<>…—/]|(?<=[0-9])[,:](?=[0-9])|:(?=//)|&(?=\w)|/(?![NnFf][0-9]{1,6}/))+"
)
"""What holds together between two spaces or signs, from a letter or a digit on."""
_PHRASE_PART = re.compile(rf"{NUMBER.pattern}|[^\s\"«»“”„]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_FACTIVA_TRUNCATION = re.compile(r"\$([1-9])$")
_STARS = re.compile(r"\*+")
_SIGNS_AT_END = frozenset("*?!~")
_PHRASE_SIGNS_AT_END = frozenset("*?")


def is_solid(character: str) -> bool:
    """Tell whether a character belongs to words: letter, digit, or accent of its own."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def strip_end(chunk: str, *, signs: frozenset[str] = _SIGNS_AT_END) -> str:
    """Take punctuation off the end of a chunk, but neither its signs nor the last dot of "O.N.U."."""
    end = len(chunk)
    while end:
        if _is_tone(chunk[max(end - 2, 0) : end]):
            end = len(chunk[:end].rstrip("?!"))
        elif chunk[end - 1] in signs or is_solid(chunk[end - 1]):
            break
        else:
            end -= 1
    if chunk[end : end + 1] == "." and _ACRONYM.fullmatch(chunk, 0, end + 1):
        return chunk[: end + 1]
    return chunk[:end]


def _is_tone(end: str) -> bool:
    """Recognise the "?!" or "...?" of a title, which is no truncation."""
    before, last = end[:-1], end[-1]
    if last not in "?!" or not before:
        return False
    return before == "!" or not (is_solid(before) or before in ("*?" if last == "?" else "*"))


def strip_start(chunk: str) -> str:
    """Take off whatever stands before the first letter or digit."""
    for start, character in enumerate(chunk):
        if character.isalnum():
            return chunk[start:]
    return ""


def read_word(chunk: str, remarks: Remarks) -> Leaf:
    """Read a chunk that starts with a letter or a digit and whose end is stripped.

    Args:
        chunk: Text such as "mot", "mot*", "mot~1"; neither an operator nor a field.
        remarks: Where repairs are said.
    """
    if "~" in chunk:
        return _read_tolerance(chunk, remarks)
    if truncation := _FACTIVA_TRUNCATION.search(chunk):
        # Factiva's $3 is at most three more letters; so are three question marks at the end of a word.
        pattern = strip_end(chunk[: truncation.start()]) + "?" * int(truncation[1])
        remarks.add(f"{quote(chunk)} compris comme {quote(pattern)}")
        return _read_pattern(pattern, remarks)
    if chunk.endswith("!"):
        return _read_pattern(chunk[:-1] + "*", remarks)
    if "*" in chunk or "?" in chunk:
        return _read_pattern(chunk, remarks)
    return Word(text=chunk)


def split_phrase(text: str, remarks: Remarks) -> tuple[str, ...]:
    """Split the inside of guillemets into words, without their punctuation; patterns keep their signs."""
    # Cleaning "10, 000" gives a number, which reads as one word: a second pass makes the result stable.
    return tuple(_clean_words(" ".join(_clean_words(text, remarks)), remarks))


def _clean_words(text: str, remarks: Remarks) -> list[str]:
    words = (_read_phrase_word(part, remarks) for part in _PHRASE_PART.findall(text))
    return [word for word in words if word]


def _read_phrase_word(part: str, remarks: Remarks) -> str:
    if part[0].isdigit() and NUMBER.fullmatch(part):
        return " ".join(part.split())
    word = strip_end(strip_start(part), signs=_PHRASE_SIGNS_AT_END)
    if "*" not in word:
        return word
    word = _STARS.sub("*", word)
    if _has_stem(word):
        return word
    _say_too_short(word, remarks)
    return strip_end(word.partition("*")[0], signs=_PHRASE_SIGNS_AT_END)


def _read_tolerance(chunk: str, remarks: Remarks) -> Leaf:
    start, _, tolerance = chunk.partition("~")
    base = strip_end(start)
    if "*" in base or "?" in base:
        remarks.add(f"pas de tolérance sur une troncature : ~ ignoré dans {quote(chunk)}")
        return read_word(base, remarks)
    if tolerance in ("1", "2"):
        distance = int(tolerance)
    else:
        distance = MAX_TOLERANCE if tolerance.isdecimal() and tolerance.strip("0") else 1
        remarks.add(f"tolérance ramenée à ~{distance} dans {quote(chunk)}")
    return Fuzzy(text=strip_end(base, signs=frozenset()), distance=distance)


def _read_pattern(pattern: str, remarks: Remarks) -> Leaf:
    pattern = _STARS.sub("*", pattern)
    if "*" not in pattern or _has_stem(pattern):
        return Pattern(text=pattern)
    _say_too_short(pattern, remarks)
    word = strip_end(pattern.partition("*")[0], signs=frozenset("?"))
    return read_word(tame_operator(word), remarks)


def _has_stem(pattern: str) -> bool:
    stem = pattern.partition("*")[0]
    return sum(character.isalnum() for character in stem) >= SHORTEST_STEM


def _say_too_short(pattern: str, remarks: Remarks) -> None:
    remarks.add(f"troncature trop courte : {quote(pattern)} pris comme mot, écrivez {SHORTEST_STEM} lettres avant *")

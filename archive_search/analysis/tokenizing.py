"""Cut a text into tokens: one form each, with its place in words and in characters.

Rules of French press text: elided articles come off and take no position; a hyphenated compound fills as many
consecutive positions as it has parts, and where a digit is involved its joined form is a further token over the
same positions (S-300, S300); dotted acronyms lose their dots (O.N.U. = ONU); groups of thousands are one number
(10 000 = 10.000 = 10000).

>>> from archive_search.analysis.tokenizing import tokenize
>>> [(token.form, token.position, token.start, token.end) for token in tokenize("L'armée, l'O.N.U. et les S-300")]
... # doctest: +NORMALIZE_WHITESPACE
[('armée', 0, 2, 7), ('onu', 1, 11, 17), ('et', 2, 18, 20), ('les', 3, 21, 24),
 ('s', 4, 25, 26), ('300', 5, 27, 30), ('s300', 4, 25, 30)]
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive_search.analysis.characters import APOSTROPHES, GLUE, GROUP_BLANKS, HYPHENS, INVISIBLE, LETTER
from archive_search.analysis.elision import ELIDED, split_at_apostrophes
from archive_search.analysis.folding import fold_form

TOKENIZER_VERSION = 2
"""Raise it with every change that gives some text other tokens or sentences: archives then ask to be rebuilt."""

MAX_FORM = 100
"""Longest form kept, in characters; what follows in an endless run of letters is dropped."""

_CACHED_LEXEME = 64


class Token(NamedTuple):
    """Hold one word of a text.

    Attributes:
        form: The word in lower case, form NFKC, ligatures expanded, accents kept.
        start: Offset of its first character in the text.
        end: Offset after its last character.
        position: Rank of the word in the text, from 0.
        last: Rank of its last part; greater than ``position`` only for the joined form of a compound.
    """

    form: str
    start: int
    end: int
    position: int
    last: int


class _Part(NamedTuple):
    form: str
    start: int
    end: int


_WORD = f"{LETTER}(?:{LETTER}|[{GLUE}])*+"
_ELISION = "|".join(sorted(ELIDED, key=len, reverse=True))
_LEXEME = re.compile(
    # an elided article cut off from its word by a space or a quotation mark is not a word
    rf"(?P<elided>(?<![^\W_])(?:{_ELISION})[{APOSTROPHES}](?!{LETTER}))"
    rf"|(?P<acronym>(?:(?:{_ELISION})[{APOSTROPHES}])?(?:[^\W\d_]\.){{2,}}+(?:[^\W\d_](?![^\W_]|[{GLUE}]))?)"
    rf"|(?P<number>(?:\d{{1,3}}(?:[.{GROUP_BLANKS}]\d{{3}})++(?!\d)|\d++(?:[.,]\d++)*+)(?!{LETTER}|[{HYPHENS}][^\W\d_]))"
    rf"|(?P<word>{_WORD}(?:[{APOSTROPHES}{HYPHENS}]{_WORD})*+)",
    re.IGNORECASE,
)
_HYPHEN = re.compile(f"[{HYPHENS}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SEPARATED = re.compile(rf"\d{{1,3}}(?:[.{GROUP_BLANKS}]\d{{3}})+")
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order of position; a joined form follows the parts that it joins.

    Args:
        text: Any Unicode text, of any length; it is read once, in linear time.

    Yields:
        Tokens whose offsets point into ``text`` as it is.
    """
    position = 0
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup
        if kind is None or kind == "elided":
            continue
        lexeme = match.group()
        parts = _parts(kind, lexeme) if len(lexeme) <= _CACHED_LEXEME else _parts.__wrapped__(kind, lexeme)
        offset = match.start()
        if len(parts) == 1:  # the common case, worth its own lines: every word of an archive passes here
            form, start, end = parts[0]
            yield Token(form, offset + start, offset + end, position, position)
            position += 1
            continue
        first = position
        for form, start, end in parts:
            yield Token(form, offset + start, offset + end, position, position)
            position += 1
        if parts and _has_digit(lexeme):
            joined = "".join(part.form for part in parts)[:MAX_FORM]
            yield Token(joined, offset + parts[0].start, offset + parts[-1].end, first, position - 1)


@lru_cache(maxsize=1 << 18)
def _parts(kind: str, lexeme: str) -> tuple[_Part, ...]:
    if kind == "number":
        parts = [_Part(_number_form(lexeme), 0, len(lexeme))]
    else:
        pieces = _acronym_pieces(lexeme) if kind == "acronym" else _word_pieces(lexeme)
        parts = [_Part(_form_of(lexeme[start:end], dotted=kind == "acronym"), start, end) for start, end in pieces]
    # A term that folds to nothing could never be asked for.
    return tuple(part for part in parts if fold_form(part.form))


def _number_form(lexeme: str) -> str:
    """Give "10 000", "10.000" and "10000" one form."""
    return (re.sub(r"\D", "", lexeme) if _SEPARATED.fullmatch(lexeme) else lexeme)[:MAX_FORM]


def _acronym_pieces(lexeme: str) -> list[tuple[int, int]]:
    return split_at_apostrophes(lexeme)[-1:]


def _word_pieces(lexeme: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    start = 0
    for sub in _HYPHEN.split(lexeme):
        pieces.extend((start + first, start + last) for first, last in split_at_apostrophes(sub))
        start += len(sub) + 1
    return pieces


def _form_of(piece: str, *, dotted: bool) -> str:
    plain = _INVISIBLE.sub("", piece[: 4 * MAX_FORM])
    if dotted:
        plain = plain.replace(".", "")
    # Before NFKC, which takes an acute accent used as an apostrophe for a blank and a combining accent.
    unified = plain.translate(_APOSTROPHES)
    return unicodedata.normalize("NFKC", unified).lower().translate(_LIGATURES)[:MAX_FORM]


def _has_digit(lexeme: str) -> bool:
    return any(character.isdigit() for character in lexeme)

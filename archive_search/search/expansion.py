"""Expand truncations and tolerant spellings to the forms that an archive contains."""

import re
from itertools import islice

from archive_search.analysis.characters import APOSTROPHES, HYPHENS
from archive_search.analysis.elision import ELIDED
from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import MAX_FORM
from archive_search.indexing.forms import FormRow
from archive_search.indexing.vocabulary import Vocabulary

MAX_EXPANSION = 2000
"""Most forms that one truncation or tolerant spelling stands for."""

_PIECE = re.compile(f"[^{HYPHENS}]+")
_LITERAL = re.compile(r"[^*?]+")
_STARS = re.compile(r"\*+")
_LONGEST_PATTERN = 2 * MAX_FORM
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
# The apostrophe of "aujourd'hui" is part of the word and stays.
_ELISION = re.compile(rf"^(?:{'|'.join(sorted(ELIDED))})[{APOSTROPHES}](?=.)")


def pattern_pieces(text: str) -> list[str]:
    """Cut a pattern at its hyphens, and take elided articles off: what is left are patterns of single words."""
    return [_ELISION.sub("", match.group().lower()) for match in _PIECE.finditer(text)]


def find_matching(pattern: str, vocabulary: Vocabulary) -> list[FormRow]:
    """List the forms that fit a pattern of one word, accents ignored; at most `MAX_EXPANSION` and one more."""
    folded = _STARS.sub("*", _LITERAL.sub(lambda literal: _fold_letters(literal.group()), pattern))
    if len(folded) > _LONGEST_PATTERN:
        return []
    inside = folded.rstrip("?")
    # At the end of a word each question mark may also be just that.
    globs = (folded[:end] for end in range(len(folded), len(inside) - 1, -1))
    rows = (row for glob in globs for row in vocabulary.matching(glob, limit=MAX_EXPANSION + 1))
    return list(islice(dict.fromkeys(rows), MAX_EXPANSION + 1))


def _fold_letters(literal: str) -> str:
    unified = _APOSTROPHE.sub("'", literal)
    letters = "".join(character for character in unified if character.isalnum() or character == "'")
    return "".join(character for character in fold_form(letters) if character.isalnum() or character == "'")


def find_near(form: str, distance: int, vocabulary: Vocabulary) -> list[FormRow]:
    """List the forms within 1 or 2 changed, added, missing or swapped letters of another, accents ignored."""
    return vocabulary.near(fold_form(form), distance)[: MAX_EXPANSION + 1]

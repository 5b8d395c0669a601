"""Tell the words that an archive writes small from names that only look like them.

>>> from archive_search.entities.ordinary_words import is_ordinary_word
>>> cases = {"reste": (400, 1), "tours": (90, 40)}
>>> is_ordinary_word("Reste", 2, cases), is_ordinary_word("Tours", 35, cases)
(True, False)
"""

from collections.abc import Mapping
from typing import TypeAlias

Cases: TypeAlias = Mapping[str, tuple[int, int]]
"""How often each word stands small and capitalised, by its lower-case form, as `casing.count_cases` counts."""

ENOUGH = 10
"""Capitals that a word must have inside sentences before they outweigh its small letters."""

_NEVER_SEEN = (0, 0)


def is_ordinary_word(surface: str, votes: int, cases: Cases) -> bool:
    """Tell whether a spelling is an ordinary word of the archive that begins a sentence, or has a capital of respect.

    Args:
        surface: Spelling that was taken for a name.
        votes: How often it was, whatever the type.
        cases: How the words of the archive are written.
    """
    if " " in surface or not is_mostly_small(surface, cases):
        return False
    # The towns of Tours and Lens: a word, and yet a name wherever it has its capital.
    capitalised = cases.get(surface.lower(), _NEVER_SEEN)[1]
    return not votes * 2 >= capitalised >= ENOUGH


def is_mostly_small(word: str, cases: Cases) -> bool:
    """Tell whether the archive writes a word, in singular or plural, small at least as often as with a capital."""
    lower = word.lower()
    singular = lower.removesuffix("s")
    small = sum(cases.get(form, _NEVER_SEEN)[0] for form in {lower, singular, singular + "s"})
    return small > 0 and small >= cases.get(lower, _NEVER_SEEN)[1]

"""Bring together what French and English papers make of one word of Russian, Arabic, Hebrew, Persian or Chinese.

The rules follow the two ways of writing a sound: ou and u, tch and ch, ch and sh, j and zh, dj and j, gu and g, y and
i. They know nothing of names that were never romanised; who calls them sees to that.

>>> from archive_search.analysis.romanisation import romanised_key
>>> [romanised_key(word, ends_name=True) for word in ("khrouchtchev", "khrushchev", "poutine", "putin")]
['HruSev', 'HruSev', 'putin', 'putin']
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from archive_search.analysis.data_files import read_data

# A syllable of Chinese or Korean: there, ch and sh, zh and j are two sounds, and people are called by one of them.
_SINGLE_SYLLABLE = re.compile(r"(?:[csz]h|dj|j)[aeiou]{1,3}(?:ng?)?")

# Each alternative and the letter that stands for it. Capitals are sounds that no single letter writes.
_SOUNDS = (
    # The chtch of Khrouchtchev and the ch of Gorbachev are at once tch and ch: all of these are one class.
    (r"tsch|tch|sch|sh|ch", "S"),
    (r"dzh|dj|zh|j", "J"),
    (r"kh", "H"),
    (r"ou|oo|w", "u"),
    # Waleed; but Fadeev, whose English form is Fadeyev.
    (r"ee(?!v)", "i"),
    # Evgueni, Ievgueni, Yevgeny; Medvedev, Medvedyev.
    (r"[iy]+e(?=.)", "e"),
    (r"y", "i"),
    (r"gu(?=[eiy])", "g"),
    (r"ck|q|c(?![eiy])", "k"),
    (r"x", "ks"),
)
_SOUND = re.compile("|".join(f"({spelling})" for spelling, _letter in _SOUNDS))
_LETTERS = tuple(letter for _spelling, letter in _SOUNDS)
_DOUBLED = re.compile(r"(.)\1+")
_SILENT_END = re.compile(r"(?<=a)h$")
# Poutine, Smirnoff: endings of surnames that French makes longer.
_SURNAME_END = re.compile(r"(?<=[^aeiou]in)e$")
_FF_END = re.compile(r"(?<=[eo])ff$")


@lru_cache(maxsize=1 << 17)
def romanised_key(word: str, *, ends_name: bool) -> str:
    """Give the key that the romanisations of one word share.

    Args:
        word: A folded word of a name.
        ends_name: Whether it is the last word of a surname, where Poutine is written for Putin.

    Returns:
        ASCII letters and digits; capitals stand for sounds, so that a key is no word to be shown.
    """
    word = _given_names().get(word, word)
    if _SINGLE_SYLLABLE.fullmatch(word):
        return word
    if ends_name:
        word = _SURNAME_END.sub("", _FF_END.sub("v", word))
    sounds = _SOUND.sub(_letter_for, word)
    return _SILENT_END.sub("", _DOUBLED.sub(r"\1", sounds))


def _letter_for(found: re.Match[str]) -> str:
    return _LETTERS[(found.lastindex or 1) - 1]


@cache
def _given_names() -> Mapping[str, str]:
    """Map each form of a given name to the one that stands for all, for those that no rule brings together."""
    lines = read_data("romanised_given_names.txt").decode().splitlines()
    groups = [line.split() for line in lines if line and not line.startswith("#")]
    return {form: group[0] for group in groups for form in group}

"""Find many known spellings in a text at once, as whole words, in time that does not grow with their number.

>>> from archive_search.entities.spellings import SpellingIndex
>>> index = SpellingIndex({"Chuck Hagel": 1, "Hagel": 2, "Ria Novosti": 3})
>>> list(index.find("Ria Novosti cite Chuck Hagel, puis M. Hagel."))
[(0, 11, 3), (17, 28, 1), (38, 43, 2)]
"""

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from archive_search.entities.preparing import prepare_text

Meaning = TypeVar("Meaning")

MOST_WORDS = 12
LONGEST = 120

_WORD = re.compile(r"\w+")
# "Paris-Nice" does not name Paris, "Gazeta.ru" not Gazeta; a full stop before a blank ends a sentence.
_GOES_ON = re.compile(r"[-‐‑.@]\w")
_WENT_ON = re.compile(r"(?:\w[-‐‑]|[@#])\Z")


class SpellingIndex(Generic[Meaning]):
    """Hold spellings by their first word, so that a text is read once, whatever their number.

    Case counts. Apostrophes and spaces of all kinds are alike. Spellings of more than `MOST_WORDS` words or `LONGEST`
    characters, and those without a letter or digit, are left out: nobody looks for them, and they bound the work.
    """

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings: dict[str, Meaning] = {}
        lengths: dict[str, set[int]] = {}
        for spelling, meaning in meanings.items():
            plain = prepare_text(spelling)
            words = [(word.start(), word.end()) for word in _WORD.finditer(plain)]
            if not words or len(words) > MOST_WORDS or len(plain) > LONGEST:
                continue
            first, last = words[0], words[-1]
            self._meanings.setdefault(plain[first[0] : last[1]], meaning)
            lengths.setdefault(plain[first[0] : first[1]], set()).add(len(words))
        self._lengths = {word: sorted(counts, reverse=True) for word, counts in lengths.items()}

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def find(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        """Yield (start, end, meaning) for what is found, in order, the longest at each place, without overlaps."""
        plain = prepare_text(text)
        words = [(word.start(), word.end()) for word in _WORD.finditer(plain)]
        free_from = 0
        for number, (start, end) in enumerate(words):
            if start < free_from or plain[start:end] not in self._lengths:
                continue
            if _WENT_ON.search(plain[max(0, start - 2) : start]):
                continue
            found = self._longest(plain, words[number : number + MOST_WORDS])
            if found is not None:
                free_from, meaning = found
                yield start, free_from, meaning

    def _longest(self, plain: str, words: list[tuple[int, int]]) -> tuple[int, Meaning] | None:
        start = words[0][0]
        for count in self._lengths[plain[start : words[0][1]]]:
            if count > len(words):
                continue
            end = words[count - 1][1]
            spelling = plain[start:end] if end - start <= LONGEST else ""
            if spelling in self._meanings and not _GOES_ON.match(plain, end):
                return end, self._meanings[spelling]
        return None

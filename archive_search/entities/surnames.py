"""Tell which person of an article a surname, a first name or a name with initials stands for.

>>> from archive_search.entities.surnames import Bearers
>>> bearers = Bearers([((1, 0), "Bill Clinton"), ((1, 40), "Hillary Clinton"), ((3, 0), "Ségolène Royal")])
>>> bearers.bearer_of("Clinton", (1, 20)), bearers.bearer_of("Clinton", (2, 0)), bearers.bearer_of("Ségolène", (4, 0))
('Bill Clinton', 'Hillary Clinton', 'Ségolène Royal')
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from archive_search.analysis.name_keys import fold_name, is_full_name, surname_key
from archive_search.entities.gazetteer import given_names

Place: TypeAlias = tuple[int, int]
"""Number of a paragraph and offset in it: places compare in the order of reading."""

_FRENCH_PARTICLE = re.compile(r"(?:de|du|des|la|le|les)\b|d['’]")
MOST_WORDS = 8
"""Words of a name that are looked at: few persons have more, and it bounds the work."""


class Bearers:
    """Hold the full names of an article by each of the shorter names that may stand for them."""

    def __init__(self, full_names: Iterable[tuple[Place, str]]) -> None:
        """Take the full names in the order of reading, each with its place."""
        self._by_surname: dict[str, list[tuple[Place, str]]] = {}
        self._by_short_form: dict[str, list[tuple[Place, str]]] = {}
        self._by_first_name: dict[str, list[tuple[Place, str, bool]]] = {}
        for place, name in full_names:
            bearer = (place, name)
            self._by_surname.setdefault(surname_key(name), []).append(bearer)
            namesakes = self._by_first_name.setdefault(fold_name(name.split()[0]), [])
            namesakes.append((*bearer, _is_same_person(name, namesakes)))
            for short_form in _short_forms(name):
                self._by_short_form.setdefault(short_form, []).append(bearer)

    def bearer_of(self, name: str, place: Place) -> str | None:
        """Give the full name that a shorter one stands for at a place of the article, or None.

        Of several bearers it is the one last named before, or else the first named after. A first name stands for a
        person only where it was given with the surname before, and with one surname.
        """
        folded = fold_name(name)
        bearers = self._by_short_form.get(folded) if is_full_name(name) else self._by_surname.get(surname_key(name))
        if bearers:
            return bearers[max(0, bisect_left(bearers, (place, "")) - 1)][1]
        namesakes = self._by_first_name.get(folded, [])
        before = bisect_left(namesakes, (place, "", False))
        _, bearer, is_only_one = namesakes[before - 1] if before else (place, "", False)
        return bearer if is_only_one else None


def _is_same_person(name: str, namesakes: list[tuple[Place, str, bool]]) -> bool:
    """Tell whether all who have a first name so far have one surname too."""
    if not namesakes:
        return True
    _, last, is_only_one = namesakes[-1]
    return is_only_one and surname_key(last) == surname_key(name)


def alone(full_name: str) -> Iterator[str]:
    """Yield the surname of a person in the spellings in which it may stand alone.

    >>> list(alone("Bachar al-Assad")), list(alone("Marine Le Pen")), list(alone("Xi Jinping"))
    (['al-Assad', 'Assad'], ['Le Pen'], ['Xi'])
    """
    words = full_name.split()[:MOST_WORDS]
    ends = [" ".join(words[count:]) for count in range(1, len(words))]
    without_article = words[-1].partition("-")[2]
    key = surname_key(full_name)
    for end in (*ends, without_article, words[0]):
        # "le général de Villiers" is found by "Villiers"; "d'Orléans" and "de la Marne" are mostly not a surname.
        if end and not _FRENCH_PARTICLE.match(end) and surname_key(end) == key:
            yield end


def _short_forms(full_name: str) -> Iterator[str]:
    """Yield, folded, a name of several words without its first ones, and behind the initials of the first."""
    words = full_name.split()[:MOST_WORDS]
    # In "Gap Xavier Malle" something strayed in front of the name.
    is_led_astray = fold_name(words[0]) not in given_names() and fold_name(words[1]) in given_names()
    for count in range(1, 1 if is_led_astray else len(words) - 1):
        yield fold_name(" ".join(words[count:]))
    initials = "".join(part[0] for part in fold_name(words[0]).split())
    if len(initials) < len(fold_name(words[0])):
        yield f"{initials} {fold_name(' '.join(words[1:]))}"

"""Split the name of an author into the parts by which lists of references sort and print it.

>>> from archive_search.exports.citations.author_names import split_author
>>> split_author("Jean de La Tour")
AuthorName(family='La Tour', given='Jean', particle='de', prefix='')
>>> split_author("Vincent van der Meer")
AuthorName(family='Meer', given='Vincent', particle='', prefix='van der')
>>> split_author("La rédaction")
AuthorName(family='La rédaction', given='', particle='', prefix='')
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive_search.exports.plain_text import flatten

LONGEST_NAME = 6

_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "the"})
# Words of desks, agencies and papers; whoever has one in the name is no person.
_COLLECTIVE_WORDS = """
afp ap ats agence agences association belga bureau collectif comité correspondance correspondant correspondante
courrier desk direction dpa efe équipe gazette groupe infographie interfax journal magazine médias media news newsroom
presse press reuters rédaction redaction service services site société staff studio syndicat tass tv télévision radio
web xinhua
"""
_COLLECTIVE = frozenset(_COLLECTIVE_WORDS.split())
# Two persons in one byline; "and" in a single name would part it in BibTeX too.
_JOINING = frozenset({"et", "and", "avec", "with"})

# In French lists "de" and "d'" follow the given name; contracted articles and foreign particles stay in front.
_FOLLOWING = frozenset({"de", "d'"})
_LEADING_WORDS = """
du des la le les van von vom zu zum zur und der den het ten ter al el ben bin ibn da das di do dos del della dello dei
degli abou abu ould
"""
_LEADING = frozenset(_LEADING_WORDS.split())
_PARTICLES = _FOLLOWING | _LEADING


class AuthorName(NamedTuple):
    """Hold the parts of a name.

    Attributes:
        family: Family name, or the whole name of whoever is no person or has one name only.
        given: Given names; empty for a name that is taken whole.
        particle: Particle that follows the given name in a list, such as "de".
        prefix: Particles that stand before the family name in a list and are not sorted by, such as "van der".
    """

    family: str
    given: str = ""
    particle: str = ""
    prefix: str = ""

    @property
    def whole_family(self) -> str:
        """Family name with what stands before it."""
        return f"{self.prefix} {self.family}" if self.prefix else self.family

    @property
    def whole_given(self) -> str:
        """Given names with the particle that follows them."""
        return f"{self.given} {self.particle}" if self.particle else self.given


def split_authors(names: Iterable[str]) -> tuple[AuthorName, ...]:
    """Split the names of several authors; empty ones are left out."""
    return tuple(author for author in map(split_author, names) if author.family)


def split_author(name: str) -> AuthorName:
    """Split a name as a French byline prints it; what does not look like a person's is left whole."""
    name = flatten(name)
    words = _in_order(name)
    if not _is_person(words):
        return AuthorName(name)
    words = _lower_capitals(words)
    start = _family_start(words)
    return _name_of(words[:start], words[start:])


def _in_order(name: str) -> list[str]:
    """Give the words with the given name first: "Dupont, Jeanne" is in the order of lists."""
    family, comma, given = name.partition(",")
    words = f"{given} {family}".split() if comma and given.strip() and "," not in given else name.split()
    # A glued particle is a word: "d'Ormesson".
    return [part for word in words for part in _unglue(word)]


def _unglue(word: str) -> list[str]:
    has_particle = len(word) > 3 and word[:2] in {"d'", "d’"} and word[2].isupper()
    return [word[:2], word[2:]] if has_particle else [word]


def _is_person(words: Sequence[str]) -> bool:
    if not 2 <= len(words) <= LONGEST_NAME or _plain(words[0]).partition("'")[0] in _ARTICLES:
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(map(_is_of_name, words))


def _is_of_name(word: str) -> bool:
    plain = _plain(word)
    if plain in _COLLECTIVE | _JOINING or not all(letter.isalpha() or letter in "'’.-‐‑" for letter in word):
        return False
    return plain in _PARTICLES or word[0].isupper()


def _plain(word: str) -> str:
    return word.replace("’", "'").lower()


def _lower_capitals(words: Sequence[str]) -> list[str]:
    """Give words printed in capitals their usual letters; capitals that come first are the family name."""
    shouted = [len(word) > 1 and "." not in word and word.isupper() for word in words]
    lowered = [_lower_word(word) if loud else word for word, loud in zip(words, shouted, strict=True)]
    count = shouted.index(False) if False in shouted else 0
    return lowered[count:] + lowered[:count] if count and not any(shouted[count:]) else lowered


def _lower_word(word: str) -> str:
    plain = _plain(word)
    return plain if plain in _FOLLOWING else word.title().replace("’S", "’s")


def _family_start(words: Sequence[str]) -> int:
    """Find the first word of the family name: a particle, or else the last word."""
    start = next((place for place in range(1, len(words) - 1) if _plain(words[place]) in _PARTICLES), len(words) - 1)
    # "Valéry Giscard d'Estaing": French given names in a row have a hyphen, so two words before "de" are no such row.
    is_compound = start > 1 and _plain(words[start]) in _FOLLOWING and not words[1].endswith(".")
    return 1 if is_compound else start


def _name_of(given: Sequence[str], family: Sequence[str]) -> AuthorName:
    following = 1 if family[0] in {"de", "d'", "d’"} else 0
    leading = following
    while leading < len(family) - 1 and family[leading] in _LEADING:
        leading += 1
    return AuthorName(
        family=_join(family[leading:]),
        given=" ".join(given),
        particle=_join(family[:following]),
        prefix=" ".join(family[following:leading]),
    )


def _join(words: Sequence[str]) -> str:
    return " ".join(words).replace("d' ", "d'").replace("d’ ", "d’")

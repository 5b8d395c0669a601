"""Tell which given names an English nickname stands for.

>>> from archive_search.entities.nicknames import given_names_of
>>> given_names_of("joe"), given_names_of("steve"), given_names_of("joseph")
(('joseph',), ('stephen', 'steven'), ())
"""

from collections.abc import Mapping
from functools import cache

from archive_search.entities.known_spellings import read_lines


def given_names_of(folded: str) -> tuple[str, ...]:
    """Give the names that a folded first name may be short for; none when it is no nickname."""
    return _given_names().get(folded, ())


@cache
def _given_names() -> Mapping[str, tuple[str, ...]]:
    nicknames = (line.split(": ") for line in read_lines("nicknames.txt"))
    return {nickname: tuple(names.split(" ; ")) for nickname, names in nicknames}

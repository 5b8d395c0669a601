"""Tell which articles are in which family, in arrays: every search asks it of the articles that it found.

>>> import numpy as np
>>> numbers = FamilyNumbers(articles=np.array([3, 5, 8]), families=np.array([3, 3, 3]))
>>> numbers.of(np.array([8, 4, 5])).tolist()
[3, 0, 3]
"""

import sqlite3
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

NUMBER_BYTES = np.dtype("<i8")
UNREADABLE = "familles illisibles, que « archive-search rebuild » refait"


class FamilyNumbers(NamedTuple):
    """Hold the numbers of all articles that are in families, and those of their families.

    Attributes:
        articles: Numbers of the members of families of two or more, shape (members,), in ascending order.
        families: Number of the first publication of each, shape (members,).
    """

    articles: Numbers
    families: Numbers

    def of(self, numbers: Numbers) -> Numbers:
        """Give for articles, by number and in any order, the number of their family; 0 where they have none."""
        if not len(self.articles):
            return np.zeros(len(numbers), np.int64)
        places = np.minimum(np.searchsorted(self.articles, numbers), len(self.articles) - 1)
        return np.where(self.articles[places] == numbers, self.families[places], 0)

    def count(self, family: int) -> int:
        """Count the members of a family, by its number."""
        return int((self.families == family).sum())


def read_family_numbers(connection: sqlite3.Connection) -> FamilyNumbers:
    """Read which articles are in which family.

    Raises:
        sqlite3.DataError: The row holds something else.
    """
    row = connection.execute("select articles, families from family_numbers").fetchone()
    if row is None:
        return FamilyNumbers(np.empty(0, np.int64), np.empty(0, np.int64))
    try:
        articles, families = (np.frombuffer(column, NUMBER_BYTES).astype(np.int64, copy=False) for column in row)
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(UNREADABLE) from error
    if len(articles) != len(families):
        raise sqlite3.DataError(UNREADABLE)
    return FamilyNumbers(articles, families)

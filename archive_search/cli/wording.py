"""Say numbers in French.

>>> from archive_search.cli.wording import decimal
>>> decimal(0.25)
'0,2'
"""

from collections.abc import Sequence

from archive_search.records import EntityType
from archive_search.search.wording import count_things

TYPE_NAMES = {EntityType.PERSON: "personne", EntityType.PLACE: "lieu", EntityType.ORG: "organisation"}


def decimal(number: float) -> str:
    """Write a number with one decimal after a comma."""
    return f"{number:.1f}".replace(".", ",")


def count_each(*counted: tuple[int, str]) -> str:
    """List numbers and what they count, without those that are 0."""
    return ", ".join(count_things(number, name) for number, name in counted if number)


def describe_window(counted: str, *, total: int, offset: int, shown: int) -> str:
    """Say how many things there are, which of them are shown, and how to see the next ones.

    Args:
        counted: How many there are, in French.
        total: How many can be shown, page after page.
        offset: How many stand before those shown.
        shown: How many are shown.
    """
    if not total or shown == total:
        return counted
    if not shown:
        return f"{counted}, aucun montré"
    first, last = offset + 1, offset + shown
    part = f"{counted}, n° {first}" + (f" à {last}" if last > first else "")
    return f"{part} (suite : --offset {last})" if last < total else part


def quote_all(texts: Sequence[str]) -> str:
    """List texts between guillemets."""
    return ", ".join(f"« {text} »" for text in texts)

"""Say numbers in French.

>>> from archive_search.cli.wording import count_things, decimal
>>> count_things(1, "article ajouté"), count_things(0, "article ajouté"), count_things(2, "article ajouté")
('1 article ajouté', '0 article ajouté', '2 articles ajoutés')
>>> decimal(0.25)
'0,2'
"""

from collections.abc import Sequence

from archive_search.records import EntityType

NARROW_SPACE = "\u202f"
TYPE_NAMES = {EntityType.PERSON: "personne", EntityType.PLACE: "lieu", EntityType.ORG: "organisation"}


def group_digits(number: int) -> str:
    """Write a number with its thousands set apart by a narrow no-break space."""
    return f"{number:,}".replace(",", NARROW_SPACE)


def plural(number: int) -> str:
    """Give the "s" that French adds from two on."""
    return "s" if number > 1 else ""


def count_things(number: int, name: str) -> str:
    """Write a number and what it counts; every word of the name takes an "s" in the plural."""
    ending = plural(number)
    return f"{group_digits(number)} {' '.join(word + ending for word in name.split())}"


def decimal(number: float) -> str:
    """Write a number with one decimal after a comma."""
    return f"{number:.1f}".replace(".", ",")


def count_each(*counted: tuple[int, str]) -> str:
    """List numbers and what they count, without those that are 0."""
    return ", ".join(count_things(number, name) for number, name in counted if number)


def describe_window(name: str, *, total: int, offset: int, shown: int) -> str:
    """Say how many things there are, which of them are shown, and how to see the next ones."""
    counted = count_things(total, name)
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

"""Say numbers in French.

>>> from archive_search.cli.wording import count_things, decimal
>>> count_things(1, "article ajouté"), count_things(0, "article ajouté"), count_things(2, "article ajouté")
('1 article ajouté', '0 article ajouté', '2 articles ajoutés')
>>> decimal(0.25)
'0,2'
"""

NARROW_SPACE = "\u202f"


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

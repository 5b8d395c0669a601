"""Say numbers and suggestions in French, in the sentences that a search gives with its answer.

>>> from archive_search.search.wording import count_things, tell_suggestions
>>> count_things(1, "article ajouté"), count_things(0, "article ajouté"), count_things(2, "article ajouté")
('1 article ajouté', '0 article ajouté', '2 articles ajoutés')
>>> count_things(3, "fichier nouveau")
'3 fichiers nouveaux'
>>> tell_suggestions(["quai", "gué"])
' ; vouliez-vous dire « quai » ou « gué » ?'
"""

from collections.abc import Sequence

from archive_search.query.remarks import quote

NARROW_SPACE = "\u202f"


def group_digits(number: int) -> str:
    """Write a number with its thousands set apart by a narrow no-break space."""
    return f"{number:,}".replace(",", NARROW_SPACE)


def plural(number: int) -> str:
    """Give the "s" that French adds from two on."""
    return "s" if number > 1 else ""


def count_things(number: int, name: str) -> str:
    """Write a number and what it counts; in the plural every word of the name takes an "s", or an "x" after "eau"."""
    words = name.split() if number < 2 else [word + ("x" if word.endswith("eau") else "s") for word in name.split()]
    return f"{group_digits(number)} {' '.join(words)}"


def tell_suggestions(texts: Sequence[str]) -> str:
    """End a sentence by asking whether one of some texts was meant; an empty end where there are none."""
    if not texts:
        return ""
    *others, last = map(quote, texts)
    choice = f"{', '.join(others)} ou {last}" if others else last
    return f" ; vouliez-vous dire {choice} ?"

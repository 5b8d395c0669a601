"""Say numbers and suggestions in French, in the sentences that a search gives with its answer.

>>> from archive_search.search.wording import tell_suggestions, tell_count
>>> tell_count(1, "article"), tell_count(2, "signature")
('1 article', '2 signatures')
>>> tell_suggestions(["quai", "gué"])
' ; vouliez-vous dire « quai » ou « gué » ?'
"""

from collections.abc import Sequence

from archive_search.query.remarks import quote

_NARROW_SPACE = "\u202f"


def tell_count(count: int, name: str) -> str:
    """Write a number, its thousands set apart by a narrow no-break space, and the word that it counts.

    Args:
        count: The number.
        name: One word, in the singular; it takes an "s" from two on.
    """
    grouped = f"{count:,}".replace(",", _NARROW_SPACE)
    return f"{grouped} {name}{'s' if count > 1 else ''}"


def tell_suggestions(texts: Sequence[str]) -> str:
    """End a sentence by asking whether one of some texts was meant; an empty end where there are none."""
    if not texts:
        return ""
    *others, last = map(quote, texts)
    choice = f"{', '.join(others)} ou {last}" if others else last
    return f" ; vouliez-vous dire {choice} ?"

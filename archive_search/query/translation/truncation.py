"""Cut a pattern down to what a service can truncate, and tell what is lost.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.truncation import Stem, cut_at_star
>>> cut_at_star("aéro*port", "Factiva", Remarks())
Stem(text='aéro', any_ending=True)
"""

from typing import NamedTuple

from archive_search.query.remarks import Remarks, quote
from archive_search.query.words import SHORTEST_STEM


class Stem(NamedTuple):
    """Hold the beginning of a pattern, which may have question marks, and whether any ending may follow."""

    text: str
    any_ending: bool


def cut_at_star(pattern: str, service: str, notes: Remarks) -> Stem | None:
    """Keep what stands before the first star; None, with a note, where that is too short to be truncated."""
    head, star, tail = pattern.partition("*")
    if tail.strip("*"):
        notes.add(f"{service} ne tronque qu'à la fin d'un mot : {quote(pattern)} coupé à {quote(head + '*')}")
    return Stem(head, bool(star)) if _is_long_enough(head, pattern, service, notes) else None


def cut_at_sign(pattern: str, service: str, notes: Remarks) -> str | None:
    """Keep what stands before the first star or question mark; None, with a note, where that is too short."""
    head = pattern.partition("*")[0].partition("?")[0]
    if not _is_long_enough(head, pattern, service, notes):
        return None
    if pattern.rstrip("*") != head:
        notes.add(f"{service} ne tronque qu'à la fin d'un mot : {quote(pattern)} élargi à {quote(head + '*')}")
    return head


def _is_long_enough(head: str, pattern: str, service: str, notes: Remarks) -> bool:
    if sum(character.isalnum() for character in head) >= SHORTEST_STEM:
        return True
    notes.add(f"{service} ne tronque pas si tôt : {quote(pattern)} laissé de côté")
    return False

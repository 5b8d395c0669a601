r"""Join the lines of a printed text, and the words that a hyphen cuts at the end of one.

A hyphen between two small letters cut a word, unless the text prints the compound elsewhere, or the halves are those
of one (« peut-être », « dit-il »); between others it belongs to a name.

>>> from archive_search.sources.passages.line_ends import join_lines
>>> join_lines(["Le port de Saint-", "Denis est en construc-", "tion."])
'Le port de Saint-Denis est en construction.'
"""

import re
from collections.abc import Iterable, Sequence, Set

_FORM = re.compile(r"\w+(?:[-'’]\w+)*")
_CUT = re.compile(r"(?P<start>[\w'’-]*\w)[-\xad]$")
_GOES_ON = re.compile(r"[\w'’-]*\w")
_SOFT_HYPHEN = "\xad"

# Halves of compounds, which no syllable of another word is likely to be.
_FIRST_HALVES = """
    peut vice porte celui celle celles ceux moi toi lui eux soi elle nous vous franco anglo germano israélo russo sino
    socio vingt trente quarante cinquante soixante quatre grand arc chef rendez demi après avant est
"""
_SECOND_HALVES = "il ils elle elles je tu nous vous moi toi lui ci là être même mêmes t"


def collect_forms(lines: Iterable[str]) -> frozenset[str]:
    """Collect the words of some lines as they are printed whole, in small letters, for `join_lines`."""
    forms: set[str] = set()
    for line in lines:
        # The last word of a line may be half of one, and the first its other half.
        forms.update(form.casefold() for form in _FORM.findall(line)[1:-1])
    return frozenset(forms)


def join_lines(lines: Sequence[str], *, forms: Set[str] = frozenset()) -> str:
    """Join lines into one, without the hyphens that cut words.

    Args:
        lines: Lines in order, none of them empty.
        forms: Words that the text prints whole elsewhere.
    """
    parts = list(lines[:1])
    for line in lines[1:]:
        before, space = _join_at_end(parts[-1], line, forms=forms)
        parts[-1] = before
        parts += [space, line]
    return "".join(parts).replace(_SOFT_HYPHEN, "")


def _join_at_end(before: str, after: str, *, forms: Set[str]) -> tuple[str, str]:
    """Give a line without the hyphen that cuts its last word, and what stands between it and the next."""
    # A line of a million letters without space would be searched again for each that follows.
    cut, rest = _CUT.search(before[-100:]), _GOES_ON.match(after[:100])
    if cut is None or rest is None:
        return before, "" if before.endswith(_SOFT_HYPHEN) else " "
    if before.endswith(_SOFT_HYPHEN) or not _keeps_hyphen(cut["start"], rest[0], forms=forms):
        return before[:-1], ""
    return before, ""


def _keeps_hyphen(start: str, rest: str, *, forms: Set[str]) -> bool:
    joined, compound = f"{start}{rest}".casefold(), f"{start}-{rest}".casefold()
    if joined in forms:
        return False
    if compound in forms:
        return True
    if not (start[-1].islower() and rest[0].islower()):
        return True
    first, second = re.split(r"[-'’]", start.casefold())[-1], re.split(r"[-'’]", rest.casefold())[0]
    return first in _FIRST_HALVES.split() or second in _SECOND_HALVES.split()

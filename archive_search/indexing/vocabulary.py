"""Number the exact forms of an archive while it is written."""

from collections.abc import Iterable
from typing import NamedTuple

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import stem_form


class NewForm(NamedTuple):
    """Hold a form met for the first time: its number, spelling, family key and folded spelling."""

    number: int
    form: str
    stem: str
    folded: str


class Vocabulary:
    """Give every exact form its number and stem; each distinct form is stemmed once in the life of an archive."""

    def __init__(self, known: Iterable[tuple[int, str, str]] = ()) -> None:
        """Start from the forms already numbered: number, form, stem."""
        self._known = {form: (number, stem) for number, form, stem in known}
        self._next = max((number for number, _stem in self._known.values()), default=0) + 1
        self._new: list[NewForm] = []

    def __len__(self) -> int:
        return len(self._known)

    def look_up(self, form: str) -> tuple[int, str]:
        """Give number and stem of a form, numbering it at its first use."""
        entry = self._known.get(form)
        if entry is None:
            entry = self._known[form] = (self._next, stem_form(form))
            self._new.append(NewForm(self._next, form, entry[1], fold_form(form)))
            self._next += 1
        return entry

    def take_new(self) -> list[NewForm]:
        """Give the forms numbered since the last call, to be stored with the commit."""
        new, self._new = self._new, []
        return new

"""Which forms of an archive are spellings of a word that was typed.

>>> from archive_search.search.spelling import accents_agree
>>> accents_agree("marche", "marché"), accents_agree("pêche", "péché")
(True, False)
"""

import unicodedata

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import overridden_forms, stem_form
from archive_search.search.terms import Family, TermSet
from archive_search.store.forms import FormRow, FormTable


def accents_agree(one: str, other: str) -> bool:
    """Tell whether two forms of one folded spelling differ only by accents that either of them lacks."""
    if len(one) != len(other):
        return True
    return all(
        mine == theirs or _bare(mine) == mine or _bare(theirs) == theirs
        for mine, theirs in zip(one, other, strict=True)
    )


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def has_accents(form: str) -> bool:
    """Tell whether a form has any letter beyond ASCII."""
    return not form.isascii()


def find_family(form: str, table: FormTable) -> TermSet:
    """Find the families that a typed word asks for: its own, and those of its spellings with other accents.

    A word typed without accents stands for every accented form. A word typed with accents also stands for the
    same word printed without them (capitals), unless that is known as another word (marché, marche).
    """
    stems = {stem_form(form)}
    for row in table.folding_to(fold_form(form)):
        if accents_agree(form, row.form) and not _are_distinct(form, row):
            stems.add(row.stem)
    return tuple(Family(stem, None) for stem in sorted(stems))


def _are_distinct(typed: str, row: FormRow) -> bool:
    listed = overridden_forms()
    return has_accents(typed) and (typed in listed or row.form in listed) and stem_form(typed) != row.stem


def group_forms(rows: list[FormRow]) -> TermSet:
    """Make the term set that asks for exactly these forms."""
    forms_of: dict[str, set[str]] = {}
    for row in rows:
        forms_of.setdefault(row.stem, set()).add(row.form)
    return tuple(Family(stem, frozenset(forms)) for stem, forms in sorted(forms_of.items()))


def find_spellings(form: str, table: FormTable) -> TermSet:
    """Find the forms that differ from a typed one by accents at most."""
    return group_forms(table.folding_to(fold_form(form)))


def exactly(form: str) -> TermSet:
    """Ask for one form, accents counted."""
    return (Family(stem_form(form), frozenset({form})),)

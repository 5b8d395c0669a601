"""Which forms of an archive are spellings of a word that was typed, and how a form is written as the word was.

>>> from archive_search.search.spelling import accents_agree
>>> accents_agree("marche", "marché"), accents_agree("pêche", "péché")
(True, False)
"""

import unicodedata

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import overridden_forms, stem_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.indexing.forms import FormRow
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.search.terms import Family, TermSet


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


def find_family(form: str, vocabulary: Vocabulary) -> TermSet:
    """Find the families that a typed word asks for: its own, and those of its spellings with other accents.

    A word typed without accents stands for every accented form. A word typed with accents also stands for the
    same word printed without them (capitals), unless that is known as another word (marché, marche). A word that
    lost its accents brings no family: by its letters alone SENAT would have a family of its own.
    """
    bare = fold_form(form)
    spellings = [row for row in vocabulary.folding_to(bare) if is_spelling(row.form, form)]
    accented = {row.form: row.stem for row in spellings if row.form != bare}
    typed = accented if form == bare else {form: stem_form(form)}
    families = {stem: Family(stem, None) for stem in {*accented.values(), *typed.values()}}
    if any(has_lost_accents(bare, word) for word in typed):
        families.setdefault(stem_form(bare), Family(stem_form(bare), frozenset({bare})))
    elif form == bare:
        families[stem_form(bare)] = Family(stem_form(bare), None)
    return tuple(families[stem] for stem in sorted(families))


def is_spelling(form: str, typed: str) -> bool:
    """Tell whether a form may be what a word was typed for: côte for cote, but not for côté, another word."""
    listed = overridden_forms()
    are_known_apart = form in listed and typed in listed and listed[form] != listed[typed]
    return accents_agree(form, typed) and (typed.isascii() or form.isascii() or not are_known_apart)


def has_lost_accents(bare: str, word: str) -> bool:
    """Tell whether a form is a word printed without its accents, and not a word of its own, listed as such.

    >>> has_lost_accents("senat", "sénat"), has_lost_accents("marche", "marché")
    (True, False)
    """
    return bare not in overridden_forms() and (is_stop_word(word) or not is_stop_word(bare))


def is_bare_spelling(form: str, word: str) -> bool:
    """Tell whether a form is a word of the same letters printed without some of its accents.

    >>> is_bare_spelling("elysée", "élysée"), is_bare_spelling("élysée", "elysée"), is_bare_spelling("marche", "marché")
    (True, False, False)
    """
    if form == word or len(form) != len(word):
        return False
    lacks = all(mine in (theirs, _bare(theirs)) for mine, theirs in zip(form, word, strict=True))
    return lacks and (form != fold_form(form) or has_lost_accents(form, word))


def group_forms(rows: list[FormRow]) -> TermSet:
    """Make the term set that asks for exactly these forms."""
    forms_of: dict[str, set[str]] = {}
    for row in rows:
        forms_of.setdefault(row.stem, set()).add(row.form)
    return tuple(Family(stem, frozenset(forms)) for stem, forms in sorted(forms_of.items()))


def find_spellings(form: str, vocabulary: Vocabulary) -> TermSet:
    """Find the forms that differ from a typed one by accents at most."""
    return group_forms(vocabulary.folding_to(fold_form(form)))


def spellings_within(terms: TermSet, form: str, vocabulary: Vocabulary) -> TermSet:
    """Find of some families the forms that differ from a typed one by accents at most: marche is none of marché."""
    forms_of = {term.stem: term.forms for term in terms if isinstance(term, Family)}
    rows = [row for row in vocabulary.folding_to(fold_form(form)) if row.stem in forms_of]
    return group_forms([row for row in rows if row.form in (forms_of[row.stem] or (row.form,))])


def exactly(form: str) -> TermSet:
    """Ask for one form, accents counted."""
    return (Family(stem_form(form), frozenset({form})),)


def write_like(form: str, typed: str) -> str:
    """Give a form the capitals of what was typed.

    >>> write_like("lattaquié", "Latak"), write_like("otan", "OT"), write_like("base", "ba")
    ('Lattaquié', 'OTAN', 'base')
    """
    if len(typed) > 1 and typed.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if typed[:1].isupper() else form

"""List the forms that a word of a query matched in an archive, and tell how the word came to each."""

from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Fuzzy, Leaf, Pattern, Phrase, Word
from archive_search.search.counted_forms import count_family
from archive_search.search.explanation import FormCount, FormOrigin
from archive_search.search.terms import EntityTerm, Family, LeafTerms, Slot, TermSet


def single_word(slots: tuple[Slot, ...]) -> tuple[Family, ...]:
    """Give the families of a leaf that is one word; none where it is a name, or several words."""
    if len(slots) != 1 or len(slots[0]) != 1 or len(slots[0][0]) != 1:
        return ()
    terms: TermSet = slots[0][0][0]
    return tuple(term for term in terms if not isinstance(term, EntityTerm))


def list_forms(index: IndexReader, leaf: Leaf, terms: LeafTerms) -> list[FormCount]:
    """List the forms of a leaf that the articles have, with their counts, the exact ones first, then the most frequent.

    Args:
        index: The index; each postings list of the leaf is read once.
        leaf: The leaf.
        terms: What it stands for.

    Returns:
        Nothing where the leaf is a name or several words.
    """
    exact = _exact_forms(leaf, terms)
    found = [
        FormCount(origin=_origin(leaf, is_exact=each.form in exact), **each._asdict())
        for family in single_word(terms.slots)
        for each in count_family(index, family)
    ]
    return sorted(found, key=lambda each: (each.origin is not FormOrigin.EXACT, -each.occurrences, each.form))


def _exact_forms(leaf: Leaf, terms: LeafTerms) -> frozenset[str]:
    """List the forms that are the spelling typed, accents apart."""
    listed = frozenset(form for family in single_word(terms.exact) for form in family.forms or ())
    if not isinstance(leaf, Fuzzy):
        return listed
    typed = {fold_form(token.form) for token in tokenize(leaf.text)}
    return frozenset(form for form in listed if fold_form(form) in typed)


def _origin(leaf: Leaf, *, is_exact: bool) -> FormOrigin:
    match leaf:
        case Pattern():
            return FormOrigin.TRUNCATION
        case Phrase(words=words) if any(sign in word for word in words for sign in "*?"):
            return FormOrigin.TRUNCATION
        case Fuzzy() if not is_exact:
            return FormOrigin.TOLERANCE
        case Word() if not is_exact:
            return FormOrigin.FAMILY
        case _:
            return FormOrigin.EXACT

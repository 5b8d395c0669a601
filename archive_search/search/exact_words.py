"""Write a word of a query so that it finds its exact forms alone, for a reader who met false friends.

>>> from archive_search.query.tree import Word
>>> from archive_search.search.exact_words import ask_exactly
>>> from archive_search.search.terms import Family, LeafTerms
>>> family, spellings = Family("march", None), Family("march", frozenset({"marché"}))
>>> terms = LeafTerms(slots=((((family,),),),), exact=((((spellings,),),),))
>>> ask_exactly(Word(text="marché"), terms, ["marché"])
ExactForm(text='marché')
"""

from collections.abc import Iterable, Sequence

from archive_search.analysis.tokenizing import tokenize
from archive_search.query.building import join, normalise
from archive_search.query.traversal import children_of, with_children
from archive_search.query.tree import ExactForm, Node, Or, Phrase, Word
from archive_search.search.form_origins import single_word
from archive_search.search.terms import Family, LeafTerms


def ask_exactly(leaf: Word, terms: LeafTerms, forms: Sequence[str]) -> Node:
    """Ask for the exact forms of a word and for nothing else, in the way that is the shortest to type.

    Args:
        leaf: The word.
        terms: What it stands for.
        forms: Its exact forms in the archive, one at least.

    Returns:
        The word with ``=`` before it; or between guillemets, where accents do not matter; or else all its forms.
    """
    if [token.form for token in tokenize(leaf.text)] == list(forms):
        return ExactForm(text=leaf.text)
    if len(forms) > 1 and _covers(single_word(terms.slots), single_word(terms.exact)):
        return Phrase(words=(leaf.text,))
    return join(Or, [ExactForm(text=form) for form in forms])


def _covers(families: Iterable[Family], spellings: Iterable[Family]) -> bool:
    """Tell whether every spelling of a word, whatever its accents, is among the forms that it asks for."""
    asked = {family.stem: family.forms for family in families}
    return all(
        family.stem in asked and ((forms := asked[family.stem]) is None or (family.forms or set()) <= forms)
        for family in spellings
    )


def replace_leaf(tree: Node, leaf: Word, other: Node) -> Node:
    """Put another tree in the place of a word, wherever the word stands."""
    return normalise(_replaced(tree, leaf, other))


def _replaced(node: Node, leaf: Word, other: Node) -> Node:
    if node == leaf:
        return other
    return with_children(node, [_replaced(child, leaf, other) for child in children_of(node)])

"""Tell which words, phrases and names of a query an archive does not have, and what is spelled almost like them."""

from collections.abc import Iterator, Sequence

from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.reading import IndexReader
from archive_search.query.printing import print_query
from archive_search.query.remarks import quote
from archive_search.query.traversal import asked_children
from archive_search.query.tree import ExactForm, Leaf, Node, Phrase, Word
from archive_search.search.evaluation import LEAVES
from archive_search.search.other_queries import OtherQueries
from archive_search.search.resolving import MOST_SUGGESTIONS
from archive_search.search.word_suggestions import suggest_words
from archive_search.search.wording import tell_suggestions

MOST_TOLD = 10
"""Absent words of one query that are named."""


def tell_absent(tree: Node, queries: OtherQueries, index: IndexReader, *, told: Sequence[Leaf] = ()) -> list[str]:
    """Name what a query asks for and no article has.

    Of a phrase or a compound, the words that are nowhere are named; where there are none, that they never stand in a
    row. The first `MOST_SUGGESTIONS` words come with those of the archive that are spelled almost so.

    Args:
        tree: The query.
        queries: Finds the articles of its parts.
        index: The archive.
        told: Leaves that need not be named any more.

    Returns:
        French sentences, in the order of the query.
    """
    leaves = [leaf for leaf in dict.fromkeys(_asked_leaves(tree)) if leaf not in told]
    absent = dict.fromkeys(part for leaf in leaves for part in _find_absent(leaf, queries))
    listed = list(absent)[:MOST_TOLD]
    sentences = [_tell(leaf, index, suggests=rank < MOST_SUGGESTIONS) for rank, leaf in enumerate(listed)]
    if others := len(absent) - len(listed):
        sentences.append(f"mots qui ne sont non plus dans aucun article : {others}")
    return sentences


def _asked_leaves(node: Node) -> Iterator[Leaf]:
    if isinstance(node, LEAVES):
        yield node
    for child in asked_children(node):
        yield from _asked_leaves(child)


def _find_absent(leaf: Leaf, queries: OtherQueries) -> list[Leaf]:
    """List what is to blame for a leaf that is nowhere: some of its words, or else the leaf itself."""
    if len(queries.articles(leaf)):
        return []
    return [part for part in _parts_of(leaf) if not len(queries.articles(part))] or [leaf]


def _parts_of(leaf: Leaf) -> list[Leaf]:
    """List the words of a phrase or a compound; none where there is but one."""
    parts: list[Leaf] = []
    match leaf:
        case Phrase(words=words):
            parts = [Phrase(words=(word,)) for word in words if any(tokenize(word))]
        case Word(text=text) | ExactForm(text=text):
            tokens = [token for token in tokenize(text) if token.last == token.position]
            parts = [type(leaf)(text=text[token.start : token.end]) for token in tokens]
    return parts if len(parts) > 1 else []


def _tell(leaf: Leaf, index: IndexReader, *, suggests: bool) -> str:
    absent = f"{quote(_shown(leaf))} n'est dans aucun article"
    if _parts_of(leaf):
        return f"{absent} : ces mots ne se suivent jamais"
    close = suggest_words(_shown(leaf), index) if suggests and isinstance(leaf, Word | ExactForm | Phrase) else []
    return f"{absent}{tell_suggestions(close)}"


def _shown(leaf: Leaf) -> str:
    match leaf:
        case Phrase(words=(word,)):
            return word
        case _:
            return print_query(leaf)

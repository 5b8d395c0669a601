"""Leave out of a tree what asks for nothing: stop words beside other words, words without a letter."""

from dataclasses import replace

from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.building import count_at_least
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    Combination,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Named,
    Near,
    Negation,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Phrase,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
)


def simplify(node: Node) -> Node | None:
    """Give the tree that is asked for, None when it asks for nothing."""
    match node:
        case Word(text=text) | ExactForm(text=text) | Fuzzy(text=text) | Named(text=text):
            return node if _forms(text) else None
        case Phrase(words=words):
            return node if _forms(" ".join(words)) else None
        case InZone(child=child) | FirstWords(child=child):
            return replace(node, child=inner) if (inner := simplify(child)) else None
        case AtLeast(count=count, child=child):
            return count_at_least(count, inner) if (inner := simplify(child)) else None
        case Without() | ParagraphWithout() | SentenceWithout() | NotNear():
            return _simplify_negation(node)
        case Near(left=left, right=right):
            sides = [side for side in (simplify(left), simplify(right)) if side]
            return replace(node, left=sides[0], right=sides[1]) if len(sides) == 2 else next(iter(sides), None)
        case And() | Or() | Among() | SameParagraph() | SameSentence():
            asking = [child for child in map(simplify, node.children) if child]
            telling = [child for child in asking if not _is_stop_word(child)]
            return _recombine(node, tuple(telling or asking))
        case _:
            return node


def _simplify_negation(node: Negation) -> Node | None:
    kept, dropped = simplify(node.keep), simplify(node.drop)
    if kept and dropped:
        return replace(node, keep=kept, drop=dropped)
    match node:
        case ParagraphWithout() if kept:
            return _recombine(SameParagraph(children=()), (kept,))
        case SentenceWithout() if kept:
            return _recombine(SameSentence(children=()), (kept,))
        case _:
            return kept


def _recombine(node: Combination, children: tuple[Node, ...]) -> Node | None:
    """Combine the children that are left; a single one must still stand in one paragraph or sentence as a whole."""
    if not children:
        return None
    is_of_article = isinstance(node, And | Or | Among)
    if len(children) == 1 and (is_of_article or isinstance(children[0], Word)):
        return children[0]
    if isinstance(node, Among):
        return replace(node, count=min(node.count, len(children)), children=children)
    return replace(node, children=children)


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and all(map(is_stop_word, _forms(node.text)))


def _forms(text: str) -> list[str]:
    return [token.form for token in tokenize(text)]

"""Leave out of a tree what asks for nothing: stop words beside other words, words without a letter."""

from dataclasses import replace

from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import (
    And,
    ExactForm,
    Fuzzy,
    InZone,
    Named,
    Near,
    Node,
    Or,
    Phrase,
    SameParagraph,
    SameSentence,
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
        case InZone(child=child):
            return replace(node, child=inner) if (inner := simplify(child)) else None
        case Without(keep=keep, drop=drop):
            kept, dropped = simplify(keep), simplify(drop)
            return replace(node, keep=kept, drop=dropped) if kept and dropped else kept
        case Near(left=left, right=right):
            sides = [side for side in (simplify(left), simplify(right)) if side]
            return replace(node, left=sides[0], right=sides[1]) if len(sides) == 2 else next(iter(sides), None)
        case And() | Or() | SameParagraph() | SameSentence():
            asking = [child for child in map(simplify, node.children) if child]
            telling = [child for child in asking if not _is_stop_word(child)]
            left_over = telling or asking
            if len(left_over) == 1 and isinstance(left_over[0], Word):
                return left_over[0]
            return replace(node, children=tuple(left_over)) if left_over else None
        case _:
            return node


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and all(map(is_stop_word, _forms(node.text)))


def _forms(text: str) -> list[str]:
    return [token.form for token in tokenize(text)]

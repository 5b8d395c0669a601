"""Apply a field to its operand: confine it to zones, or turn its words into values of a property.

>>> from archive_search.query.properties import apply_field
>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.tree import Field, Phrase
>>> apply_field(Field.SOURCE, Phrase(words=("Le", "Monde")), Remarks())
Matching(field=<Field.SOURCE: 'source'>, value='Le Monde')
"""

from collections.abc import Sequence

from archive_search.query.building import confine, exclude, join
from archive_search.query.fields import Target
from archive_search.query.remarks import Remarks
from archive_search.query.tree import (
    And,
    ExactForm,
    Field,
    Fuzzy,
    InZone,
    Leaf,
    Matching,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Word,
)
from archive_search.query.words import split_phrase


def apply_field(target: Target, operand: Node, remarks: Remarks) -> Node:
    """Confine an operand to zones, or match its words with a property of the article."""
    if isinstance(target, Field):
        return match_property(target, operand, remarks)
    return join(Or, [confine(zone, operand) for zone in target])


def match_property(field: Field, node: Node, remarks: Remarks) -> Node:
    """Turn the words below a node into values of a property; words side by side make one value."""
    match node:
        case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase():
            return _match_leaves(field, [node], remarks)
        case And():
            return _match_conjunction(field, node.children, remarks)
        case Or():
            return join(Or, [match_property(field, child, remarks) for child in node.children])
        case Without():
            keep, drop = (match_property(field, part, remarks) for part in (node.keep, node.drop))
            return exclude(keep, drop)
        case Matching() | Published():
            return node
    remarks.add(f"dans {field.value}: seuls ET, OU et SAUF ont un sens, autre opérateur pris comme ET")
    return _match_conjunction(field, _operands(node), remarks)


def _operands(node: Near | SameParagraph | SameSentence | InZone) -> Sequence[Node]:
    match node:
        case Near():
            return (node.left, node.right)
        case InZone():
            return (node.child,)
        case _:
            return node.children


def _match_conjunction(field: Field, nodes: Sequence[Node], remarks: Remarks) -> Node:
    words = [node for node in nodes if isinstance(node, Word)]
    if len(words) == len(nodes):
        return _match_leaves(field, words, remarks)
    return join(And, [match_property(field, node, remarks) for node in nodes])


def _match_leaves(field: Field, leaves: Sequence[Leaf], remarks: Remarks) -> Matching:
    texts = [" ".join(leaf.words) if isinstance(leaf, Phrase) else leaf.text for leaf in leaves]
    text = " ".join(texts)
    plain = text.replace("*", " ").replace("?", " ")
    if plain != text or any(isinstance(leaf, Fuzzy) for leaf in leaves):
        remarks.add(f"dans {field.value}: ni troncature ni tolérance, signes ignorés")
    return Matching(field=field, value=" ".join(split_phrase(plain, remarks)))

"""Apply a field to its operand: confine it to zones, or turn its words into values of a property or into names.

>>> from archive_search.query.properties import apply_field
>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.tree import Field, Phrase
>>> apply_field(Field.SOURCE, Phrase(words=("Le", "Monde")), Remarks())
Matching(field=<Field.SOURCE: 'source'>, value='Le Monde', whole=False)
"""

from collections.abc import Sequence

from archive_search.query.building import confine, join, normalise_top
from archive_search.query.fields import WRITTEN_TYPES, Target
from archive_search.query.remarks import Remarks
from archive_search.query.traversal import children_of, with_children
from archive_search.query.tree import (
    Among,
    And,
    ExactForm,
    Field,
    Fuzzy,
    Leaf,
    Length,
    Matching,
    Named,
    Node,
    Or,
    Pattern,
    Phrase,
    Published,
    Without,
    Word,
)
from archive_search.query.words import split_phrase
from archive_search.records import EntityType


def apply_field(target: Target, operand: Node, remarks: Remarks) -> Node:
    """Confine an operand to zones, match its words with a property of the article, or take them for names."""
    if isinstance(target, Field):
        return match_property(target, operand, remarks)
    if isinstance(target, EntityType):
        return take_as_names(target, operand, remarks)
    return join(Or, [confine(zone, operand) for zone in target])


def match_property(field: Field, node: Node, remarks: Remarks) -> Node:
    """Turn the words below a node into values of a property; words side by side make one value."""
    match node:
        case ExactForm(text=text):
            return Matching(field=field, value=text, whole=True)
        case Word() | Pattern() | Fuzzy() | Phrase():
            return _match_leaves(field, [node], remarks)
        case And():
            return _match_conjunction(field, node.children, remarks)
        case Or() | Without() | Among():
            return normalise_top(
                with_children(node, [match_property(field, child, remarks) for child in children_of(node)])
            )
        case Named() | Matching() | Published() | Length():
            return node
    remarks.add(f"dans {field.value}: seuls ET, OU, SAUF et PARMI ont un sens, autre opérateur pris comme ET")
    return _match_conjunction(field, children_of(node), remarks)


def _match_conjunction(field: Field, nodes: Sequence[Node], remarks: Remarks) -> Node:
    words = [node for node in nodes if isinstance(node, Word)]
    if len(words) == len(nodes):
        return _match_leaves(field, words, remarks)
    return join(And, [match_property(field, node, remarks) for node in nodes])


def _match_leaves(field: Field, leaves: Sequence[Leaf], remarks: Remarks) -> Matching:
    return Matching(field=field, value=_read_value(field.value, leaves, remarks))


def _read_value(field: str, leaves: Sequence[Leaf], remarks: Remarks) -> str:
    texts = [" ".join(leaf.words) if isinstance(leaf, Phrase) else leaf.text for leaf in leaves]
    text = " ".join(texts)
    plain = text.replace("*", " ").replace("?", " ")
    if plain != text or any(isinstance(leaf, Fuzzy) for leaf in leaves):
        remarks.add(f"dans {field}: ni troncature ni tolérance, signes ignorés")
    return " ".join(split_phrase(plain, remarks))


def take_as_names(entity_type: EntityType, node: Node, remarks: Remarks) -> Node:
    """Turn each leaf below a node into a name; operators keep their meaning, for names have places as words have."""
    match node:
        case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase():
            return Named(type=entity_type, text=_read_value(WRITTEN_TYPES[entity_type], [node], remarks))
        case _:
            children = [take_as_names(entity_type, child, remarks) for child in children_of(node)]
            return normalise_top(with_children(node, children))

"""Count occurrences only as a service can: of what it can count, and where it can.

>>> from archive_search.query.printing import print_query
>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.counting import spell_out_frequencies
>>> from archive_search.query.translation.factiva import FACTIVA
>>> from archive_search.query.tree import AtLeast, Or, Word
>>> either = Or(children=(Word(text="Syrie"), Word(text="Irak")))
>>> print_query(spell_out_frequencies(AtLeast(count=3, child=either), FACTIVA, Remarks()))
'AUMOINS3(Syrie) OU AUMOINS3(Irak)'
"""

from dataclasses import replace

from archive_search.query.remarks import Remarks
from archive_search.query.translation.notation import Notation
from archive_search.query.translation.place import OPEN, Place, Unit, place_within
from archive_search.query.traversal import children_of, with_children
from archive_search.query.tree import AtLeast, Leaf, Node, Or


def spell_out_frequencies(node: Node, notation: Notation, notes: Remarks, *, place: Place = OPEN) -> Node:
    """Make a tree whose frequencies the service can write; what it cannot count need only occur, with a note."""
    if isinstance(node, AtLeast):
        return _spell_out(node, notation, notes, place)
    within = place_within(node, place)
    children = [spell_out_frequencies(child, notation, notes, place=within) for child in children_of(node)]
    return with_children(node, children)


def _spell_out(node: AtLeast, notation: Notation, notes: Remarks, place: Place) -> Node:
    frequency, child = notation.frequency, node.child
    is_allowed = place.unit is Unit.ARTICLE and (frequency.in_fields or not place.in_field)
    if not is_allowed or not _offers_leaves(child):
        notes.add(f"{notation.name} ne sait pas compter ici : AUMOINS laissé de côté")
        return spell_out_frequencies(child, notation, notes, place=place)
    if frequency.most and node.count > frequency.most:
        notes.add(f"{notation.name} compte jusqu'à {frequency.most} : AUMOINS{node.count} ramené à {frequency.most}")
        node = replace(node, count=frequency.most)
    if isinstance(child, Or) and not frequency.of_alternatives:
        notes.add(f"{notation.name} ne compte qu'un terme à la fois : AUMOINS écrit pour chacun")
        return _count_each(node, child)
    return node


def _offers_leaves(node: Node) -> bool:
    if isinstance(node, Or):
        return all(map(_offers_leaves, node.children))
    return isinstance(node, Leaf)


def _count_each(node: AtLeast, offered: Node) -> Node:
    if isinstance(offered, Or):
        return with_children(offered, [_count_each(node, child) for child in offered.children])
    return replace(node, child=offered)

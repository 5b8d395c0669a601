"""Push zones and first words down to what a service can confine: words, and no filter and no other zone.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.factiva import FACTIVA
>>> from archive_search.query.translation.spreading import spread_confinements
>>> from archive_search.query.tree import And, InZone, Length, Word, Zone
>>> tree = InZone(zone=Zone.TITLE, child=And(children=(Word(text="Syrie"), Length(least=500, most=None))))
>>> spread_confinements(tree, FACTIVA, Remarks())  # doctest: +NORMALIZE_WHITESPACE
And(children=(InZone(zone=<Zone.TITLE: 'titre'>, child=Word(text='Syrie')), Length(least=500, most=None)))
"""

from dataclasses import replace
from typing import get_args

from archive_search.query.remarks import Remarks
from archive_search.query.translation.notation import Notation
from archive_search.query.translation.place import OPEN, Place, place_within
from archive_search.query.traversal import children_of, with_children
from archive_search.query.tree import Among, And, Confinement, Filter, FirstWords, InZone, Node, Or, Without

_KEPT_OUTSIDE = (*get_args(Filter), *get_args(Confinement))


def spread_confinements(node: Node, notation: Notation, notes: Remarks, *, place: Place = OPEN) -> Node:
    """Make a tree of the same meaning whose confinements hold what the service can confine.

    What it cannot confine is confined no more, with a note; of two confinements around the same words one is kept.
    """
    if isinstance(node, InZone | FirstWords):
        if place.is_open and _can_be_written(node, notation):
            return _push(node, node.child, notation, notes)
        notes.add(f"{notation.name} ne sait pas écrire {_name(node)} ici : laissé de côté")
        return spread_confinements(node.child, notation, notes, place=place)
    within = place_within(node, place)
    children = [spread_confinements(child, notation, notes, place=within) for child in children_of(node)]
    return with_children(node, children)


def _can_be_written(node: InZone | FirstWords, notation: Notation) -> bool:
    if isinstance(node, InZone):
        return True
    beginning = notation.beginning
    return beginning is not None and (beginning.most is None or node.count <= beginning.most)


def _push(confinement: InZone | FirstWords, child: Node, notation: Notation, notes: Remarks) -> Node:
    if isinstance(child, Filter):
        return child
    if _can_hold(confinement, child, notation):
        return replace(confinement, child=child)
    match child:
        case And() | Or() | Without() | Among():
            return with_children(child, [_push(confinement, part, notation, notes) for part in children_of(child)])
        case InZone() | FirstWords():
            return _push(_choose(confinement, child, notation, notes), child.child, notation, notes)
    if _speaks_of_terms(confinement, notation):
        notes.add(f"{notation.name} ne borne que des termes : {_name(confinement)} laissé de côté devant un opérateur")
        return spread_confinements(child, notation, notes)
    within = place_within(confinement, OPEN)
    return replace(confinement, child=spread_confinements(child, notation, notes, place=within))


def _can_hold(confinement: InZone | FirstWords, child: Node, notation: Notation) -> bool:
    """Tell whether a confinement can be written around a node."""
    if _speaks_of_terms(confinement, notation):
        return not children_of(child)
    pending = [child]
    while pending:
        node = pending.pop()
        if isinstance(node, _KEPT_OUTSIDE):
            return False
        pending.extend(children_of(node))
    return True


def _speaks_of_terms(confinement: InZone | FirstWords, notation: Notation) -> bool:
    return isinstance(confinement, FirstWords) and notation.beginning is not None and notation.beginning.of_terms_only


def _choose(
    outer: InZone | FirstWords, inner: InZone | FirstWords, notation: Notation, notes: Remarks
) -> InZone | FirstWords:
    if isinstance(outer, FirstWords) and isinstance(inner, FirstWords):
        return outer if outer.count < inner.count else inner
    if isinstance(outer, InZone) and isinstance(inner, InZone) and outer.zone is inner.zone:
        return inner
    kept, lost = (inner, outer) if isinstance(inner, InZone) else (outer, inner)
    notes.add(f"{notation.name} ne borne pas deux fois les mêmes mots : {_name(lost)} laissé de côté")
    return kept


def _name(confinement: InZone | FirstWords) -> str:
    """Give the name of a confinement as our readers write it."""
    return f"{confinement.zone.value}:" if isinstance(confinement, InZone) else f"debut/{confinement.count}"

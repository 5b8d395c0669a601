"""Say what to do when a query finds nothing: which word is to blame, and what the others would find."""

from collections.abc import Callable
from dataclasses import replace

from archive_search.query.tree import And, Leaf, Named, Node
from archive_search.search.evaluation import LEAVES, Evaluator
from archive_search.search.unit_sets import intersect


def advise(evaluator: Evaluator, tree: Node, print_node: Callable[[Node], str]) -> list[str]:
    """Explain an empty answer.

    Args:
        evaluator: The query over the archive.
        tree: The query; its answer is empty.
        print_node: Writes a tree as a query.

    Returns:
        French sentences: the words and names that occur nowhere, apart from the names that nothing in the archive has,
        which resolving has told; and the query without one word that finds the most.
    """
    absent = [leaf for leaf in _top_leaves(tree) if not evaluator.occurrences(leaf).size]
    told = [leaf for leaf in absent if isinstance(leaf, Named) and not evaluator.has_terms(leaf)]
    advice = [f"« {print_node(leaf)} » n'est dans aucun article" for leaf in absent if leaf not in told]
    offer = _largest_part(evaluator, tree, absent) if isinstance(tree, And) else None
    if offer is not None:
        articles = len(evaluator.units(offer))
        plural = "s" if articles > 1 else ""
        things = "mots et tous les noms" if any(isinstance(leaf, Named) for leaf in _top_leaves(tree)) else "mots"
        advice.append(f"aucun article n'a tous les {things} ; {articles} article{plural} avec : {print_node(offer)}")
    return advice


def _top_leaves(tree: Node) -> list[Leaf]:
    children = tree.children if isinstance(tree, And) else (tree,)
    return [child for child in children if isinstance(child, LEAVES)]


def _largest_part(evaluator: Evaluator, tree: And, absent: list[Leaf]) -> Node | None:
    """Drop what occurs nowhere, then words one by one, the most hindering first, until something is found."""
    kept = [child for child in tree.children if child not in absent]
    while kept:
        part: Node = kept[0] if len(kept) == 1 else replace(tree, children=tuple(kept))
        if len(evaluator.units(part)):
            return part
        kept.remove(max(kept, key=lambda child: _found_without(evaluator, kept, child)))
    return None


def _found_without(evaluator: Evaluator, children: list[Node], dropped: Node) -> int:
    others = [evaluator.units(child) for child in children if child is not dropped]
    return len(intersect(others)) if others else 0

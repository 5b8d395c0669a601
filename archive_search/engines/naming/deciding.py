"""Decide what each spelling of an archive names, by the votes of all articles, and find what rests on a decision."""

import sqlite3

import numpy as np

from archive_search.engines.naming.settling import Settling
from archive_search.entities.voting import VOTES_OF, decide_types
from archive_search.records import EntityType
from archive_search.store.cases import read_cases
from archive_search.store.named import ORIGINS, TYPES, NamedArticles
from archive_search.store.surfaces import Surfaces, read_decisions, write_decisions


def decide_all(connection: sqlite3.Connection, settling: Settling) -> list[int]:
    """Decide the type of every spelling by the votes of the whole archive.

    Returns:
        The articles whose mentions rest on a decision that changed, or are not settled yet.
    """
    surfaces, named = settling.surfaces, NamedArticles(connection)
    votes = _count_votes(named, surfaces)
    by_spelling = {(surfaces.texts[surface], given): count for (surface, given), count in votes.items()}
    settling.decisions = decide_types(by_spelling, read_cases(connection))
    held = read_decisions(connection)
    missing = object()
    changed = [
        (key, outcome)
        for (spelling, given), outcome in settling.decisions.items()
        if held.get(key := (surfaces.number(spelling), given), missing) is not outcome
    ]
    write_decisions(connection, changed)
    return _find_affected(named, surfaces, {surface for (surface, _given), _outcome in changed})


def recall_decisions(connection: sqlite3.Connection, settling: Settling) -> None:
    """Take the decisions that hold, where nothing has changed that they rest on."""
    texts = settling.surfaces.texts
    held = read_decisions(connection)
    settling.decisions = {(texts[surface], given): outcome for (surface, given), outcome in held.items()}


def _count_votes(named: NamedArticles, surfaces: Surfaces) -> dict[tuple[int, EntityType], int]:
    """Add up the votes of all candidates for each surface, by its number, and type given."""
    weights = np.array([VOTES_OF.get(origin, 0) for origin in ORIGINS])
    totals = np.zeros((max(surfaces.texts, default=0) + 1) * len(TYPES))
    for _article, each in named.iterate_candidates():
        codes = each.surface.astype(np.int64) * len(TYPES) + each.type
        np.add.at(totals, codes, weights[each.origin])
    voted = np.flatnonzero(totals)
    return {
        (code // len(TYPES), TYPES[code % len(TYPES)]): int(total)
        for code, total in zip(voted.tolist(), totals[voted].tolist(), strict=True)
    }


def _find_affected(named: NamedArticles, surfaces: Surfaces, changed: set[int]) -> list[int]:
    affected = set(named.unsettled())
    if changed:
        wanted = np.zeros(max(surfaces.texts, default=0) + 1, bool)
        wanted[list(changed)] = True
        affected.update(named.articles_that_heard(wanted))
    return sorted(affected)

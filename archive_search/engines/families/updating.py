"""Bring the families of an archive up to date with its articles, inside the transaction of a commit.

An article that is new, sketched when it was stored, is compared with those whose sketches share enough with its own;
what two articles share is kept, and families are grouped anew from that. So a commit costs what is new, and a reading
of all sketches.
"""

import sqlite3
from collections.abc import Iterable

import numpy as np

from archive_search.engines.families.comparing import compare_pairs
from archive_search.engines.families.sketching import sketch_missing
from archive_search.families.candidates import find_candidates
from archive_search.families.grouping import Membership, group_articles
from archive_search.families.links import Resemblance
from archive_search.families.publications import Publication, order_of
from archive_search.families.sketches import Sketches, concatenate_sketches, join_sketches
from archive_search.store.commits import read_state, write_state
from archive_search.store.families import MemberRow, count_families, sync_members
from archive_search.store.family_numbers import read_family_numbers
from archive_search.store.sketches import (
    add_resemblances,
    forget_families,
    iterate_publications,
    iterate_sketches,
    note_compared,
    read_resemblances,
    sketches_of,
    uncompared,
)

RULES = "family_rules"
RULES_VERSION = 2
"""Raise it with every change that gives some articles other families: they are then worked out afresh."""

# New articles from which on it takes longer to sort out the hashes of old ones than to sort all.
_MANY = 5000


def forget_outdated(connection: sqlite3.Connection) -> None:
    """Drop what was found of families by other rules, so that `update_families` works them out afresh.

    Args:
        connection: Writer's connection, inside a transaction that nothing was stored in.
    """
    if read_state(connection, RULES) != str(RULES_VERSION):
        start_afresh(connection)


def start_afresh(connection: sqlite3.Connection) -> None:
    """Drop all that was found of families.

    Args:
        connection: Writer's connection, inside a transaction.
    """
    forget_families(connection)
    write_state(connection, RULES, str(RULES_VERSION))


def update_families(connection: sqlite3.Connection) -> None:
    """Bring families up to date; nothing is written where they are.

    Args:
        connection: Writer's connection, inside a transaction.

    Raises:
        sqlite3.DataError: A record cannot be read.
    """
    sketch_missing(connection)
    new = uncompared(connection)
    if new:
        add_resemblances(connection, compare_pairs(connection, _candidates(connection, new)))
        note_compared(connection)
        _regroup(connection)
    else:
        refresh_families(connection)


def refresh_families(connection: sqlite3.Connection) -> None:
    """Group families anew where a member was taken out; new articles stay without family until `update_families`.

    Args:
        connection: Writer's connection, inside a transaction.

    Raises:
        sqlite3.DataError: A record cannot be read.
    """
    if count_families(connection).members != len(read_family_numbers(connection).articles):
        _regroup(connection)


def _candidates(connection: sqlite3.Connection, new: list[int]) -> list[tuple[int, int]]:
    """List the pairs of articles, one of them new, that may share text."""
    sketches = _read_sketches(connection, new)
    involved = np.unique(sketches.owners)
    publications = iterate_publications(connection, sketches.articles[involved].tolist())
    keys = [order_of(Publication(*row)) for row in publications]
    # Articles without common hash follow in any order.
    ranks = np.full(len(sketches.articles), -1)
    ranks[involved[sorted(range(len(keys)), key=keys.__getitem__)]] = np.arange(len(involved))
    ranks[ranks < 0] = np.arange(len(involved), len(ranks))
    return find_candidates(sketches, ranks=ranks, new=np.isin(sketches.articles, new))


def _read_sketches(connection: sqlite3.Connection, new: list[int]) -> Sketches:
    """Read the sketches of all articles, and of their hashes those that new ones have."""
    wanted = None if len(new) > _MANY else np.unique(np.concatenate(sketches_of(connection, new)))
    return concatenate_sketches(join_sketches(rows, wanted=wanted) for rows in iterate_sketches(connection))


def _regroup(connection: sqlite3.Connection) -> None:
    """Group families anew from what articles share."""
    resemblances = [Resemblance(*row) for row in read_resemblances(connection)]
    numbers = {number for each in resemblances for number in (each.article, each.other)}
    publications = {row.number: Publication(*row) for row in iterate_publications(connection, sorted(numbers))}
    members = group_articles(publications.values(), resemblances)
    sync_members(connection, _member_rows(members, publications))


def _member_rows(members: Iterable[Membership], publications: dict[int, Publication]) -> Iterable[MemberRow]:
    for member in members:
        words, first_words = publications[member.article].words, publications[member.family].words
        yield MemberRow(
            article=member.article,
            family=member.family,
            nearest=member.nearest,
            relation=member.relation,
            shared=member.shared / max(1, words),
            added=words - member.shared,
            dropped=first_words - member.first_shared,
        )

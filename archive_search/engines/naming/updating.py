"""Bring the names of an archive up to date with its articles and with the librarian's corrections.

What the model sees in a paragraph takes long to find and is committed as it comes in; all that follows from it is
worked out in one transaction at the end, whose commit is one of the whole archive. Killed at any point, the next run
goes on from what the model has seen.
"""

import hashlib
import sqlite3
import time

from archive_search.engines.layout import ALIASES_NAME
from archive_search.engines.local_writing import LocalWriter
from archive_search.engines.naming.deciding import decide_all, recall_decisions
from archive_search.engines.naming.recognising import Recognising
from archive_search.engines.naming.report import NamingOptions, NamingProgress, NamingReport, Stage
from archive_search.engines.naming.resolving import resolve_archive
from archive_search.engines.naming.seeking import Change, find_unsought
from archive_search.engines.naming.settling import Settling
from archive_search.engines.naming.state import (
    ALIASES,
    MODELS,
    RULES,
    SOUGHT,
    is_generation_named,
    note_next_generation,
    read_list,
    write_list,
)
from archive_search.entities.aliases import Aliases, read_aliases
from archive_search.entities.fingerprint import rules_fingerprint
from archive_search.entities.model import model_fingerprint
from archive_search.records import EntityType
from archive_search.store.cases import forget_cases
from archive_search.store.commits import read_state, write_state
from archive_search.store.connecting import transaction, translated
from archive_search.store.entities import count_entities
from archive_search.store.named import NamedArticles
from archive_search.store.surfaces import forget_decisions


def update_names(writer: LocalWriter, options: NamingOptions, *, processes: int) -> NamingReport:
    """Bring names up to date.

    Args:
        writer: Writer of the archive, with nothing pending.
        options: How to look for names.
        processes: Number of processes that recognise together.

    Returns:
        What was done.

    Raises:
        ModelError: There is text that the model has not read, and it is absent, of another version, or was lost.
        AliasError: The corrections cannot be read at all.
        StorageError: The disk refuses; what the model saw stays.
    """
    report = NamingReport()
    started = time.perf_counter()
    try:
        with translated(writer.path):
            _Update(writer, options, report).run(processes)
    except KeyboardInterrupt:
        writer.rollback()
        report.interrupted = True
    report.waiting = NamedArticles(writer.connection).count_unnamed()
    report.entities = count_entities(writer.connection)
    report.seconds = time.perf_counter() - started
    return report


class _Update:
    def __init__(self, writer: LocalWriter, options: NamingOptions, report: NamingReport) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._options = options
        self._report = report
        self._read_aliases()

    def _read_aliases(self) -> None:
        self._aliases = read_aliases(self._writer.path / ALIASES_NAME)
        self._report.faults = list(self._aliases.faults)

    def run(self, processes: int) -> None:
        if self._options.recognise:
            self._recognise(processes)
            # The model takes long: the librarian may have written a correction meanwhile.
            self._read_aliases()
        if not self._is_current():
            self._resolve()

    def _recognise(self, processes: int) -> None:
        named = NamedArticles(self._connection)
        articles = named.everything() if self._options.afresh else named.unnamed()
        if not articles:
            return
        fingerprint = model_fingerprint()
        models = read_list(self._connection, MODELS)
        if fingerprint not in models:
            with transaction(self._connection, self._writer.path):
                write_list(self._connection, MODELS, [fingerprint, *models])
        reading = Recognising(self._connection, self._writer.path, fingerprint, self._report)
        reading.run(articles, processes, self._options.on_progress)

    def _is_current(self) -> bool:
        return not self._has_new() and read_state(self._connection, ALIASES) == aliases_digest(self._aliases)

    def _has_new(self) -> bool:
        """Tell whether anything but corrections has changed since names were worked out."""
        connection = self._connection
        return (
            self._options.afresh
            or not is_generation_named(connection)
            or read_state(connection, RULES) != rules_fingerprint()
            or NamedArticles(connection).count_unnamed() > 0
        )

    def _resolve(self) -> None:
        """Work out everything that follows from what the model saw, and commit it."""
        has_new = self._has_new()
        index = self._writer.begin()
        if self._options.afresh or read_state(self._connection, RULES) != rules_fingerprint():
            forget_names(self._connection)
        settling = Settling(self._connection)
        if has_new:
            settling.gather(read_list(self._connection, MODELS))
        self._settle(settling, has_new=has_new)
        index.set_names(resolve_archive(self._connection, settling, self._aliases))
        self._note_state()
        self._writer.commit()

    def _settle(self, settling: Settling, *, has_new: bool) -> None:
        """Settle the articles that are new, whose decisions changed, or that have a spelling of a new correction."""
        sought = self._aliases.spellings()
        before: dict[str, EntityType] = dict(read_list(self._connection, SOUGHT))
        changes = {
            spelling: Change(before.get(spelling), sought.get(spelling))
            for spelling, _type in sought.items() ^ before.items()
        }
        articles: set[int] = set()
        if has_new:
            articles.update(decide_all(self._connection, settling))
        else:
            recall_decisions(self._connection, settling)
        articles.update(find_unsought(self._connection, settling, changes))
        self._report.settled = len(articles)
        settling.settle(sorted(articles), sought, self._tell_settled)

    def _tell_settled(self, done: int) -> None:
        if self._options.on_progress is not None:
            total = self._report.settled
            self._options.on_progress(NamingProgress(stage=Stage.SETTLING, done=done, total=total))

    def _note_state(self) -> None:
        connection = self._connection
        note_next_generation(connection)
        write_state(connection, RULES, rules_fingerprint())
        write_state(connection, ALIASES, aliases_digest(self._aliases))
        write_list(connection, SOUGHT, [list(pair) for pair in sorted(self._aliases.spellings().items())])


def forget_names(connection: sqlite3.Connection) -> None:
    """Drop all that was worked out from what the model saw, and keep what it saw."""
    NamedArticles(connection).forget()
    forget_cases(connection)
    forget_decisions(connection)


def aliases_digest(aliases: Aliases) -> str:
    """Summarise the corrections that hold."""
    return hashlib.blake2b(repr(aliases).encode("utf-8", "replace"), digest_size=8).hexdigest()

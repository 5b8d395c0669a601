"""Measure all engines in turn, several rounds over, so that a slow spell of the machine hits them alike."""

import logging
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import index_with_peer, search_with_peer
from benchmarks.program import (
    FILE_2,
    PROGRAM,
    WAYS,
    index_corpus,
    measure_commands,
    measure_openings,
    measure_pages,
    measure_ranking,
    rarest_word,
)
from benchmarks.samples import Samples

SLOW_PEERS = ("xapian", "whoosh")
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Hold what is measured and where.

    Attributes:
        shared: Folder with ``bench/`` and ``corpus/``.
        work: Folder to write to.
        python: Python that the peers run in.
        corpus: File that every engine reads.
        peers: Names of the peers.
        repeat: How many rounds; slow peers index in the first only.
    """

    shared: Path
    work: Path
    python: Path
    corpus: Path
    peers: tuple[str, ...]
    repeat: int

    @property
    def scripts(self) -> Path:
        """The folder of the peers' scripts."""
        return self.shared / "bench"

    @property
    def queries(self) -> Path:
        """The file of the queries."""
        return self.scripts / "queries.json"


def measure_rounds(plan: Plan, samples: Samples) -> None:
    """Measure every peer and this program, round by round."""
    for number in range(1, plan.repeat + 1):
        for peer in plan.peers:
            log.info("round %d of %d: %s", number, plan.repeat, peer)
            measure_peer(peer, plan=plan, samples=samples, first=number == 1)
        for way in WAYS:
            log.info("round %d of %d: %s", number, plan.repeat, way.subject)
            figures = index_corpus(way, corpus=plan.corpus, archive=plan.work / f"{way.origin}-{way.workers}")
            samples.add(way.subject, figures)
            if way == FILE_2:
                samples.add(PROGRAM, figures)
        log.info("round %d of %d: searching", number, plan.repeat)
        measure_searching(plan.work / "file-2", queries=plan.queries, samples=samples, subject=PROGRAM)


def measure_peer(peer: str, *, plan: Plan, samples: Samples, first: bool) -> None:
    """Index the corpus with a peer, a slow one in the first round only, and time its queries."""
    index = plan.work / peer
    if first or peer not in SLOW_PEERS:
        samples.add(
            peer, index_with_peer(peer, python=plan.python, scripts=plan.scripts, corpus=plan.corpus, index=index)
        )
    samples.add(peer, search_with_peer(peer, python=plan.python, scripts=plan.scripts, index=index))


def measure_searching(archive: Path, *, queries: Path, samples: Samples, subject: str) -> None:
    """Take every figure of searching that an archive of this program has."""
    samples.add(subject, measure_ranking(archive, queries=queries))
    samples.add(subject, measure_pages(archive, queries=queries))
    word = rarest_word(archive, queries=queries)
    for figures in measure_openings(archive, word=word):
        samples.add(subject, figures)
    for figures in measure_commands(archive, queries=queries):
        samples.add(subject, figures)

"""Compare the figures with what the program is meant to reach.

>>> bound = Bound("opening", measured=12.0, unit="ms", target=60, aim=15)
>>> write_bound(bound)
['opening', '12.0 ms', 'at most 60: met', 'at most 15: reached']
>>> write_bound(Bound("speed over Whoosh", measured=9.5, unit="", target=12, more_is_better=True))
['speed over Whoosh', '×9.50', 'at least 12: **missed**', '—']
"""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.figures import ABSENT, write_number, write_table
from benchmarks.growth import SIZES, subject_of
from benchmarks.program import FILE_1, FILE_2, MEMORY_1, MEMORY_2, PROGRAM, Way
from benchmarks.samples import Samples
from benchmarks.tables import ENGINES, KINDS, kinds_in, peers_in

# Openings differ by some milliseconds from run to run; what grew with the archive would grow 32 times here.
STEADY = 1.5


@dataclass(frozen=True, kw_only=False)
class Bound:
    """Hold one figure and what is asked of it.

    Attributes:
        what: What was measured.
        measured: Median over the runs.
        unit: Unit of the figure; empty for a ratio.
        target: What must be reached, if anything must.
        aim: What is hoped for, if anything is.
        more_is_better: Whether target and aim are lower bounds.
    """

    what: str
    measured: float
    unit: str = ""
    target: float | None = None
    aim: float | None = None
    more_is_better: bool = False


def write_targets(samples: Samples) -> str:
    """Lay out every bound of which the figures were measured."""
    bounds = [*indexing_bounds(samples), *query_bounds(samples), *own_bounds(samples), *growth_bounds(samples)]
    return write_table(["", "measured", "target", "aim"], [write_bound(bound) for bound in bounds])


def write_bound(bound: Bound) -> list[str]:
    """Write the row of one bound."""
    measured = f"{write_number(bound.measured)} {bound.unit}" if bound.unit else f"×{write_number(bound.measured)}"
    return [
        bound.what,
        measured,
        verdict(bound, bound.target, passed="met", failed="**missed**"),
        verdict(bound, bound.aim, passed="reached", failed="not reached"),
    ]


def verdict(bound: Bound, wanted: float | None, *, passed: str, failed: str) -> str:
    """Say what is wanted and whether it is so."""
    if wanted is None:
        return ABSENT
    reached = bound.measured >= wanted if bound.more_is_better else bound.measured <= wanted
    return f"at {'least' if bound.more_is_better else 'most'} {wanted:g}: {passed if reached else failed}"


def indexing_bounds(samples: Samples) -> Iterator[Bound]:
    """Compare speeds of indexing with those of Whoosh and tantivy."""
    yield from speed_bounds(samples, MEMORY_1, "whoosh", target=12)
    yield from speed_bounds(samples, FILE_1, "whoosh", target=12)
    yield from speed_bounds(samples, MEMORY_1, "tantivy1", aim=1)
    yield from speed_bounds(samples, MEMORY_2, "tantivy2", aim=1)


def speed_bounds(
    samples: Samples, way: Way, peer: str, *, target: float | None = None, aim: float | None = None
) -> Iterator[Bound]:
    """Compare one speed with that of a peer, if that was measured."""
    speed = "articles a second"
    if samples.has(peer, speed):
        ratio = samples.median(way.subject, speed) / samples.median(peer, speed)
        what = f"speed of indexing, {way.subject}, over {ENGINES[peer]}"
        yield Bound(what, ratio, target=target, aim=aim, more_is_better=True)


def query_bounds(samples: Samples) -> Iterator[Bound]:
    """Compare times of queries with those of the peers, on the kind of query that compares worst."""
    yield from time_bounds(samples, "xapian", "median", target=1)
    yield from time_bounds(samples, "fts5", "median", target=1)
    yield from time_bounds(samples, "whoosh", "median", target=30)
    yield from time_bounds(samples, "tantivy1", "median", aim=1)
    yield from time_bounds(samples, "fts5", "p95", target=1)
    yield from time_bounds(samples, "xapian", "p95", aim=1)


def time_bounds(
    samples: Samples, peer: str, statistic: str, *, target: float | None = None, aim: float | None = None
) -> Iterator[Bound]:
    """Compare one statistic with that of a peer, if that was measured."""
    if peer not in peers_in(samples):
        return
    measures = {kind: f"{kind} {statistic}" for kind in kinds_in(samples)}
    ratio, kind = min(
        (samples.median(peer, name) / samples.median(PROGRAM, name), kind) for kind, name in measures.items()
    )
    what = f"{statistic} of {ENGINES[peer]} over ours, worst kind of query: {KINDS[kind]}"
    yield Bound(what, ratio, target=target, aim=aim, more_is_better=True)


def own_bounds(samples: Samples) -> Iterator[Bound]:
    """Compare the figures that stand by themselves."""
    page = samples.median(PROGRAM, "warm page all median")
    yield Bound("page of ten hits with snippets, `Archive.search`, warm, median", page, "ms", target=8, aim=3)
    command = samples.median(PROGRAM, "query command")
    yield Bound("`archive-search query`, a fresh process with its output", command, "ms", target=350, aim=180)
    size = samples.median(PROGRAM, "bytes a character")
    yield Bound("whole archive on disk, bytes a character", size, "bytes", target=1.6, aim=1.1)
    opening = samples.median(PROGRAM, "open and rank")
    yield Bound("from opening the archive to the first answer", opening, "ms", target=60, aim=15)
    peak = max(samples.median(way.subject, "peak memory") for way in (FILE_1, FILE_2))
    yield Bound("peak memory of `archive-search index`, all processes together", peak, "MB", target=1000, aim=500)


def growth_bounds(samples: Samples) -> Iterator[Bound]:
    """Compare the largest archive with the whole corpus and with the smallest."""
    smallest, largest = subject_of(SIZES[0]), subject_of(SIZES[-1])
    if not samples.has(largest, "open and rank"):
        return
    opening = samples.median(largest, "open and rank") / samples.median(smallest, "open and rank")
    yield Bound(f"time of opening, {largest} over {smallest}", opening, target=STEADY)
    medians = {kind: f"{kind} median" for kind in kinds_in(samples)}
    cost, kind = max(
        (samples.median(largest, name) / samples.median(PROGRAM, name), kind) for kind, name in medians.items()
    )
    yield Bound(f"median of a query, {largest} over the corpus, worst kind: {KINDS[kind]}", cost, target=4)

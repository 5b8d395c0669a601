"""Keep every figure measured, run by run, and give medians and spreads.

>>> samples = Samples()
>>> for speed in (120.0, 126.0, 125.0):
...     samples.add("whoosh", {"articles a second": speed})
>>> samples.spread("whoosh", "articles a second")
Spread(median=125.0, low=120.0, high=126.0, runs=3)
"""

import json
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Spread(NamedTuple):
    """Sum up the figures of several runs."""

    median: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Spread":
        """Sum up figures; there must be one at least."""
        return cls(statistics.median(figures), min(figures), max(figures), len(figures))


class Samples:
    """Figures by subject (an engine, or this program at one size) and measure, one for each run.

    Attributes:
        about: What the run was: machine, date, command, versions, kinds of queries.
    """

    def __init__(self) -> None:
        self.about: dict[str, str] = {}
        self._figures: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))

    def add(self, subject: str, figures: Mapping[str, float]) -> None:
        """Add the figures of one run."""
        for measure, figure in figures.items():
            self._figures[subject][measure].append(figure)

    def has(self, subject: str, measure: str) -> bool:
        """Tell whether a figure was measured."""
        return measure in self._figures.get(subject, {})

    def spread(self, subject: str, measure: str) -> Spread:
        """Sum up a figure over the runs.

        Raises:
            KeyError: It was not measured.
        """
        return Spread.of(self._figures.get(subject, {})[measure])

    def median(self, subject: str, measure: str) -> float:
        """Give the median of a figure over the runs.

        Raises:
            KeyError: It was not measured.
        """
        return self.spread(subject, measure).median

    def save(self, path: Path) -> None:
        """Write everything as JSON."""
        path.write_text(json.dumps({"about": self.about, "figures": self._figures}, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Samples":
        """Read what `save` wrote."""
        saved = json.loads(path.read_text(encoding="utf-8"))
        samples = cls()
        samples.about = saved["about"]
        for subject, figures in saved["figures"].items():
            samples._figures[subject].update(figures)
        return samples


def summarize(times: Sequence[float], label: str) -> dict[str, float]:
    """Give the median and the 95th percentile of times, the latter as the peers' scripts reckon it.

    >>> summarize([3.0, 1.0, 2.0], "term")
    {'term median': 2.0, 'term p95': 3.0}
    """
    ordered = sorted(times)
    return {f"{label} median": statistics.median(ordered), f"{label} p95": ordered[int(0.95 * len(ordered))]}

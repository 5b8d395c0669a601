"""Draw the growth of costs and the comparison with the peers; run by the Python of the peers, which has matplotlib.

usage: python -m benchmarks.plots SAMPLES.json FOLDER
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter

from benchmarks.program import MEMORY_1, MEMORY_2, PROGRAM
from benchmarks.samples import Samples
from benchmarks.tables import KINDS, kinds_in, name_of, peers_in, sizes_in

# Okabe and Ito's colours, which readers of any colour vision tell apart; black is this program.
COLORS = ("#0072b2", "#56b4e9", "#009e73", "#e69f00", "#cc79a7", "#d55e00")
OURS = "black"
LINES = {
    "warm page all median": "page of ten, median",
    "query command": "`query` command",
    "open and rank": "opening and first answer",
}


def main() -> None:
    """Draw every plot of a run."""
    samples = Samples.load(Path(sys.argv[1]))
    # Without these the file would differ from run to run, and its text be outlines.
    mpl.rcParams |= {"svg.hashsalt": PROGRAM, "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9}
    for name, draw in {"performance-growth": draw_growth, "performance-peers": draw_peers}.items():
        draw(samples).savefig(Path(sys.argv[2]) / f"{name}.svg", metadata={"Date": None})


def draw_growth(samples: Samples) -> Figure:
    """Draw what queries and indexing cost as the archive grows."""
    figure = Figure(figsize=(9, 7), layout="constrained")
    (queries, starting), (indexing, memory) = figure.subplots(2, 2)
    medians = {f"{kind} median": KINDS[kind] for kind in kinds_in(samples)}
    plot_lines(queries, samples, medians, title="Archive.rank, median of each kind of query, ms")
    plot_lines(starting, samples, LINES, title="Pages, commands and opening, ms")
    plot_lines(indexing, samples, {"microseconds an article": ""}, title="Indexing, microseconds an article")
    plot_lines(memory, samples, {"peak memory": ""}, title="Peak memory while indexing, MB")
    for axes in (queries, starting):
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter(FuncFormatter(plain_number))
        axes.yaxis.set_minor_formatter(NullFormatter())
        axes.legend(fontsize=8)
    for axes in (indexing, memory):
        axes.set_ylim(bottom=0)
    return figure


def plot_lines(axes: Axes, samples: Samples, measures: dict[str, str], *, title: str) -> None:
    """Draw one line a measure over the number of articles, its spread as a bar at each point."""
    subjects = sizes_in(samples)
    articles = [samples.median(subject, "articles") for subject in subjects]
    for color, (measure, label) in zip(COLORS, measures.items(), strict=False):
        spreads = [samples.spread(subject, measure) for subject in subjects]
        below = [spread.median - spread.low for spread in spreads]
        above = [spread.high - spread.median for spread in spreads]
        medians = [spread.median for spread in spreads]
        axes.errorbar(articles, medians, (below, above), color=color, label=label, marker="o", markersize=4, capsize=2)
    axes.set_xscale("log")
    axes.set_xticks(articles, [f"{count:,.0f}" for count in articles])
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_xlabel("articles")
    axes.set_title(title, loc="left", fontsize=9)
    axes.grid(alpha=0.3)


def draw_peers(samples: Samples) -> Figure:
    """Draw the speed of indexing and the times of queries of every engine."""
    figure = Figure(figsize=(9, 4.2), layout="constrained")
    indexing, searching = figure.subplots(1, 2)
    peers = peers_in(samples)
    draw_speeds(indexing, samples, [*peers, MEMORY_1.subject, MEMORY_2.subject])
    colors = dict(zip(peers, COLORS, strict=False)) | {PROGRAM: OURS}
    for subject, color in colors.items():
        medians = [samples.median(subject, f"{kind} median") for kind in kinds_in(samples)]
        searching.plot(medians, kinds_in(samples), "o", color=color, label=name_of(subject), markersize=6)
    searching.set_yticks(range(len(kinds_in(samples))), [KINDS[kind] for kind in kinds_in(samples)])
    searching.invert_yaxis()
    show_logarithms(searching, title="Queries, median in ms (best of three each)")
    searching.legend(fontsize=8, loc="center left", bbox_to_anchor=(1.0, 0.5))
    return figure


def draw_speeds(axes: Axes, samples: Samples, subjects: Sequence[str]) -> None:
    """Draw a bar for the speed of each engine, this program's black."""
    speeds = [samples.median(subject, "articles a second") for subject in subjects]
    colors = [OURS if subject.startswith(PROGRAM) else COLORS[0] for subject in subjects]
    bars = axes.barh(range(len(subjects)), speeds, color=colors, height=0.6)
    axes.bar_label(bars, [f"{speed:,.0f}" for speed in speeds], padding=3, fontsize=8)
    axes.set_yticks(range(len(subjects)), [name_of(subject).replace(", from", ",\nfrom") for subject in subjects])
    axes.invert_yaxis()
    axes.margins(x=0.15)
    show_logarithms(axes, title="Indexing, articles a second")
    # Room for the numbers at the ends of the bars.
    axes.set_xlim(right=2 * axes.get_xlim()[1])


def show_logarithms(axes: Axes, *, title: str) -> None:
    """Give a plot a logarithmic scale from left to right, its numbers written plainly."""
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter(FuncFormatter(plain_number))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_title(title, loc="left", fontsize=9)
    axes.grid(axis="x", alpha=0.3)


def plain_number(figure: float, _position: int | None = None) -> str:
    """Write the number of a mark without exponents."""
    return f"{figure:,g}" if figure < 1000 else f"{figure:,.0f}"


if __name__ == "__main__":
    main()

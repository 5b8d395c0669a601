"""Print measures as two Markdown tables, each figure beside its ratio to this program.

>>> from peers.report import ratio
>>> ratio(2.4, 1.2)
'×2.0'
"""

from collections.abc import Mapping

from peers.measuring import Measure

PROGRAM = "archive-search"


def format_tables(measures: Mapping[str, Measure]) -> str:
    """Give the tables of indexing and of searching.

    Args:
        measures: Figures by engine, this program's among them under `PROGRAM`.

    Returns:
        Markdown, ending in a line break.
    """
    ours = measures[PROGRAM]
    indexing = [[name, *indexing_cells(found, ours)] for name, found in measures.items()]
    searching = [[name, *latency_cells(found, ours)] for name, found in measures.items()]
    return (
        "Indexing (in brackets: times this program's figure)\n\n"
        + format_table(["", "articles/s", "index bytes per character", "peak memory, MB"], indexing)
        + "\nSearching, median / 95th percentile in ms (in brackets: median, times this program's)\n\n"
        + format_table(["", *ours.latencies], searching)
    )


def indexing_cells(found: Measure, ours: Measure) -> list[str]:
    """Write the speed, size and memory of one engine."""
    return [
        f"{figure:,.{digits}f} ({ratio(figure, our_figure)})"
        for figure, our_figure, digits in (
            (found.articles_per_second, ours.articles_per_second, 0),
            (found.bytes_per_character, ours.bytes_per_character, 2),
            (found.peak_megabytes, ours.peak_megabytes, 0),
        )
    ]


def latency_cells(found: Measure, ours: Measure) -> list[str]:
    """Write the latencies of one engine, kind by kind."""
    return [
        f"{latency.median:.3f} / {latency.p95:.3f} ({ratio(latency.median, ours.latencies[kind].median)})"
        for kind, latency in found.latencies.items()
    ]


def ratio(figure: float, ours: float) -> str:
    """Write how many times our figure another one is."""
    quotient = figure / ours
    return f"×{quotient:.1f}" if quotient >= 1 else f"×{quotient:.2f}"


def format_table(head: list[str], rows: list[list[str]]) -> str:
    """Lay out a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)

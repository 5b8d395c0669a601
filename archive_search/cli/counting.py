"""The commands `stats` and `facets`."""

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.excluding import ExcludingCommand, ShieldedText
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_json
from archive_search.cli.narrowing import narrowing_options
from archive_search.cli.options import MOST_SHOWN, USUAL_FACETS, by_option, format_option, index_option, syntax_option
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.asking import QueryOptions
    from archive_search.engines.protocol import Statistics
    from archive_search.search.facets import FacetCount

_NAMES = {
    "articles": "articles",
    "paragraphs": "paragraphes",
    "words": "mots",
    "characters": "caractères",
    "files": "fichiers lus",
    "forms": "formes distinctes",
    "entities": "noms connus",
    "first_date": "premier jour",
    "last_date": "dernier jour",
    "undated": "articles sans date",
    "bytes": "octets sur le disque",
    "segments": "segments de l'index",
}
_SOURCES_SHOWN = 20


@click.command("stats", cls=FrenchCommand)
@index_option
@format_option("text", "json")
def stats_command(index: Path, output_format: str) -> None:
    """Compte ce que contient l'archive."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        statistics = archive.stats()
    if output_format == "json":
        print_json(statistics.to_dict())
    else:
        _print_statistics(statistics)


def _print_statistics(statistics: "Statistics") -> None:
    for field, name in _NAMES.items():
        value = getattr(statistics, field)
        written = group_digits(value) if isinstance(value, int) else value or "—"
        print_answer(f"{name:22}{written:>14}")
    if statistics.sources:
        print_answer("articles par source")
    for source, count in statistics.sources[:_SOURCES_SHOWN]:
        print_answer(f"{group_digits(count):>9}  {one_line(source)}")
    if len(statistics.sources) > _SOURCES_SHOWN:
        print_answer(f"{'…':>9}  {count_things(len(statistics.sources) - _SOURCES_SHOWN, 'autre')}")


@click.command("facets", cls=ExcludingCommand, short_help="Compte par source, agence, rubrique, année et nom.")
@click.argument("words", nargs=-1, metavar="[REQUÊTE...]", type=ShieldedText())
@index_option
@narrowing_options
@by_option
@click.option(
    "--limit",
    "-n",
    metavar="NOMBRE",
    type=click.IntRange(1, MOST_SHOWN),
    help="Valeurs à montrer de chaque propriété, mais toujours toutes les dates ; sans cela, 10 noms et 20 autres "
    "valeurs en texte, et dans les autres formes 100 noms et toutes les autres valeurs.",
)
@syntax_option
@format_option("text", "json", "csv", "tsv")
def facets_command(  # noqa: PLR0913 - click passes each option as an argument
    words: tuple[str, ...],
    index: Path,
    narrowing: "QueryOptions",
    by: tuple[str, ...],
    limit: int | None,
    syntax: str,
    output_format: str,
) -> None:
    """Compte les articles d'une requête, ou de toute l'archive, par source, agence, rubrique, année et nom.

    Termine par 1 si la requête ne trouve rien.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        options: QueryOptions = {**narrowing, "syntax": syntax}
        total, counts = _count(archive, " ".join(words), options, facets=by or USUAL_FACETS)
    _print_counts(counts, limit, output_format)
    if not total:
        raise SystemExit(NOTHING_FOUND)


def _count(
    archive: "Archive", query: str, options: "QueryOptions", *, facets: Sequence[str]
) -> "tuple[int, Mapping[str, tuple[FacetCount, ...]]]":
    from archive_search.archive.asking import read_narrowing
    from archive_search.cli.printing import print_warnings

    if not query and read_narrowing(options).is_empty:
        return archive.stats().articles, archive.facets(by=facets)
    page = archive.search(query, limit=0, facets=facets, **options)
    print_warnings(page.warnings)
    return page.total, page.facets


def _print_counts(counts: "Mapping[str, Sequence[FacetCount]]", limit: int | None, output_format: str) -> None:
    from archive_search.cli.printing import first_values, print_facets, print_table

    if output_format == "text":
        print_facets(counts, limit=limit)
        return
    shown = {name: first_values(name, values, limit) for name, values in counts.items()}
    if output_format == "json":
        facets = {name: [dataclasses.asdict(value) for value in values] for name, values in shown.items()}
        print_json({"version": 1, "facets": facets})
    else:
        rows = [(name, value.name, value.count) for name, values in shown.items() for value in values]
        print_table(("facet", "value", "count"), rows, output_format=output_format)

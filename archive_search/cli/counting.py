"""The commands `stats` and `facets`."""

import csv
import dataclasses
import sys
from pathlib import Path
from typing import Any

import click

from archive_search.cli.options import format_option, index_option
from archive_search.cli.printing import print_json
from archive_search.engines.protocol import Statistics
from archive_search.search.facets import Facet, FacetCount

_NAMES = {
    "articles": "articles",
    "paragraphs": "paragraphes",
    "words": "mots",
    "characters": "caractères",
    "files": "fichiers lus",
    "forms": "formes distinctes",
    "first_date": "premier jour",
    "last_date": "dernier jour",
    "undated": "articles sans date",
    "bytes": "octets sur le disque",
    "segments": "segments de l'index",
}
_SOURCES_SHOWN = 15


@click.command("stats")
@index_option
@format_option("text", "json")
def stats_command(index: Path, output_format: str) -> None:
    """Compte ce que contient l'archive."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        statistics = archive.stats()
    if output_format == "json":
        print_json(_statistics_dict(statistics))
        return
    for field, name in _NAMES.items():
        value = getattr(statistics, field)
        click.echo(f"{name:22} {value if value is not None else '—'}")
    for source, count in statistics.sources[:_SOURCES_SHOWN]:
        click.echo(f"  {source:20} {count}")


def _statistics_dict(statistics: Statistics) -> dict[str, Any]:
    values = dataclasses.asdict(statistics)
    values["sources"] = [{"name": name, "count": count} for name, count in statistics.sources]
    return {"version": 1, **values}


@click.command("facets", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="[REQUÊTE]")
@index_option
@click.option(
    "--by",
    multiple=True,
    type=click.Choice([facet.value for facet in Facet]),
    help="Propriété à compter ; toutes par défaut.",
)
@format_option("text", "json", "csv", "tsv")
def facets_command(words: tuple[str, ...], index: Path, by: tuple[str, ...], output_format: str) -> None:
    """Compte les articles d'une requête, ou de toute l'archive, par source, agence, rubrique et année."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        counts = archive.facets(" ".join(words) or None, by=by or tuple(Facet))
    if output_format == "json":
        print_json(
            {"version": 1, "facets": {name: [dataclasses.asdict(value) for value in counts[name]] for name in counts}}
        )
    elif output_format in ("csv", "tsv"):
        _print_table(counts, delimiter="," if output_format == "csv" else "\t")
    else:
        _print_text(counts)


def _print_table(counts: dict[str, tuple[FacetCount, ...]], *, delimiter: str) -> None:
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    writer.writerow(("facet", "value", "count"))
    for facet, values in counts.items():
        writer.writerows((facet, value.name, value.count) for value in values)


def _print_text(counts: dict[str, tuple[FacetCount, ...]]) -> None:
    for facet, values in counts.items():
        click.echo(f"{facet} :")
        for value in values:
            click.echo(f"  {value.count:7}  {value.name}")

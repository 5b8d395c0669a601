"""The command `entities show`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.archive.entity_json import portrait_to_dict
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.options import TypedText, format_option, index_option, limit_option, type_option
from archive_search.cli.wording import TYPE_NAMES, decimal
from archive_search.errors import UnknownEntityError
from archive_search.records import Entity
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search.engines.naming.reading import Neighbour, Portrait

_VARIANTS_SHOWN = 20
_LONGEST_BAR = 40
_ASSOCIATION = "association (logDice) : 14 pour deux noms toujours ensemble, 1 de moins pour deux fois moins souvent"


@click.command("show", cls=FrenchCommand, short_help="Montre ce que l'archive sait d'un nom.")
@click.argument("words", nargs=-1, required=True, metavar="NOM_OU_ID...", type=TypedText())
@index_option
@type_option
@limit_option(20, things="noms voisins")
@format_option("text", "json")
def show_command(words: tuple[str, ...], index: Path, entity_type: str | None, limit: int, output_format: str) -> None:
    """Montre les écritures d'un nom, ses articles par année, et qui est nommé avec lui.

    NOM_OU_ID est l'une de ses écritures, ou l'identifiant que donne « entities list ». Termine par 1 si aucun nom, ou
    plus d'un, n'est écrit ainsi.
    """
    from archive_search import Archive

    try:
        with Archive.open(index) as archive:
            portrait = archive.entity(" ".join(words), entity_type=entity_type, neighbours=limit)
    except UnknownEntityError as error:
        print_message(f"archive-search : {error}")
        raise SystemExit(NOTHING_FOUND) from error
    if output_format == "json":
        print_json(portrait_to_dict(portrait))
    else:
        _print_portrait(portrait)


def _print_portrait(portrait: "Portrait") -> None:
    entity = portrait.entity
    print_answer(one_line(f"{entity.name} · {TYPE_NAMES[entity.type]} · {entity.id}"))
    print_answer(_describe_counts(entity))
    _print_variants(entity)
    _print_years(portrait.years)
    _print_neighbours(portrait.neighbours)


def _describe_counts(entity: Entity) -> str:
    parts = [
        f"nommé {group_digits(entity.mentions)} fois",
        count_things(entity.paragraphs, "paragraphe"),
        count_things(entity.articles, "article"),
    ]
    if entity.first_date and entity.last_date:
        parts.append(f"du {entity.first_date.isoformat()} au {entity.last_date.isoformat()}")
    if entity.signed:
        parts.append(count_things(entity.signed, "signature"))
    return ", ".join(parts)


def _print_variants(entity: Entity) -> None:
    print_answer("écritures")
    for variant in entity.variants[:_VARIANTS_SHOWN]:
        print_answer(f"{group_digits(variant.mentions):>9}  {one_line(variant.surface)}")
    hidden = len(entity.variants) - _VARIANTS_SHOWN
    if hidden > 0:
        print_answer(f"{'…':>9}  {count_things(hidden, 'autre')}")


def _print_years(years: Sequence[tuple[int, int]]) -> None:
    if years:
        print_answer("articles par année")
    for line in describe_years(years):
        print_answer(line)


def describe_years(years: Sequence[tuple[int, int]]) -> list[str]:
    """Draw the number of articles of each year as a bar: one block each, or as many each as there is room for."""
    most = max((articles for _year, articles in years), default=1)
    each = max(1.0, most / _LONGEST_BAR)
    return [f"{year:>9}  {'█' * max(1, round(articles / each))} {group_digits(articles)}" for year, articles in years]


def _print_neighbours(neighbours: "Sequence[Neighbour]") -> None:
    if not neighbours:
        return
    print_answer("dans les mêmes paragraphes (nombre de paragraphes, association)")
    for near in neighbours:
        counts = f"{group_digits(near.paragraphs):>9}  {decimal(near.association):>5}"
        print_answer(f"{counts}  {one_line(near.entity.name)} · {one_line(near.entity.id)}")
    print_answer(_ASSOCIATION)

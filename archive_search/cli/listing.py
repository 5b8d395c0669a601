"""The command `entities list`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive_search.archive.entity_json import ENTITY_COLUMNS, entities_to_dict
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.options import (
    TypedText,
    format_option,
    index_option,
    limit_option,
    offset_option,
    type_option,
)
from archive_search.cli.wording import describe_window
from archive_search.records import Entity
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search.engines.naming.reading import EntityList

NOT_YET_NAMED = "ne sont pas encore relevés : lancez « archive-search entities update »"


@click.command("list", cls=FrenchCommand, short_help="Liste les noms, ou en cherche.")
@click.argument("words", nargs=-1, metavar="[TEXTE...]", type=TypedText())
@index_option
@type_option
@limit_option(20, things="noms")
@offset_option(things="noms")
@format_option("text", "json", "csv", "tsv")
def list_command(
    words: tuple[str, ...], index: Path, entity_type: str | None, limit: int, offset: int, output_format: str
) -> None:
    """Liste les noms de l'archive, ceux de TEXTE seulement s'il est donné, avec le nombre d'articles de chacun.

    TEXTE est un nom ou un morceau de l'une de ses écritures, avec ou sans accents. Ceux qui sont dans le plus
    d'articles viennent d'abord. Termine par 1 si aucun nom ne répond.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        found = archive.entities(" ".join(words) or None, entity_type=entity_type, limit=limit, offset=offset)
        is_unnamed = not found.total and not archive.stats().entities
    _print_list(found, offset, output_format)
    if is_unnamed:
        print_message(f"les noms de cette archive {NOT_YET_NAMED}")
    if not found.total:
        raise SystemExit(NOTHING_FOUND)


def _print_list(found: "EntityList", offset: int, output_format: str) -> None:
    listed = entities_to_dict(found, offset=offset)
    if output_format == "json":
        print_json(listed)
    elif output_format in ("csv", "tsv"):
        _print_table(listed["entities"], output_format)
    else:
        for entity in found.entities:
            print_answer(f"{group_digits(entity.articles):>9}  {_describe(entity)}")
        print_message(
            describe_window(
                count_things(found.total, "nom"), total=found.total, offset=offset, shown=len(found.entities)
            )
        )


def _describe(entity: Entity) -> str:
    """Name an entity; one that only signs is in no article, and the reader is told why it is listed."""
    signed = "" if entity.articles else f" · {count_things(entity.signed, 'signature')}"
    return one_line(f"{entity.name} · {entity.id}{signed}")


def _print_table(rows: Sequence[dict[str, Any]], output_format: str) -> None:
    from archive_search.cli.printing import print_table

    cells = ([row[name] for name in ENTITY_COLUMNS] for row in rows)
    print_table(ENTITY_COLUMNS, cells, output_format=output_format)

"""The command `families`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive_search.archive.family_json import SUMMARY_COLUMNS, summary_to_dict
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.family_wording import count_relations, describe_source
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.options import format_option, index_option, limit_option, offset_option
from archive_search.cli.wording import describe_window
from archive_search.family_records import Family
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search.engines.families.reading import FamilyList


@click.command("families", cls=FrenchCommand, short_help="Liste les dépêches reprises et leurs versions.")
@index_option
@limit_option(20, things="familles")
@offset_option(things="familles")
@format_option("text", "json", "jsonl", "csv", "tsv")
def families_command(index: Path, limit: int, offset: int, output_format: str) -> None:
    """Liste les familles de l'archive, les plus grandes d'abord : des articles qui donnent un même texte.

    Une famille porte l'identifiant de sa première publication. Ses autres articles la reprennent, la mettent à jour,
    ou en donnent un extrait ; « show --family » les montre. Termine par 1 s'il n'y a aucune famille.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        found = archive.families(limit=limit, offset=offset)
    _print_families(found, offset, output_format)
    if not found.total:
        raise SystemExit(NOTHING_FOUND)


def _print_families(found: "FamilyList", offset: int, output_format: str) -> None:
    rows = [summary_to_dict(family) for family in found.families]
    if output_format == "json":
        print_json({"version": 1, "total": found.total, "offset": offset, "families": rows})
    elif output_format == "jsonl":
        for row in rows:
            print_json(row, indent=None)
    elif output_format in ("csv", "tsv"):
        _print_table(rows, output_format)
    else:
        for family in found.families:
            print_answer(f"{group_digits(len(family.members)):>9}  {one_line(_describe(family))}")
        print_message(
            describe_window(count_things(found.total, "famille"), total=found.total, offset=offset, shown=len(rows))
        )


def _describe(family: Family) -> str:
    first = family.members[0]
    return f"{describe_source(first)} · {first.heading} · {family.id} ({count_relations(family)})"


def _print_table(rows: Sequence[dict[str, Any]], output_format: str) -> None:
    from archive_search.cli.printing import print_table

    print_table(SUMMARY_COLUMNS, ([row[name] for name in SUMMARY_COLUMNS] for row in rows), output_format=output_format)

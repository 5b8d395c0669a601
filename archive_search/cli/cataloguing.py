"""The command `formats`."""

from typing import TYPE_CHECKING, Any

import click

from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_answer, print_json
from archive_search.cli.options import format_option

if TYPE_CHECKING:
    from archive_search.sources.catalogue import Entry


@click.command("formats", cls=FrenchCommand, short_help="Liste les formats de fichiers qui se lisent.")
@format_option("text", "json")
def formats_command(output_format: str) -> None:
    """Liste les formats de fichiers qui se lisent, et ce qu'il faut installer pour les autres.

    Un fichier est reconnu à son contenu, quel que soit son nom ; il peut être comprimé par gzip, bzip2 ou xz.
    """
    from archive_search.sources.catalogue import CATALOGUE

    if output_format == "json":
        print_json({"version": 1, "formats": [entry_to_dict(entry) for entry in CATALOGUE]})
        return
    for entry in CATALOGUE:
        needs = "" if entry.is_available else f" — à installer : archive-search[{entry.extra}]"
        print_answer(f"{entry.format:13}{' '.join(entry.suffixes):25}{entry.description}{needs}")


def entry_to_dict(entry: "Entry") -> dict[str, Any]:
    """Give a format as JSON version 1 has it."""
    return {
        "format": entry.format.value,
        "description": entry.description,
        "suffixes": list(entry.suffixes),
        "available": entry.is_available,
        "extra": entry.extra,
    }

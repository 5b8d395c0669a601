"""Options that several commands share."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from archive_search.settings import read_settings

Command = TypeVar("Command", bound=Callable[..., Any])

# How Python hands over a byte of an argument that is not of the terminal's encoding.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class TypedText(click.ParamType[str]):
    """Take an argument as text; bytes that are not of the terminal's encoding become U+FFFD."""

    name = "texte"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Replace what cannot be encoded."""
        return _LONE_SURROGATE.sub("\ufffd", value)


def index_option(command: Command) -> Command:
    """Add ``--index``, the folder of the archive."""
    return click.option(
        "--index",
        "-i",
        "index",
        metavar="DOSSIER",
        type=click.Path(file_okay=False, path_type=Path),
        default=lambda: read_settings().index,
        show_default="$ARCHIVE_SEARCH_INDEX, sinon index/",
        help="Dossier de l'archive.",
    )(command)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Add ``--format`` with some formats, the first being the default."""

    def add(command: Command) -> Command:
        return click.option(
            "--format",
            "-f",
            "output_format",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="Forme de la sortie.",
        )(command)

    return add

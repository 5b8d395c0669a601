"""Options that several commands share."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from archive_search.query.syntax import Syntax
from archive_search.records import EntityType
from archive_search.settings import read_settings

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_WORKERS = 64
MOST_SHOWN = 10_000
CLEANINGS = ("all", "rules", "none")
TYPES = tuple(entity_type.value for entity_type in EntityType)
SYNTAXES = tuple(syntax.value for syntax in Syntax)
# The values of `Sort` and `Facet` of `archive_search.search`, which take long to import.
SORTS = ("relevance", "newest", "oldest")
FACETS = ("source", "agency", "section", "year", "month", "day", "person", "place", "org")
USUAL_FACETS = tuple(facet for facet in FACETS if facet not in ("month", "day"))

# How Python hands over a byte of an argument that is not of the terminal's encoding.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class TypedText(click.ParamType[str]):
    """Take an argument as text; bytes that are not of the terminal's encoding become U+FFFD."""

    name = "texte"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Replace what cannot be encoded."""
        return _LONE_SURROGATE.sub("\ufffd", value)


class PropertyMapping(click.ParamType[tuple[str, str]]):
    """Take where to read a property: its name, an equals sign, a column or key."""

    name = "PROPRIÉTÉ=COLONNE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Cut the argument at its first equals sign."""
        given, equals, column = value.partition("=")
        if not (given and equals and column):
            self.fail(f"« {value} » n'a pas la forme propriété=colonne, par exemple text=corps", param, ctx)
        return given, column


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


def limit_option(shown: int, *, things: str) -> Callable[[Command], Command]:
    """Add ``--limit``, the most that is shown.

    Args:
        shown: What holds without the option.
        things: What is shown, in French, in the plural.
    """
    return click.option(
        "--limit",
        "-n",
        metavar="NOMBRE",
        type=click.IntRange(0, MOST_SHOWN),
        default=shown,
        show_default=True,
        help=f"{things.capitalize()} à montrer.",
    )


def offset_option(*, things: str) -> Callable[[Command], Command]:
    """Add ``--offset``, what is left out before that.

    Args:
        things: What is shown, in French, in the plural.
    """
    return click.option(
        "--offset",
        metavar="NOMBRE",
        type=click.IntRange(0),
        default=0,
        show_default=True,
        help=f"{things.capitalize()} à sauter.",
    )


def sort_option(described: str) -> Callable[[Command], Command]:
    """Add ``--sort``, the order of articles.

    Args:
        described: What is put in that order, in French.
    """
    return click.option("--sort", type=click.Choice(SORTS), default=SORTS[0], show_default=True, help=described)


def any_option(command: Command) -> Command:
    """Add ``--any``, by which one word of a query is enough."""
    return click.option("--any", "any_word", is_flag=True, help="Un seul des mots suffit (l'espace veut dire OU).")(
        command
    )


def syntax_option(command: Command) -> Command:
    """Add ``--syntax``, the service whose language a query is written in."""
    return click.option(
        "--syntax",
        type=click.Choice(SYNTAXES),
        default=Syntax.STANDARD.value,
        show_default=True,
        help="Langage de la requête. Une équation collée d'Europresse, de Factiva ou de Nexis se lit alors comme ce "
        "service la lit : priorités, w/n, espace.",
    )(command)


def by_option(command: Command) -> Command:
    """Add ``--by``, the properties to count articles by."""
    return click.option(
        "--by",
        multiple=True,
        type=click.Choice(FACETS),
        help="Propriété à compter (source, agence, rubrique, année, mois, jour, personne, lieu, organisation), "
        "plusieurs fois si besoin ; sans cela, toutes sauf les mois et les jours.",
    )(command)


def map_option(command: Command) -> Command:
    """Add ``--map``, where a table or a JSON object has a property."""
    return click.option(
        "--map",
        "columns",
        multiple=True,
        type=PropertyMapping(),
        help="Où lire une propriété dans un CSV ou un JSON, par exemple text=corps ; plusieurs fois si besoin.",
    )(command)


def cleaning_option(command: Command) -> Command:
    """Add ``--cleaning``, how much is taken out of articles."""
    return click.option(
        "--cleaning",
        type=click.Choice(CLEANINGS),
        default=lambda: read_settings().cleaning,
        show_default="$ARCHIVE_SEARCH_CLEANING, sinon all",
        help="Ce qui est retiré des articles : tout ce qui leur est étranger (all), ce que des règles connaissent sans "
        "ce qui se répète (rules), rien (none). Un autre choix relit les fichiers.",
    )(command)


def workers_option(command: Command) -> Command:
    """Add ``--workers``, the number of processes."""
    return click.option(
        "--workers",
        type=click.IntRange(1, MOST_WORKERS),
        metavar="NOMBRE",
        help="Nombre de processus qui travaillent ensemble ; sans cela, un par cœur de la machine, 8 au plus.",
    )(command)


def type_option(command: Command) -> Command:
    """Add ``--type``, the type of an entity."""
    return click.option(
        "--type",
        "entity_type",
        type=click.Choice(TYPES),
        help="Seulement les personnes, les lieux ou les organisations ; lève un doute entre deux noms semblables.",
    )(command)

"""The command `export`."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.excluding import ExcludingCommand, ShieldedText
from archive_search.cli.french import Refusal
from archive_search.cli.lines import print_message
from archive_search.cli.narrowing import narrowing_options
from archive_search.cli.options import TypedText, any_option, index_option, sort_option, syntax_option
from archive_search.cli.output_files import new_file
from archive_search.cli.wording import quote_all
from archive_search.exports.export_format import ExportFormat, format_of_file
from archive_search.search.wording import count_things

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.asking import QueryOptions
    from archive_search.archive.exporting import ExportReport
    from archive_search.query.tree import Node

STANDARD_OUTPUT = "-"
_MISSING_SHOWN = 5

# click's own mark, a backspace, keeps the lines of the examples apart.
_HELP = """Écrit des articles dans un fichier : références, tableau, revue de presse.

Les articles sont tous ceux d'une requête, reprises comprises, ceux d'un dossier ou ceux que nomme --article. Par
exemple :

\b
archive-search export Lattaquié "base aérienne" -o revue.html
archive-search export --dossier "Syrie 2015" -o syrie.ris
archive-search export trêve --sort oldest --format csv

La fin du nom du fichier dit la forme : .csv (tableur), .json, .ris (Zotero, EndNote), .bib (JabRef, LaTeX), .csl.json
(Zotero, Pandoc), .html ou .docx (revue de presse). Un fichier n'apparaît qu'une fois entier. Termine par 0 si des
articles sont écrits, par 1 s'il n'y en a aucun (le fichier n'est alors pas fait), par 2 en cas d'erreur.
"""


@click.command("export", cls=ExcludingCommand, help=_HELP, short_help="Écrit des articles dans un fichier.")
@click.argument("words", nargs=-1, metavar="[REQUÊTE...]", type=ShieldedText())
@index_option
@narrowing_options
@click.option("--dossier", metavar="NOM", type=TypedText(), help="Les articles de ce dossier, au lieu d'une requête.")
@click.option(
    "--article",
    "article_ids",
    metavar="ARTICLE",
    multiple=True,
    type=TypedText(),
    help="Cet article, au lieu d'une requête ; plusieurs fois si besoin.",
)
@click.option(
    "--output",
    "-o",
    metavar="FICHIER",
    default=STANDARD_OUTPUT,
    type=click.Path(),
    help="Fichier à écrire ; sans cela, ou avec « - », la sortie standard.",
)
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice([each.value for each in ExportFormat]),
    help="Forme du fichier ; sans cela, celle que dit la fin de son nom.",
)
@click.option("--title", metavar="TITRE", type=TypedText(), help="Titre de la revue de presse.")
@sort_option("Ordre des articles d'une requête : les plus pertinents, récents ou anciens d'abord.")
@any_option
@syntax_option
@click.option("--force", is_flag=True, help="Remplace le fichier s'il existe déjà.")
def export_command(  # noqa: PLR0913 - click passes each option as an argument
    words: tuple[str, ...],
    index: Path,
    narrowing: "QueryOptions",
    dossier: str | None,
    article_ids: tuple[str, ...],
    output: str,
    format_name: str | None,
    title: str | None,
    sort: str,
    any_word: bool,
    syntax: str,
    force: bool,
) -> None:
    """Write articles to a file or to standard output."""
    from archive_search import Archive
    from archive_search.archive.exporting import ExportOptions
    from archive_search.cli.progress import exporting_bar
    from archive_search.search.requests import Sort

    is_query = bool(words or any(narrowing.values()))
    _check_asked(is_query=is_query, is_dossier=dossier is not None, is_list=bool(article_ids))
    output_format = _choose_format(output, format_name)
    with Archive.open(index) as archive, exporting_bar() as on_progress:
        what, usual_title = _select(archive, " ".join(words), dossier, article_ids)
        wanted = ExportOptions(
            format=output_format, title=title or usual_title, sort=Sort(sort), on_progress=on_progress
        )
        asked: QueryOptions = {**narrowing, "any_word": any_word, "syntax": syntax} if is_query else {}
        report = _write(partial(archive.export, what, output=wanted, **asked), output, force=force)
    _print_outcome(report, output)
    if not report.articles:
        raise SystemExit(NOTHING_FOUND)


def _check_asked(*, is_query: bool, is_dossier: bool, is_list: bool) -> None:
    if is_query + is_dossier + is_list > 1:
        raise Refusal("donnez une requête, --dossier ou --article, et un seul des trois")
    if not (is_query or is_dossier or is_list):
        raise Refusal("il manque REQUÊTE..., --dossier ou --article (voir archive-search export --help)")


def _choose_format(output: str, format_name: str | None) -> ExportFormat:
    """Tell the format asked for, or that of the file."""
    chosen = ExportFormat(format_name) if format_name else format_of_file(output)
    if chosen is None:
        suffixes = ", ".join(each.suffix for each in ExportFormat)
        raise Refusal(f"forme inconnue : donnez --format, ou un nom de fichier en {suffixes}")
    if output == STANDARD_OUTPUT and not chosen.is_text and sys.stdout is not None and sys.stdout.isatty():
        raise Refusal(f"la forme {chosen.value} ne s'affiche pas dans un terminal : donnez -o FICHIER")
    return chosen


def _select(
    archive: "Archive", query: str, dossier: str | None, article_ids: Sequence[str]
) -> "tuple[str | Node | Sequence[str], str | None]":
    """Give what is to be written, and the title that goes with it."""
    if dossier is not None:
        found = archive.desk.dossier(dossier)
        return [each.article_id for each in archive.desk.articles_in(found.id)], found.name
    for article_id in article_ids:
        # One that does not exist is a mistake in typing, told before anything is written.
        archive.fetch(article_id)
    return article_ids or query, None


def _write(export: "Callable[[BinaryIO], ExportReport]", output: str, *, force: bool) -> "ExportReport":
    if output == STANDARD_OUTPUT:
        if sys.stdout is None:
            raise Refusal("la sortie standard est fermée : donnez -o FICHIER")
        return export(sys.stdout.buffer)
    with new_file(Path(output), replace=force) as file:
        report = export(file.stream)
        file.is_wanted = report.articles > 0
    return report


def _print_outcome(report: "ExportReport", output: str) -> None:
    for warning in report.warnings:
        print_message(f"attention : {warning}")
    if report.missing:
        shown = quote_all(report.missing[:_MISSING_SHOWN])
        more = ", …" if len(report.missing) > _MISSING_SHOWN else ""
        print_message(f"{count_things(len(report.missing), 'article')} en moins, hors de l'archive : {shown}{more}")
    if not report.articles:
        print_message("aucun article")
    elif output != STANDARD_OUTPUT:
        print_message(f"{count_things(report.articles, 'article')} dans {output}")

"""The command `index`."""

import dataclasses
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import INTERRUPTED
from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import print_json, print_message
from archive_search.cli.naming import end_after_naming, print_naming, update_names
from archive_search.cli.options import format_option, index_option, workers_option
from archive_search.cli.progress import adding_bar
from archive_search.cli.wording import count_each, decimal
from archive_search.errors import ArchiveMissingError
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.adding import AddOptions
    from archive_search.archive.report import AddReport
    from archive_search.engines.naming.report import NamingReport

SOMETHING_FAILED = 2
STANDARD_INPUT = "-"
_FAILURES_SHOWN = 200
_MAP_HELP = "Où lire une propriété dans un CSV ou un JSON, par exemple text=corps ; plusieurs fois si besoin."


class _Mapping(click.ParamType[tuple[str, str]]):
    name = "PROPRIÉTÉ=COLONNE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        given, equals, column = value.partition("=")
        if not (given and equals and column):
            self.fail(f"« {value} » n'a pas la forme propriété=colonne, par exemple text=corps", param, ctx)
        return given, column


@click.command("index", cls=FrenchCommand, short_help="Met des fichiers et des dossiers dans l'archive.")
@click.argument("paths", nargs=-1, required=True, metavar="CHEMIN...")
@index_option
@click.option("--map", "columns", multiple=True, type=_Mapping(), help=_MAP_HELP)
@workers_option
@click.option("--remove-missing", is_flag=True, help="Retire les articles des fichiers qui ont disparu.")
@click.option("--no-entities", is_flag=True, help="Laisse les noms pour plus tard (voir entities update).")
@format_option("text", "json")
def index_command(  # noqa: PLR0913 - click passes each option as an argument
    paths: tuple[str, ...],
    index: Path,
    columns: tuple[tuple[str, str], ...],
    workers: int | None,
    remove_missing: bool,
    no_entities: bool,
    output_format: str,
) -> None:
    """Met des fichiers et des dossiers dans l'archive ; « - » lit l'entrée standard.

    Les fichiers inchangés sont laissés, les changés remplacés. Le texte se cherche dès qu'il est indexé ; les noms de
    personnes, de lieux et d'organisations sont relevés ensuite. Termine par 2 si quelque chose n'a pu être lu : le
    reste est indexé, et chaque défaut est dit sur la sortie d'erreur.
    """
    from archive_search.archive.adding import AddOptions
    from archive_search.sources.reading import ReadOptions

    _check_standard_input(paths)
    reading = ReadOptions(columns=dict(columns))
    with _open_or_create(index, workers) as archive:
        report = _add(archive, paths, AddOptions(reading=reading, remove_missing=remove_missing))
        _print_report(report)
        names = None
        try:
            if not (no_entities or report.interrupted):
                names = update_names(archive)
        finally:
            _print_outcome(report, names, output_format)
    _end(report, names)


def _check_standard_input(paths: Sequence[str]) -> None:
    if STANDARD_INPUT in paths and len(paths) > 1:
        raise Refusal("« - » se donne seul : indexez les autres chemins par une autre commande")
    if STANDARD_INPUT in paths and sys.stdin is None:
        raise Refusal("l'entrée standard est fermée : envoyez-y les articles, ou nommez un fichier")


def _add(archive: "Archive", paths: Sequence[str], options: "AddOptions") -> "AddReport":
    with adding_bar() as on_progress:
        options = dataclasses.replace(options, on_progress=on_progress)
        if STANDARD_INPUT in paths:
            return archive.add_stream(sys.stdin.buffer, options=options)
        return archive.add(paths, options=options)


def _print_outcome(report: "AddReport", names: "NamingReport | None", output_format: str) -> None:
    if names is not None:
        print_naming(names)
    if output_format == "json":
        print_json({**report.to_dict(), "entities": names.to_dict() if names is not None else None})


def _end(report: "AddReport", names: "NamingReport | None") -> None:
    if report.interrupted:
        raise SystemExit(INTERRUPTED)
    if names is not None:
        end_after_naming(names)
    if report.failures:
        raise SystemExit(SOMETHING_FAILED)


def _open_or_create(path: Path, workers: int | None) -> "Archive":
    from archive_search import Archive

    try:
        return Archive.open(path, workers=workers)
    except ArchiveMissingError:
        return Archive.create(path, workers=workers)


def _print_report(report: "AddReport") -> None:
    for failure in report.failures[:_FAILURES_SHOWN]:
        print_message(f"échec : {failure}")
    hidden = len(report.failures) - _FAILURES_SHOWN
    if hidden > 0:
        print_message(f"… et {count_things(hidden, 'autre échec')} (--format json les donne tous)")
    for path in report.missing:
        print_message(f"disparu : {path} (ses articles restent ; --remove-missing les retire)")
    print_message(describe_interruption(report) if report.interrupted else describe_run(report))


def describe_interruption(report: "AddReport") -> str:
    """Say what a run that was stopped has kept."""
    again = "relancez la même commande pour continuer"
    if not report.committed:
        return f"interrompu : l'archive est comme avant ; {again}"
    kept = "est enregistré" if report.committed == 1 else "sont enregistrés"
    return f"interrompu : {count_things(report.committed, 'article')} {kept} ; {again}"


def describe_run(report: "AddReport") -> str:
    """Say what a run did, without the counts that are 0."""
    changes = count_each(
        (report.added, "article ajouté"), (report.replaced, "article remplacé"), (report.removed, "article retiré")
    )
    others = count_each(
        (report.unchanged, "article inchangé"),
        (report.files_read, "fichier lu"),
        (report.files_unchanged, "fichier inchangé"),
        (len(report.failures), "échec"),
    )
    seconds = f"{decimal(report.seconds)} s"
    if report.added + report.replaced and report.seconds:
        seconds += f", {group_digits(round(report.articles / report.seconds))} articles/s"
    return " ; ".join(filter(None, (changes or "rien de nouveau", others, seconds)))

"""The command `index`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import INTERRUPTED
from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import print_json, print_message
from archive_search.cli.options import format_option, index_option
from archive_search.cli.progress import progress_bar
from archive_search.cli.wording import count_things, decimal, group_digits
from archive_search.errors import ArchiveMissingError

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.report import AddReport

SOMETHING_FAILED = 2
STANDARD_INPUT = "-"
MOST_WORKERS = 64
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
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    metavar="NOMBRE",
    help="Nombre de processus qui indexent ensemble ; sans cela, un par cœur de la machine.",
)
@click.option("--remove-missing", is_flag=True, help="Retire les articles des fichiers qui ont disparu.")
@format_option("text", "json")
def index_command(
    paths: tuple[str, ...],
    index: Path,
    columns: tuple[tuple[str, str], ...],
    workers: int | None,
    remove_missing: bool,
    output_format: str,
) -> None:
    """Met des fichiers et des dossiers dans l'archive ; « - » lit l'entrée standard.

    Les fichiers inchangés sont laissés, les changés remplacés. Termine par 2 si quelque chose n'a pu être lu :
    le reste est indexé, et chaque défaut est dit sur la sortie d'erreur.
    """
    from archive_search.archive.adding import AddOptions
    from archive_search.sources.reading import ReadOptions

    if STANDARD_INPUT in paths and len(paths) > 1:
        raise Refusal("« - » se donne seul : indexez les autres chemins par une autre commande")
    if STANDARD_INPUT in paths and sys.stdin is None:
        raise Refusal("l'entrée standard est fermée : envoyez-y les articles, ou nommez un fichier")
    with _open_or_create(index, workers) as archive, progress_bar() as on_progress:
        options = AddOptions(
            reading=ReadOptions(columns=dict(columns)), remove_missing=remove_missing, on_progress=on_progress
        )
        if STANDARD_INPUT in paths:
            report = archive.add_stream(sys.stdin.buffer, options=options)
        else:
            report = archive.add(paths, options=options)
    _print_report(report, output_format)
    if report.interrupted:
        raise SystemExit(INTERRUPTED)
    if report.failures:
        raise SystemExit(SOMETHING_FAILED)


def _open_or_create(path: Path, workers: int | None) -> "Archive":
    from archive_search import Archive

    try:
        return Archive.open(path, workers=workers)
    except ArchiveMissingError:
        return Archive.create(path, workers=workers)


def _print_report(report: "AddReport", output_format: str) -> None:
    for failure in report.failures[:_FAILURES_SHOWN]:
        print_message(f"échec : {failure}")
    hidden = len(report.failures) - _FAILURES_SHOWN
    if hidden > 0:
        print_message(f"… et {count_things(hidden, 'autre échec')} (--format json les donne tous)")
    for path in report.missing:
        print_message(f"disparu : {path} (ses articles restent ; --remove-missing les retire)")
    if output_format == "json":
        print_json(report.to_dict())
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
    changes = _counts(
        (report.added, "article ajouté"), (report.replaced, "article remplacé"), (report.removed, "article retiré")
    )
    others = _counts(
        (report.unchanged, "article inchangé"),
        (report.files_read, "fichier lu"),
        (report.files_unchanged, "fichier inchangé"),
        (len(report.failures), "échec"),
    )
    seconds = f"{decimal(report.seconds)} s"
    if report.added + report.replaced and report.seconds:
        seconds += f", {group_digits(round(report.articles / report.seconds))} articles/s"
    return " ; ".join(filter(None, (changes or "rien de nouveau", others, seconds)))


def _counts(*counted: tuple[int, str]) -> str:
    return ", ".join(count_things(number, name) for number, name in counted if number)

"""The command `index`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli.options import format_option, index_option
from archive_search.cli.printing import print_json
from archive_search.cli.progress import progress_bar
from archive_search.errors import ArchiveMissingError

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.report import AddReport

SOMETHING_FAILED = 2
INTERRUPTED = 130
STANDARD_INPUT = "-"
_FAILURES_SHOWN = 200


class _Mapping(click.ParamType[tuple[str, str]]):
    name = "PROPRIÉTÉ=COLONNE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        given, equals, column = value.partition("=")
        if not (given and equals and column):
            self.fail(f"« {value} » n'a pas la forme propriété=colonne, par exemple text=corps", param, ctx)
        return given, column


@click.command("index")
@click.argument("paths", nargs=-1, required=True, metavar="CHEMIN...")
@index_option
@click.option("--map", "columns", multiple=True, type=_Mapping(), help="Colonne d'un CSV ou d'un JSON, text=corps.")
@click.option("--remove-missing", is_flag=True, help="Retire les articles des fichiers qui ont disparu.")
@format_option("text", "json")
def index_command(
    paths: tuple[str, ...],
    index: Path,
    columns: tuple[tuple[str, str], ...],
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
        raise click.UsageError("« - » se donne seul : indexez les autres chemins par une autre commande")
    with _open_or_create(index) as archive, progress_bar() as on_progress:
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


def _open_or_create(path: Path) -> "Archive":
    from archive_search import Archive

    try:
        return Archive.open(path)
    except ArchiveMissingError:
        return Archive.create(path)


def _print_report(report: "AddReport", output_format: str) -> None:
    for failure in report.failures[:_FAILURES_SHOWN]:
        click.echo(f"échec : {failure}", err=True)
    if len(report.failures) > _FAILURES_SHOWN:
        click.echo(f"… et {len(report.failures) - _FAILURES_SHOWN} autres échecs", err=True)
    for path in report.missing:
        click.echo(f"disparu : {path} (ses articles restent ; --remove-missing les retire)", err=True)
    if output_format == "json":
        print_json(report.to_dict())
        return
    if report.interrupted:
        click.echo(f"interrompu : {report.committed} articles sont enregistrés ; relancez pour continuer", err=True)
        return
    rate = report.articles / report.seconds if report.seconds else 0.0
    click.echo(
        f"{report.added} articles ajoutés, {report.replaced} remplacés, {report.unchanged} inchangés, "
        f"{report.removed} retirés ; {report.files_read} fichiers lus, {report.files_unchanged} inchangés, "
        f"{len(report.failures)} échecs ; {report.seconds:.1f} s, {rate:.0f} articles/s",
        err=True,
    )

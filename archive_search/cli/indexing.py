"""The command `index`."""

import dataclasses
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import INTERRUPTED
from archive_search.cli.adding import Adding, adding_options
from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import print_json
from archive_search.cli.naming import end_after_naming, print_naming, update_names
from archive_search.cli.options import format_option, index_option
from archive_search.cli.planning import print_plan
from archive_search.cli.progress import adding_bar
from archive_search.cli.reporting import print_report

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.adding import AddOptions
    from archive_search.archive.report import AddReport
    from archive_search.engines.naming.report import NamingReport
    from archive_search.sources.readers import ReadOptions

SOMETHING_FAILED = 2
STANDARD_INPUT = "-"


@click.command("index", cls=FrenchCommand, short_help="Met des fichiers et des dossiers dans l'archive.")
@click.argument("paths", nargs=-1, required=True, metavar="CHEMIN...")
@index_option
@adding_options
@click.option("--dry-run", is_flag=True, help="Dit ce qui serait lu, fichier par fichier, et n'écrit rien.")
@format_option("text", "json")
def index_command(paths: tuple[str, ...], index: Path, adding: Adding, dry_run: bool, output_format: str) -> None:
    """Met des fichiers et des dossiers dans l'archive ; « - » lit l'entrée standard.

    Les fichiers inchangés sont laissés, les changés remplacés. Le texte se cherche dès qu'il est indexé ; les noms de
    personnes, de lieux et d'organisations sont relevés ensuite. Termine par 2 si quelque chose n'a pu être lu : le
    reste est indexé, et chaque défaut est dit sur la sortie d'erreur.
    """
    from archive_search.archive.opening import open_or_create

    _check_standard_input(paths)
    options = adding.to_options()
    if dry_run:
        _plan(paths, index, options.reading, output_format)
        return
    with open_or_create(index, workers=adding.workers) as archive:
        report = _add(archive, paths, options)
        print_report(report)
        names = None
        try:
            if not (adding.no_entities or report.interrupted):
                names = update_names(archive)
        finally:
            _print_outcome(report, names, output_format)
    _end(report, names)


def _check_standard_input(paths: Sequence[str]) -> None:
    if STANDARD_INPUT in paths and len(paths) > 1:
        raise Refusal("« - » se donne seul : indexez les autres chemins par une autre commande")
    if STANDARD_INPUT in paths and sys.stdin is None:
        raise Refusal("l'entrée standard est fermée : envoyez-y les articles, ou nommez un fichier")


def _plan(paths: Sequence[str], index: Path, reading: "ReadOptions", output_format: str) -> None:
    from archive_search.archive.planning import plan_files

    if STANDARD_INPUT in paths:
        raise Refusal("« - » ne se lit qu'une fois : --dry-run veut des fichiers ou des dossiers")
    plan = plan_files(index, [Path(path) for path in paths], reading)
    print_plan(plan, output_format)
    if plan.has_refused:
        raise SystemExit(SOMETHING_FAILED)


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

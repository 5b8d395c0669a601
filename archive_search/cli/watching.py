"""The command `watch`."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli.adding import Adding, adding_options
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_json, print_message
from archive_search.cli.naming import print_naming, update_names
from archive_search.cli.options import format_option, index_option
from archive_search.cli.reporting import print_report
from archive_search.search.wording import plural

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.report import AddReport


@click.command("watch", cls=FrenchCommand, short_help="Suit des dossiers et indexe ce qui y arrive.")
@click.argument("paths", nargs=-1, required=True, metavar="CHEMIN...")
@index_option
@adding_options
@click.option("--poll", is_flag=True, help="Regarde tous les fichiers sans cesse : pour un dossier du réseau.")
@format_option("text", "json")
def watch_command(paths: tuple[str, ...], index: Path, adding: Adding, poll: bool, output_format: str) -> None:
    """Met l'archive à jour comme « index », puis suit les dossiers : ce qui y arrive s'y cherche peu après.

    S'arrête par Ctrl-C, à tout moment et sans dommage. En json, imprime un rapport par ligne.
    """
    from archive_search.archive.opening import open_or_create
    from archive_search.archive.watching import WatchOptions

    options = WatchOptions(adding=adding.to_options(), poll=poll)
    # The end that a service manager asks for is the one that the keyboard asks for.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with open_or_create(index, workers=adding.workers) as archive:
            reports = archive.watch(paths, options=options)
            print_message(f"dossier{plural(len(paths))} suivi{plural(len(paths))} ; Ctrl-C pour arrêter")
            for report in reports:
                _tell(archive, report, output_format, names=not adding.no_entities)
    except KeyboardInterrupt:
        print_message("arrêté")


def _tell(archive: "Archive", report: "AddReport", output_format: str, *, names: bool) -> None:
    print_report(report)
    if output_format == "json":
        print_json(report.to_dict(), indent=None)
        # Whoever reads a pipe waits for this report, and the next may be days away.
        sys.stdout.flush()
    if report.interrupted:
        raise KeyboardInterrupt
    if names and (report.added or report.replaced or report.removed):
        found = update_names(archive)
        print_naming(found)
        if found.interrupted:
            raise KeyboardInterrupt

"""Look for names after `index`, and the command `entities update`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import INTERRUPTED
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_json, print_message
from archive_search.cli.options import format_option, index_option, workers_option
from archive_search.cli.progress import naming_bar
from archive_search.cli.wording import count_each, decimal
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.engines.naming.report import NamingReport

CORRECTIONS_FAULTY = 2
_CORRECTIONS = "aliases.toml"


@click.command("update", cls=FrenchCommand, short_help="Relève les noms des articles nouveaux.")
@index_option
@workers_option
@click.option("--afresh", is_flag=True, help="Refait tout à partir de ce que le modèle a lu.")
@format_option("text", "json")
def update_command(index: Path, workers: int | None, afresh: bool, output_format: str) -> None:
    """Relève les noms des articles nouveaux, et applique les corrections du fichier aliases.toml.

    Ce que le modèle de langue a lu une fois n'est pas relu. Interrompue, la commande reprend où elle en était.
    Termine par 2 si une correction n'a pu être appliquée : le reste l'est.
    """
    from archive_search import Archive

    with Archive.open(index, workers=workers) as archive:
        report = update_names(archive, afresh=afresh)
    print_naming(report)
    if output_format == "json":
        print_json({"version": 1, **report.to_dict()})
    end_after_naming(report)


def update_names(archive: "Archive", *, afresh: bool = False) -> "NamingReport":
    """Look for names, with a progress bar."""
    from archive_search.engines.naming.report import NamingOptions

    with naming_bar() as on_progress:
        return archive.update_entities(options=NamingOptions(afresh=afresh, on_progress=on_progress))


def print_naming(report: "NamingReport") -> None:
    """Tell what a run did, and what is wrong with the corrections."""
    print_faults(report)
    print_message(describe_interrupted_naming(report) if report.interrupted else describe_naming(report))


def print_faults(report: "NamingReport") -> None:
    """Tell what is wrong with the corrections."""
    for fault in report.faults:
        print_message(f"{_CORRECTIONS} : {fault}")


def end_after_naming(report: "NamingReport") -> None:
    """End the command where all did not go well."""
    if report.interrupted:
        raise SystemExit(INTERRUPTED)
    if report.faults:
        raise SystemExit(CORRECTIONS_FAULTY)


def describe_naming(report: "NamingReport") -> str:
    """Say what a run did, without the counts that are 0."""
    done = count_each((report.recognised, "paragraphe lu"), (report.settled, "article traité"))
    waiting = f"{count_things(report.waiting, 'article')} en attente" if report.waiting else ""
    seconds = f"{decimal(report.seconds)} s"
    if report.words and report.recognising_seconds:
        seconds += f", {group_digits(round(report.words / report.recognising_seconds))} mots/s"
    known = count_things(report.entities, "nom connu")
    return "noms : " + " ; ".join(filter(None, (done or "rien de nouveau", known, waiting, seconds)))


def describe_interrupted_naming(report: "NamingReport") -> str:
    """Say what a run that was stopped has kept."""
    read = count_things(report.recognised, "paragraphe")
    waiting = f"{count_things(report.waiting, 'article')} en attente"
    again = "relancez la même commande pour continuer"
    return f"noms : interrompu : ce qui est lu reste ({read}), {waiting} ; {again}"

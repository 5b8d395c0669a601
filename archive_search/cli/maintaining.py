"""The commands `remove`, `rebuild` and `check`."""

from pathlib import Path

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_answer, print_message
from archive_search.cli.options import TypedText, index_option
from archive_search.search.wording import count_things

FAULTS_FOUND = 2


@click.command("remove", cls=FrenchCommand)
@click.argument("article_ids", nargs=-1, required=True, metavar="ARTICLE...", type=TypedText())
@index_option
def remove_command(article_ids: tuple[str, ...], index: Path) -> None:
    """Retire des articles de l'archive, par leur identifiant.

    Les fichiers d'où ils viennent restent. Termine par 1 si aucun de ces articles n'est dans l'archive.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        count = archive.remove(article_ids)
    print_message(f"{count_things(count, 'article retiré')} sur {len(article_ids)}")
    if not count:
        raise SystemExit(NOTHING_FOUND)


@click.command("rebuild", cls=FrenchCommand, short_help="Reconstruit l'index à partir des fiches.")
@index_option
def rebuild_command(index: Path) -> None:
    """Reconstruit l'index à partir des fiches conservées dans l'archive."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        count = archive.rebuild()
    print_message(f"index reconstruit : {count_things(count, 'article')}")


@click.command("check", cls=FrenchCommand, short_help="Vérifie l'archive.")
@index_option
def check_command(index: Path) -> None:
    """Vérifie les sommes de contrôle, et que les fiches et l'index se correspondent.

    Termine par 0 si tout est sain, 2 sinon ; chaque défaut est dit sur la sortie standard.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        faults = archive.check()
    for fault in faults:
        print_answer(fault)
    if faults:
        raise SystemExit(FAULTS_FOUND)
    print_message("archive saine")

"""The commands `remove`, `rebuild` and `check`."""

from pathlib import Path

import click

from archive_search.cli.options import index_option

FAULTS_FOUND = 2
NOTHING_REMOVED = 1


@click.command("remove")
@click.argument("article_ids", nargs=-1, required=True, metavar="ARTICLE...")
@index_option
def remove_command(article_ids: tuple[str, ...], index: Path) -> None:
    """Retire des articles de l'archive."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        count = archive.remove(article_ids)
    click.echo(f"{count} articles retirés sur {len(article_ids)} demandés", err=True)
    if not count:
        raise SystemExit(NOTHING_REMOVED)


@click.command("rebuild")
@index_option
def rebuild_command(index: Path) -> None:
    """Reconstruit l'index à partir des fiches conservées dans l'archive."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        count = archive.rebuild()
    click.echo(f"index reconstruit : {count} articles", err=True)


@click.command("check")
@index_option
def check_command(index: Path) -> None:
    """Vérifie les sommes de contrôle, et que les fiches et l'index se correspondent.

    Termine par 0 si tout est sain, 2 sinon ; chaque défaut est dit sur la sortie standard.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        faults = archive.check()
    for fault in faults:
        click.echo(fault)
    if faults:
        raise SystemExit(FAULTS_FOUND)
    click.echo("archive saine", err=True)

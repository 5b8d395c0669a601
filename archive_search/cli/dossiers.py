"""The group of commands `dossiers`: named sets of articles that a reader keeps."""

import click

from archive_search.cli.groups import LazyGroup

_COMMANDS = {
    "list": "dossier_listing",
    "show": "dossier_listing",
    "create": "dossier_keeping",
    "add": "dossier_keeping",
    "remove": "dossier_keeping",
    "note": "dossier_keeping",
    "rename": "dossier_keeping",
    "delete": "dossier_keeping",
}


@click.group(
    "dossiers",
    cls=LazyGroup,
    modules=_COMMANDS,
    short_help="Garde des articles dans des dossiers.",
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE ...",
)
def dossiers_command() -> None:
    """Garde des articles dans des dossiers, avec des notes.

    Un dossier se nomme librement ; majuscules et accents n'y comptent pas. Il garde ses articles quoi qu'il arrive à
    l'archive : il est dans le fichier desk.sqlite, à côté.
    """

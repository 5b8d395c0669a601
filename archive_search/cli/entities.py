"""The group of commands `entities`: persons, places and organisations."""

import click

from archive_search.cli.groups import LazyGroup

_COMMANDS = {
    "update": "naming",
    "list": "listing",
    "show": "portraying",
    "merge": "correcting",
    "split": "correcting",
    "hide": "correcting",
    "retype": "correcting",
    "undo": "correcting",
}


@click.group(
    "entities",
    cls=LazyGroup,
    modules=_COMMANDS,
    short_help="Relève, montre et corrige les noms de personnes, de lieux et d'organisations.",
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE ...",
)
def entities_command() -> None:
    """Relève, montre et corrige les noms de personnes, de lieux et d'organisations.

    Un nom réunit toutes les écritures sous lesquelles les articles nomment la même chose. Les corrections vont dans
    le fichier aliases.toml de l'archive, qui l'emporte toujours sur le programme.
    """

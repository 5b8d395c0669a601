"""The group of commands `searches`: searches that a reader saves, and that tell what is new."""

import click

from archive_search.cli.groups import LazyGroup

_COMMANDS = {
    "list": "search_listing",
    "show": "search_listing",
    "save": "search_keeping",
    "rename": "search_keeping",
    "delete": "search_keeping",
}


@click.group(
    "searches",
    cls=LazyGroup,
    modules=_COMMANDS,
    short_help="Enregistre des recherches.",
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE ...",
)
def searches_command() -> None:
    """Enregistre des recherches, dont « archive-search alerts » dit ensuite ce qu'elles trouvent de nouveau.

    Une recherche se nomme librement ; majuscules et accents n'y comptent pas.
    """

"""The command and its subcommands; what goes wrong ends in one line on standard error and exit status 2."""

import sys
from typing import Any

import click

from archive_search.errors import ArchiveSearchError, QueryError

INTERRUPTED = 130
_COMMANDS = {
    "index": "indexing",
    "query": "querying",
    "search": "querying",
    "show": "showing",
    "stats": "counting",
    "facets": "counting",
    "remove": "maintaining",
    "rebuild": "maintaining",
    "check": "maintaining",
}


class _Program(click.Group):
    """Import the module of a command only when that command is called: a search must start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in _COMMANDS if name != "search"]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        from importlib import import_module

        module = import_module(f"archive_search.cli.{_COMMANDS[name]}")
        command: click.Command = getattr(module, f"{'query' if name == 'search' else name}_command")
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QueryError as error:
            click.echo(f"archive-search : {error} (caractère {error.position + 1})", err=True)
            ctx.exit(error.exit_code)
        except ArchiveSearchError as error:
            click.echo(f"archive-search : {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("archive-search : interrompu", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="archive-search", message="archive-search %(version)s")
def program() -> None:
    """Cherche dans des archives de presse en français, hors ligne.

    L'archive est le dossier donné par --index, sinon $ARCHIVE_SEARCH_INDEX, sinon « index » dans le dossier
    courant. Les résultats vont sur la sortie standard, les messages sur la sortie d'erreur.
    """
    # Text of any origin must never stop a command because the terminal cannot show one of its characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")

"""The command and its subcommands; what goes wrong ends in one line on standard error and exit status 2."""

import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

import click

from archive_search.cli import INTERRUPTED
from archive_search.cli.french import Refusal, explain_refusal
from archive_search.cli.groups import LazyGroup
from archive_search.cli.lines import print_message
from archive_search.errors import ArchiveSearchError, QueryError

_COMMANDS = {
    "index": "indexing",
    "watch": "watching",
    "formats": "cataloguing",
    "desktop": "serving",
    "serve": "serving",
    "query": "querying",
    "explain": "explaining",
    "show": "showing",
    "families": "families",
    "more-like": "resembling",
    "export": "exporting",
    "stats": "counting",
    "facets": "counting",
    "entities": "entities",
    "dossiers": "dossiers",
    "searches": "searches",
    "alerts": "alerting",
    "remove": "maintaining",
    "rebuild": "maintaining",
    "check": "maintaining",
}


class _Program(LazyGroup):
    """End what goes wrong in one French line and an exit status."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*args, **extra)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise explain_refusal(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return _flushed(super().invoke, ctx)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise explain_refusal(error) from error
        except QueryError as error:
            raise Refusal(f"{error} (caractère {error.position + 1})") from error
        except ArchiveSearchError as error:
            raise Refusal(str(error)) from error
        except BrokenPipeError:
            _drop(sys.stdout, sys.stderr)
        except OSError as error:
            _drop(sys.stdout)
            raise Refusal(f"écriture du résultat impossible ({error.strerror or error})") from error
        except KeyboardInterrupt:
            print_message("archive-search : interrompu")
            ctx.exit(INTERRUPTED)


def _flushed(invoke: Callable[[click.Context], Any], ctx: click.Context) -> Any:
    """Run a command and write out what it printed: left to the end of the process, a fault could not be told."""
    try:
        return invoke(ctx)
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _drop(*streams: TextIO) -> None:
    """Let what is left go nowhere: the program that reads us, such as ``head``, has had enough, or the disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())


@click.group(
    cls=_Program,
    modules=_COMMANDS,
    synonyms={"search": "query"},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE ...",
)
@click.version_option(
    package_name="archive-search", message="archive-search %(version)s", help="Montre la version du programme."
)
def program() -> None:
    """Cherche dans des archives de presse en français, hors ligne.

    L'archive est le dossier donné par --index, sinon $ARCHIVE_SEARCH_INDEX, sinon « index » dans le dossier
    courant. Les résultats vont sur la sortie standard, les messages sur la sortie d'erreur.
    """
    # Text of any origin must never stop a command because the terminal cannot show one of its characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")

"""Import the module of a command only when that command is called: a search must start at once."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from archive_search.cli.french import FrenchGroup, Refusal


class LazyGroup(FrenchGroup):
    """A group that knows which module of `archive_search.cli` has each of its commands.

    ``more-like`` is in its module as ``more_like_command``.
    """

    def __init__(
        self, *args: Any, modules: Mapping[str, str], synonyms: Mapping[str, str] | None = None, **extra: Any
    ) -> None:
        """Make the group.

        Args:
            args: As for `click.Group`.
            modules: Module of each command, in the order of the help page.
            synonyms: Other names of commands, which the help page does not list.
            extra: As for `click.Group`.
        """
        super().__init__(*args, **extra)
        self._modules = modules
        self._synonyms = synonyms or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help page."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        name = self._synonyms.get(name, name)
        if name not in self._modules:
            return None
        module = import_module(f"archive_search.cli.{self._modules[name]}")
        command: click.Command = getattr(module, f"{name.replace('-', '_')}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that a command line names; an unknown one is refused in French."""
        if args and not args[0].startswith("-") and args[0] not in {*self._modules, *self._synonyms}:
            raise Refusal(f"commande « {args[0]} » inconnue : choisissez parmi {', '.join(self._modules)}")
        return super().resolve_command(ctx, args)

"""Let a query exclude a word by a hyphen, as in ``query Syrie -Iran``, beside options that begin by one too."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli.french import FrenchCommand
from archive_search.cli.options import TypedText
from archive_search.settings import read_settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# An argument cannot contain this character: the system ends arguments with it.
_SHIELD = "\0"
_GLUED_VALUE = re.compile(r"-n\d+|-f(?:text|jsonl?|csv|tsv)")


class ExcludingCommand(FrenchCommand):
    """Take ``-Iran`` for a word to exclude and not for the options -I, -r, -a and -n."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hide the excluded words from click; `ShieldedText` gives them back."""
        return super().parse_args(ctx, list(self._shielded(ctx, args)))

    def _shielded(self, ctx: click.Context, args: list[str]) -> Iterator[str]:
        options = [param for param in self.params if isinstance(param, click.Option)]
        names = {name for option in options for name in option.opts} | {*ctx.help_option_names}
        with_value = {name for option in options if not option.is_flag for name in option.opts}
        previous = ""
        for place, arg in enumerate(args):
            if arg == "--":
                yield from args[place:]
                return
            excluded = _looks_excluded(arg) and arg not in names and previous not in with_value
            yield _SHIELD + arg if excluded else arg
            previous = arg


def _looks_excluded(arg: str) -> bool:
    return len(arg) > 1 and arg[0] == "-" and arg[1] != "-" and not _GLUED_VALUE.fullmatch(arg)


class ShieldedText(TypedText):
    """Give back the words that `ExcludingCommand` hid, and complete the one that is being typed."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the mark off."""
        return super().convert(value.removeprefix(_SHIELD), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Complete the last word of the query from the archive."""
        # Imported here: a command that runs completes nothing.
        from archive_search.cli.completing import complete_query

        index: Path = ctx.params.get("index") or read_settings().index
        return complete_query(ctx.params.get("words") or (), incomplete, index=index)

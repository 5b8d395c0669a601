"""What click says by itself, in French: the frame of the help pages, and why a command line is refused."""

import re
from collections.abc import Iterable
from typing import Any

import click

from archive_search.cli.lines import print_message

_NOTE = re.compile(
    r"\[(?:default: (?P<value>[^;\]]+)|required)?(?:; )?(?:(?P<low>\d+)<=x<=(?P<high>\d+)|x>=(?P<least>\d+))?\]$"
)
_HEADINGS = {"Options": "Options ", "Commands": "Commandes "}


class Refusal(click.ClickException):
    """End the command with one line on standard error and exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the message."""
        print_message(f"archive-search : {self.message}")


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Usage : ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _NOTE.sub(_note_in_french, text)) for name, text in rows], col_max, col_spacing)


def _note_in_french(match: re.Match[str]) -> str:
    value, low, high, least = match.group("value", "low", "high", "least")
    default = f"par défaut : {value.strip('()')}" if value else "obligatoire" if "required" in match[0] else ""
    span = f"de {low} à {high}" if low else f"{least} ou plus" if least else ""
    return f"[{' ; '.join(filter(None, (default, span)))}]"


class _Context(click.Context):
    formatter_class = _Formatter


class FrenchCommand(click.Command):
    """A command whose help page and refusals are in French."""

    context_class = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is refused says of which command."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = ctx
            raise
        if rest and not ctx.resilient_parsing:
            raise Refusal(f"« {rest[0]} » est de trop (voir {ctx.command_path} --help)")
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe the option that shows the help page."""
        return _described(super().get_help_option(ctx))


class FrenchGroup(click.Group):
    """A group of commands whose help page is in French."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe the option that shows the help page."""
        return _described(super().get_help_option(ctx))


def _described(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Montre cette aide."
    return option


def explain_refusal(error: click.UsageError) -> Refusal:
    """Say in French why click refuses a command line, and where to read on."""
    command = error.ctx.command_path if error.ctx else "archive-search"
    return Refusal(f"{_reason(error)} (voir {command} --help)")


def _reason(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            hint = f" : vouliez-vous {' ou '.join(near)} ?" if near else ""
            return f"option {name} inconnue{hint}"
        case click.BadOptionUsage(option_name=name):
            return f"l'option {name} ne prend pas de valeur" if _is_flag(error) else f"l'option {name} veut une valeur"
        case click.MissingParameter(param=click.Option() as option):
            return f"il manque l'option {max(option.opts, key=len)}"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"il manque {parameter.make_metavar(error.ctx or click.Context(click.Command(None)))}"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{max(parameter.opts, key=len)} : {_wanted(parameter.type) or error.message}"
        case _:
            return error.message


def _is_flag(error: click.BadOptionUsage) -> bool:
    options = error.ctx.command.params if error.ctx else []
    return any(error.option_name in each.opts for each in options if isinstance(each, click.Option) and each.is_flag)


def _wanted(kind: click.ParamType[Any]) -> str | None:
    """Say what values a type of click takes; None for our own types, whose messages are French."""
    match kind:
        case click.Choice(choices=choices):
            return f"choisissez parmi {', '.join(choices)}"
        case click.IntRange(min=low, max=None):
            return f"donnez un nombre entier, {low} ou plus"
        case click.IntRange(min=low, max=high):
            return f"donnez un nombre entier de {low} à {high}"
        case click.Path():
            return "donnez un dossier, pas un fichier"
        case _:
            return None

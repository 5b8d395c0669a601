r"""Print lines: answers on standard output, messages on standard error, never a control character of some text.

Whatever an article, a file name or an argument contains, it must not send commands to the terminal.

>>> from archive_search.cli.lines import one_line
>>> one_line("Une ligne\nrouge : \x1b[31m")
'Une ligne rouge : [31m'
"""

import json
import re
from typing import Any

import click

from archive_search.analysis.characters import drop_hidden

_CONTROLS = re.compile("[\x7f-\x9f]")


def print_answer(text: str) -> None:
    """Print a line of an answer."""
    click.echo(drop_hidden(text))


def print_rendered(text: str) -> None:
    """Print a line that was rendered for the terminal, codes included."""
    click.echo(text)


def print_message(text: str) -> None:
    """Print a message to the user, on one line."""
    click.echo(one_line(text), err=True)


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON; control characters that JSON allows raw are escaped too."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    click.echo(_CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def one_line(text: str) -> str:
    """Take control characters out of a text and turn its line breaks into spaces."""
    return drop_hidden(text.replace("\n", " ").replace("\t", " "))

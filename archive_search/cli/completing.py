"""Complete the words of a query when the reader asks the shell to, as it does for commands and options.

A shell puts the completion in the place of the word being typed, and where there are several, what they begin with
alike: those are offered that go on from what is typed, letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from archive_search.cli.lines import one_line
from archive_search.errors import ArchiveSearchError
from archive_search.search.wording import count_things

# Options are completed without the archive, and must not wait for what reads it.
if TYPE_CHECKING:
    from archive_search.search.completion import Completion

MOST_OFFERED = 10
_WORD = re.compile(r"[\w'’]+")
_SIGNS = (":", "=")


def complete_query(words: Sequence[str], incomplete: str, *, index: Path) -> list[CompletionItem]:
    """List what the last word of a query may go on to, the most frequent first.

    Args:
        words: The words before it.
        incomplete: What is typed of it.
        index: Folder of the archive.
    """
    from archive_search import Archive

    # Bash cuts words at these signs too.
    if incomplete in _SIGNS:
        words, incomplete = [*words, incomplete], ""
    before = _join(words)
    try:
        with Archive.open(index) as archive:
            found = archive.complete(before + incomplete, limit=MOST_OFFERED)
    except ArchiveSearchError:
        # A message would be printed amid the command that is being typed.
        return []
    offered = list(_offer(found, before, incomplete))
    going_on = [item for item in offered if item.value.startswith(incomplete)]
    return going_on or offered[:1]


def _join(words: Sequence[str]) -> str:
    joined = "".join(word if word in _SIGNS else f" {word}" for word in words).lstrip()
    return joined if not joined or words[-1] in _SIGNS else f"{joined} "


def _offer(found: "Sequence[Completion]", before: str, incomplete: str) -> Iterator[CompletionItem]:
    for each in found:
        # Guillemets that an earlier word opened cannot be closed from here.
        if each.text.startswith(before):
            value = each.text[len(before) :]
            if '"' not in incomplete:
                value = _without_quotes(value, each.completed)
            described = count_things(each.articles, "article") if each.articles else None
            yield CompletionItem(one_line(value), help=described)


def _without_quotes(value: str, completed: str) -> str:
    """Write a name of several words without spaces, guillemets or apostrophes, which the shell would take for its own.

    It is read the same: hyphens part words as spaces do, and an apostrophe has any shape.
    """
    quoted = f'"{completed}"'
    if not value.endswith(quoted):
        return value
    return value.removesuffix(quoted) + "-".join(_WORD.findall(completed)).replace("'", "’")

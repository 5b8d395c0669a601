r"""Cut the text of a message into passages; what it quotes, its headers when forwarded, its signature are set apart.

>>> from archive_search.sources.formats.mail.message_text import passages_of_mail
>>> text = "La paix est signée.\n\n-- \nJeanne Dupont\n"
>>> [(passage.text, passage.rule) for passage in passages_of_mail(text, is_flowed=False, is_reply=False)]
[('La paix est signée.', None), ('--', 'signature-de-courriel'), ('Jeanne Dupont', 'signature-de-courriel')]
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from archive_search.sources.formats.mail.line_rules import QUOTATION_RULE, rule_lines
from archive_search.sources.formats.mail.notices import is_notice
from archive_search.sources.passages.passage import Passage
from archive_search.sources.passages.text_splitting import split_passages

NOTICE_RULE = "mention-de-courriel"


def passages_of_mail(text: str, *, is_flowed: bool, is_reply: bool) -> list[Passage]:
    """Give the passages of a plain text.

    Args:
        text: The text, cleaned by `clean_characters`.
        is_flowed: Whether lines that end by a space go on in the next.
        is_reply: Whether it answers a message, which then stands below it.
    """
    lines = _join_flowed(text) if is_flowed else text.split("\n")
    passages: list[Passage] = []
    rules = rule_lines(lines, is_reply=is_reply)
    for rule, ruled in groupby(zip(rules, lines, strict=True), key=itemgetter(0)):
        part = "\n".join(line.lstrip("> ") if rule == QUOTATION_RULE else line for _, line in ruled)
        passages += [replace(passage, rule=rule) for passage in split_passages(part)]
    return mark_notices(_unless_all(passages))


def mark_mail(passages: Sequence[Passage], *, is_reply: bool) -> list[Passage]:
    """Set apart in passages that come from HTML what `passages_of_mail` sets apart in a text."""
    rules = rule_lines([passage.text for passage in passages], is_reply=is_reply)
    marked = [replace(passage, rule=rule) for passage, rule in zip(passages, rules, strict=True)]
    return mark_notices(_unless_all(marked))


def mark_notices(passages: Iterable[Passage]) -> list[Passage]:
    """Set apart the passages that programs and companies add."""
    return [
        replace(passage, rule=NOTICE_RULE) if passage.rule is None and is_notice(passage.text) else passage
        for passage in passages
    ]


def _unless_all(passages: Sequence[Passage]) -> list[Passage]:
    # A message that is nothing but a quotation was sent for its sake.
    if any(passage.rule is None for passage in passages):
        return list(passages)
    return [replace(passage, rule=None) if passage.rule == QUOTATION_RULE else passage for passage in passages]


def _join_flowed(text: str) -> list[str]:
    """Join the lines that a program cut for want of room, by the mark that it left at their ends."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        stuffed = line[1:] if line.startswith(" ") else line
        if goes_on and not stuffed.startswith(">"):
            lines[-1] += stuffed
        else:
            lines.append(stuffed)
        goes_on = line.endswith(" ") and line != "-- "
    return lines

"""Find where the sentences of a paragraph begin.

A sentence ends at a full stop, question or exclamation mark or ellipsis that is followed by white space and by
a capital, a digit or an opening quotation mark, unless the stop belongs to an abbreviation or an initial.

>>> from archive_search.analysis.sentences import find_sentence_starts
>>> list(find_sentence_starts("M. Peskov a démenti. «Rien», dit-il. Paris attend."))
[0, 21, 37]
"""

import re
from collections.abc import Iterable, Iterator

from archive_search.analysis.tokenizing import Token

# Possessive quantifiers and the look-behind keep the scan linear on endless runs of dots or blanks.
_BOUNDARY = re.compile(
    r"(?<![.!?…])([.!?…]++)(?:\s?[\"»”’')\]])*+\s++(?=[\"«“‘'(\[—–\-\s\u00a0\u202f]*+[A-ZÀ-ÖØ-Þ0-9])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:MM|Mme|Mmes|Mlle|Mlles|Me|Mgr|Dr|Drs|Pr|Prs|St|Ste|Sts|Cie|av|bd|boul|cf|dir|env|ex|fig|hab|"
    r"max|min|no|nos|p|pp|tél|vol|art|chap|[A-ZÀ-ÖØ-Þ])$"
)
_LONGEST_ABBREVIATION = 8


def find_sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset of the first character of each sentence, in order; the first is always 0."""
    yield 0
    for match in _BOUNDARY.finditer(text):
        before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        if match.group(1) == "." and _ABBREVIATION.search(before):
            continue
        yield match.end()


def tell_first_words(text: str, tokens: Iterable[Token]) -> Iterator[tuple[Token, bool]]:
    """Yield each token of a text with whether it is the first word of a sentence.

    Args:
        text: The text.
        tokens: Its tokens, in order; a joined form is never a first word, its first part is.
    """
    starts = find_sentence_starts(text)
    start = next(starts, None)
    for token in tokens:
        is_first = start is not None and token.start >= start and token.position == token.last
        if is_first:
            start = next((later for later in starts if later > token.start), None)
        yield token, is_first

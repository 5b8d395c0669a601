"""Find where the sentences of a paragraph begin.

The rule reads chunks, the stretches of a text between blanks. A chunk ends a sentence when full stops, question
marks, exclamation marks or ellipses stand at its end, closing marks apart, unless it is the one full stop of an
abbreviation or an initial. The next chunk begins a sentence when it starts with a capital or a digit, opening
marks apart. Chunks of nothing but closing or opening marks in between are passed over.

>>> from archive_search.analysis.sentences import find_sentence_starts
>>> list(find_sentence_starts("M. Peskov a démenti. «Rien», dit-il. Paris attend."))
[0, 21, 37]
"""

import re
from collections.abc import Iterable, Iterator

from archive_search.analysis.tokenizing import Token

_LAST = frozenset(".!?…\"»”’')]")
_CLOSING = "\"»”’')\\]"
_OPENING = "\"«“‘'(\\[–—\\-"
# The patterns hold on a chunk by itself and inside a text alike: a chunk is followed by a blank or by nothing.
# Possessive quantifiers and the look-behind keep the scan linear on endless runs of dots or blanks. A sign stands
# before the look-behind because a pattern that begins with one of a few signs is sought four times as fast.
_END = re.compile(rf"([.!?…](?<![.!?…].)[.!?…]*+)[{_CLOSING}]*+(?!\S)")
_BEGINNING = re.compile(rf"[{_OPENING}]*+[A-ZÀ-ÖØ-Þ0-9]")
_MARKS = re.compile(rf"(?:[{_CLOSING}]++|[{_OPENING}]++)(?!\S)")
# What stands between the end of a sentence and the next; an opening mark set apart belongs to the next.
_BETWEEN = re.compile(
    rf"(?:\s++[{_CLOSING}]++(?!\S))*+\s++(?=(?:{_MARKS.pattern}\s++)*+(?P<beginning>{_BEGINNING.pattern})?)"
)
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:MM|Mme|Mmes|Mlle|Mlles|Me|Mgr|Dr|Drs|Pr|Prs|St|Ste|Sts|Cie|av|bd|boul|cf|dir|env|ex|fig|hab|"
    r"max|min|no|nos|p|pp|tél|vol|art|chap|[A-ZÀ-ÖØ-Þ])\Z"
)
_LONGEST_ABBREVIATION = 8


def ends_sentence(chunk: str) -> bool:
    """Tell whether a sentence is over after this chunk, given that the next one begins like a sentence."""
    if chunk[-1] not in _LAST:  # worth its own line: nearly all are not
        return False
    end = _END.search(chunk)
    return end is not None and not _is_abbreviated(end)


def begins_sentence(chunk: str) -> bool:
    """Tell whether a sentence begins with this chunk, given that one is over."""
    return _BEGINNING.match(chunk) is not None


def is_mark(chunk: str) -> bool:
    """Tell whether a chunk is made of closing marks only, or of opening marks only, and so ends or begins nothing."""
    return _MARKS.match(chunk) is not None


def find_sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset of the first character of each sentence, in order; the first is always 0."""
    yield 0
    for end in _END.finditer(text):
        between = _BETWEEN.match(text, end.end())
        if between is not None and between["beginning"] and not _is_abbreviated(end):
            yield between.end()


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


def _is_abbreviated(end: re.Match[str]) -> bool:
    before = end.string[max(0, end.start() - _LONGEST_ABBREVIATION) : end.start()]
    return end[1] == "." and _ABBREVIATION.search(before) is not None

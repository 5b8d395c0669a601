"""Choose the text of an entry among its contents and its summary, and what of the summary is a standfirst.

>>> from archive_search.sources.formats.feeds.entry_text import choose_text
>>> from archive_search.sources.passages.passage import Passage
>>> content = [Passage(text="Le port a rouvert mardi."), Passage(text="Les quais sont pleins.")]
>>> [(p.kind.value, p.text) for p in choose_text([content, [Passage(text="Enfin !")]], title="Le port")]
[('lead', 'Enfin !'), ('body', 'Le port a rouvert mardi.'), ('body', 'Les quais sont pleins.')]
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from archive_search.records import Kind
from archive_search.sources.letters import letters_of
from archive_search.sources.passages.junk import junk_rule
from archive_search.sources.passages.passage import Passage

# What programs put at the end of a summary that they cut; it is a passage of its own, which the rules then take out.
_CUT_MARK = re.compile(
    r"(?:(?<=[.…!?»:\])])\s*|\s*[(\[]\s*|^)(?:lire (?:la suite|l['’]article|plus|aussi)|continue[rz]? (?:reading"
    r"|la lecture)|read (?:more|on)|en savoir plus|voir plus)\b[^.!?]{0,80}[.!?…»→›>\])]*$",
    re.IGNORECASE,
)
LONGEST_MARK = 120

# A summary has one passage, or a few; what is longer is another version of the text.
MOST_SUMMARY_PASSAGES = 12


def choose_text(texts: Sequence[Sequence[Passage]], *, title: str, source: str = "") -> list[Passage]:
    """Give the passages of an entry: its longest text, after what no other part repeats of the others.

    Args:
        texts: Passages of each content and of the summary.
        title: Title of the entry; a passage that only repeats it is left out.
        source: Publication, which some repeat after the title.
    """
    repeated = {letters_of(title), letters_of(title + source)}
    told = [[passage for passage in text if letters_of(passage.text) not in repeated] for text in texts]
    longest, *others = sorted(told, key=_size, reverse=True) or [[]]
    known = [letters_of(title), "".join(letters_of(passage.text) for passage in longest)]
    leads: list[Passage] = []
    for passage in islice(chain.from_iterable(others), MOST_SUMMARY_PASSAGES):
        if passage.kind is Kind.BODY and _says_more(passage.text, known):
            leads.append(replace(passage, kind=Kind.LEAD))
            known.append(letters_of(passage.text))
    return [*leads, *chain.from_iterable(map(_split_mark, longest))]


def _size(text: Sequence[Passage]) -> int:
    return sum(len(passage.text) for passage in text)


def _says_more(text: str, known: Sequence[str]) -> bool:
    mark = _find_mark(text)
    letters = letters_of(text[: mark.start()] if mark is not None else text)
    return bool(letters) and junk_rule(text, at_edge=True) is None and all(letters not in other for other in known)


def _find_mark(text: str) -> re.Match[str] | None:
    return _CUT_MARK.search(text, max(0, len(text) - LONGEST_MARK))


def _split_mark(passage: Passage) -> list[Passage]:
    mark = _find_mark(passage.text) if passage.kind is Kind.BODY else None
    if mark is None or mark.start() == 0:
        return [passage]
    return [replace(passage, text=passage.text[: mark.start()]), Passage(text=mark[0].strip(" ()[]"))]

"""Random query trees in normal form, over words that the caller names.

Use: ``@given(trees(["Syrie", "base"]))``.
"""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from archive_search.query.building import normalise
from archive_search.query.tree import (
    And,
    ExactForm,
    Field,
    Fuzzy,
    InZone,
    Leaf,
    Matching,
    Named,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Word,
    Zone,
)
from archive_search.records import EntityType

MAX_LEAVES = 12
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def leaves(words: Sequence[str]) -> st.SearchStrategy[Leaf]:
    """Draw a leaf over words that hold neither spaces nor signs and are no operators."""
    word = st.sampled_from(list(words))
    choices: list[st.SearchStrategy[Leaf]] = [
        st.builds(Word, text=word),
        st.builds(ExactForm, text=word),
        st.builds(Fuzzy, text=word, distance=st.integers(1, 2)),
        st.builds(Phrase, words=st.lists(word, min_size=1, max_size=3).map(tuple)),
        st.builds(Named, type=st.sampled_from(EntityType), text=_values(words)),
    ]
    if stems := sorted({text[:3] for text in words if text[:3].isalpha() and len(text) >= 3}):
        choices.append(st.builds(lambda stem: Pattern(text=f"{stem}*"), st.sampled_from(stems)))
    return st.one_of(choices)


def filters(words: Sequence[str]) -> st.SearchStrategy[Node]:
    """Draw a filter on a property of the article or on its date."""
    period = st.tuples(DAYS, DAYS).map(sorted)
    closed = period.map(lambda days: Published(first=days[0], last=days[1]))
    from_day = DAYS.map(lambda day: Published(first=day, last=None))
    to_day = DAYS.map(lambda day: Published(first=None, last=day))
    year = st.integers(1900, 2100).map(lambda year: Published(first=date(year, 1, 1), last=date(year, 12, 31)))
    matching = st.builds(Matching, field=st.sampled_from(Field), value=_values(words))
    return st.one_of(matching, closed, from_day, to_day, year)


def _values(words: Sequence[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(list(words)), min_size=1, max_size=2).map(" ".join)


def trees(words: Sequence[str]) -> st.SearchStrategy[Node]:
    """Draw a tree in normal form of about MAX_LEAVES leaves at most."""

    def grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(
            st.builds(And, children=several),
            st.builds(Or, children=several),
            st.builds(SameParagraph, children=several),
            st.builds(SameSentence, children=several),
            st.builds(Without, keep=inner, drop=inner),
            st.builds(Near, left=inner, right=inner, distance=st.integers(1, 500), ordered=st.booleans()),
            st.builds(InZone, zone=st.sampled_from(Zone), child=inner),
        )

    return st.recursive(leaves(words) | filters(words), grow, max_leaves=MAX_LEAVES).map(normalise)

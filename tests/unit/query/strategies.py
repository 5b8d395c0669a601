"""Random query trees in normal form, over words that the caller names.

Use: ``@given(trees(["Syrie", "base"]))``.
"""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from archive_search.query.building import normalise
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    Field,
    Filter,
    FirstWords,
    Fuzzy,
    InZone,
    Leaf,
    Length,
    Matching,
    Named,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from archive_search.records import EntityType

MAX_LEAVES = 12
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
COUNTS = st.integers(1, 5_000)


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


def filters(words: Sequence[str]) -> st.SearchStrategy[Filter]:
    """Draw a filter on a property of the article, on its date or on its length."""
    period = st.tuples(DAYS, DAYS).map(sorted)
    closed = period.map(lambda days: Published(first=days[0], last=days[1]))
    from_day = DAYS.map(lambda day: Published(first=day, last=None))
    to_day = DAYS.map(lambda day: Published(first=None, last=day))
    year = st.integers(1900, 2100).map(lambda year: Published(first=date(year, 1, 1), last=date(year, 12, 31)))
    matching = st.builds(Matching, field=st.sampled_from(Field), value=_values(words))
    whole = st.builds(Matching, field=st.sampled_from(Field), value=whole_values(), whole=st.just(True))
    return st.one_of(matching, whole, closed, from_day, to_day, year, lengths())


def whole_values() -> st.SearchStrategy[str]:
    """Draw values as articles may have them, with signs of the language and blanks at their ends."""
    return st.text(st.sampled_from(' "«»“”()[]*?:=~!/\n\tAéœ’-'), min_size=1, max_size=8)


def lengths() -> st.SearchStrategy[Length]:
    """Draw a range of lengths that runs forward and is closed on one side at least."""
    ends = st.tuples(COUNTS, COUNTS).map(sorted)
    return st.one_of(
        COUNTS.map(lambda count: Length(least=count, most=None)),
        COUNTS.map(lambda count: Length(least=None, most=count)),
        ends.map(lambda pair: Length(least=pair[0], most=pair[1])),
    )


def _values(words: Sequence[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(list(words)), min_size=1, max_size=2).map(" ".join)


def trees(words: Sequence[str]) -> st.SearchStrategy[Node]:
    """Draw a tree in normal form of about MAX_LEAVES leaves at most."""
    return shapes(words).map(normalise)


def shapes(words: Sequence[str]) -> st.SearchStrategy[Node]:
    """Draw a tree as a program may build it by hand, in normal form or not."""

    def grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        return st.one_of(_combined(inner), _confined(inner), _excluded(inner))

    return st.recursive(leaves(words) | filters(words), grow, max_leaves=MAX_LEAVES)


def _combined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    listed = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(And, children=several),
        st.builds(Or, children=several),
        st.builds(Among, count=st.integers(1, 4), children=listed),
        st.builds(SameParagraph, children=several),
        st.builds(SameSentence, children=several),
        st.builds(Near, left=inner, right=inner, distance=st.integers(1, 500), ordered=st.booleans()),
    )


def _confined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(InZone, zone=st.sampled_from(Zone), child=inner),
        st.builds(FirstWords, count=COUNTS, child=inner),
        st.builds(AtLeast, count=st.integers(1, 50), child=inner),
    )


def _excluded(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Without, keep=inner, drop=inner),
        st.builds(ParagraphWithout, keep=inner, drop=inner),
        st.builds(SentenceWithout, keep=inner, drop=inner),
        st.builds(NotNear, keep=inner, drop=inner, distance=st.integers(1, 500), ordered=st.booleans()),
    )

"""Write random archives, and random trees that often find something in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

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
from archive_search.records import Article, EntityType, Kind, Mention, Origin, Paragraph, Role, Span
from referee.simplifying import simplify
from referee.vocabulary import (
    AGENCIES,
    ASKED,
    EMPTY,
    ENDS,
    ENTITIES,
    NUMBERS,
    PATTERNS,
    PLAIN,
    ROLES,
    SIGNERS,
    SOURCES,
    STOPS,
    TRICKY,
)

USUAL_LENGTH = 30
"""Half of the articles, or about, have more words than this."""

End = TypeVar("End", int, date)


def write_articles(seed: int, *, count: int) -> list[Article]:
    """Write some articles, always the same for one seed."""
    random = Random(seed)
    return [_write_article(random, f"article-{number}") for number in range(count)]


def _write_article(random: Random, article_id: str) -> Article:
    kinds = [Kind.TITLE] * random.choice((0, 1, 1)) + [Kind.LEAD] * random.choice((0, 0, 1))
    kinds += random.choices((Kind.BODY, Kind.HEADING, Kind.CAPTION), (6, 1, 1), k=random.randint(1, 4))
    paragraphs = tuple(
        Paragraph(number=number, kind=kind, text=_write_text(random, random.randint(1, 3)))
        for number, kind in enumerate(kinds, start=1)
    )
    day = date(2015, 1, 1) + timedelta(days=random.randint(0, 800))
    return Article(
        id=article_id,
        title=paragraphs[0].text if kinds[0] is Kind.TITLE else None,
        date=random.choice((day, day, None)),
        source=random.choice(SOURCES),
        agency=random.choice(AGENCIES),
        section=random.choice(("Monde", "Économie", None)),
        authors=random.choice(((), ("Jeanne Ormeval",), ("Paul Bréval", "Jeanne Ormeval"))),
        language=random.choice(("fr", "fr", "en", None)),
        paragraphs=paragraphs,
    )


def _write_text(random: Random, sentences: int) -> str:
    return "".join(_write_sentence(random) + random.choice(ENDS) for _ in range(sentences)).strip()


def _write_sentence(random: Random) -> str:
    pools: Sequence[Sequence[str]] = random.choices(
        (PLAIN, TRICKY, NUMBERS, STOPS), (6, 3, 1, 3), k=random.randint(2, 7)
    )
    text = " ".join(random.choice(pool) for pool in pools)
    if random.random() < 0.15:
        return text.upper()
    return text[0].upper() + text[1:] if random.random() < 0.8 else text


def write_mentions(seed: int, articles: Iterable[Article]) -> dict[str, list[Mention]]:
    """Find most of the names in some articles, always the same for one seed; who only signs does nothing else."""
    random = Random(seed)
    return {
        article.id: [
            mention
            for paragraph in article.paragraphs
            for mention in _name_all(paragraph, random)
            if random.random() < 0.9
        ]
        for article in articles
    }


def _name_all(paragraph: Paragraph, random: Random) -> Iterator[Mention]:
    for found in re.finditer("|".join(map(re.escape, ENTITIES)), paragraph.text, re.IGNORECASE):
        name = next(name for name in ENTITIES if name.lower() == found[0].lower())
        yield Mention(
            paragraph=paragraph.number,
            span=Span(*found.span()),
            surface=found[0],
            entity=ENTITIES[name],
            name=name,
            type=EntityType(ENTITIES[name].partition(":")[0]),
            role=Role.BYLINE if ENTITIES[name] in SIGNERS else random.choice(ROLES),
            origin=Origin.MODEL,
        )


_BARE = str.maketrans("éêïôûœ", "eeiouo")


def _typed() -> st.SearchStrategy[str]:
    written = st.sampled_from([*PLAIN, *TRICKY, *NUMBERS])
    return st.one_of(written, written, written.map(str.upper), written.map(lambda word: word.translate(_BARE)))


def leaves() -> st.SearchStrategy[Leaf]:
    """Draw words, forms, truncations, tolerant spellings and phrases."""
    words = st.one_of(_typed(), _typed(), _typed(), st.sampled_from([*STOPS, EMPTY]))
    typed = _typed()
    phrase = st.lists(st.one_of(words, words, st.sampled_from(PATTERNS)), min_size=1, max_size=3)
    return st.one_of(
        st.builds(Word, text=words),
        st.builds(Word, text=words),
        st.builds(ExactForm, text=typed),
        st.builds(Pattern, text=st.sampled_from(PATTERNS)),
        st.builds(Fuzzy, text=typed, distance=st.integers(1, 2)),
        st.builds(Phrase, words=phrase.map(tuple)),
    )


def names() -> st.SearchStrategy[Leaf]:
    """Draw names, of what is named somewhere and of others."""
    asked = [Named(type=entity_type, text=text) for entity_type, texts in ASKED.items() for text in texts]
    return st.sampled_from(asked)


def filters() -> st.SearchStrategy[Filter]:
    """Draw conditions on properties, dates and lengths."""
    days = st.dates(date(2015, 1, 1), date(2017, 3, 1))
    lengths = st.integers(1, 2 * USUAL_LENGTH)
    values = ((Field.SOURCE, "gazette"), (Field.SOURCE, "du Rhone"), (Field.AGENCY, "afp"), (Field.AUTHOR, "ormeval"))
    more = ((Field.SECTION, "economie"), (Field.LANGUAGE, "FR"), (Field.SOURCE, "Gazette Rhône"))
    whole = [*((Field.SOURCE, value) for value in (*SOURCES, "gazette") if value), (Field.AUTHOR, "Paul Bréval")]
    whole += [(Field.SECTION, "Économie"), (Field.SECTION, "economie"), (Field.AGENCY, "AFP"), (Field.LANGUAGE, "fr")]
    return st.one_of(
        st.sampled_from(whole).map(lambda pair: Matching(field=pair[0], value=pair[1], whole=True)),
        st.sampled_from([*values, *more]).map(lambda pair: Matching(field=pair[0], value=pair[1])),
        _ranges(days).map(lambda pair: Published(first=pair[0], last=pair[1])),
        _ranges(lengths).map(lambda pair: Length(least=pair[0], most=pair[1])),
    )


def _ranges(ends: st.SearchStrategy[End]) -> st.SearchStrategy[tuple[End | None, End | None]]:
    """Draw ranges that run forward and are closed on one side at least."""
    return st.one_of(
        ends.map(lambda end: (end, None)),
        ends.map(lambda end: (None, end)),
        st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))),
    )


def trees() -> st.SearchStrategy[Node]:
    """Draw trees of every operator in normal form, in every order of nesting."""
    return _grow([leaves() for _ in range(6)])


def trees_with_names() -> st.SearchStrategy[Node]:
    """Draw trees of every operator in normal form over names and words."""
    return _grow([leaves(), *(names() for _ in range(12))])


def _grow(singles: list[st.SearchStrategy[Leaf]]) -> st.SearchStrategy[Node]:
    """Grow trees over leaves and a few filters; each strategy given counts as often as it has alternatives."""
    grown = st.recursive(st.one_of(*singles, filters()), _joined, max_leaves=6).map(normalise)
    return grown.filter(lambda tree: simplify(tree) is not None)


def _joined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        _combined(inner),
        _combined(inner),
        _excluded(inner),
        _narrowed(inner),
        _near(inner),
        _near(inner),
    )


def _combined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    idle = st.builds(Word, text=st.sampled_from([*STOPS, EMPTY]))
    listed = st.tuples(st.lists(inner, min_size=2, max_size=4), st.lists(idle, max_size=2))
    return st.one_of(
        st.builds(And, children=several),
        st.builds(Or, children=several),
        st.builds(SameParagraph, children=several),
        st.builds(SameSentence, children=several),
        st.builds(Among, count=st.integers(2, 3), children=listed.map(lambda parts: (*parts[0], *parts[1]))),
    )


def _near(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    side = inner | _alternatives(inner)
    return st.builds(Near, left=side, right=side, distance=st.integers(1, 9), ordered=st.booleans())


def _excluded(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Without, keep=inner, drop=inner),
        st.builds(ParagraphWithout, keep=inner, drop=inner),
        st.builds(SentenceWithout, keep=inner, drop=inner),
        st.builds(NotNear, keep=inner, drop=inner, distance=st.integers(1, 6), ordered=st.booleans()),
    )


def _narrowed(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    count = st.integers(2, 3)
    return st.one_of(
        st.builds(InZone, zone=st.sampled_from(Zone), child=inner),
        st.builds(FirstWords, count=st.integers(1, 15), child=inner),
        st.builds(AtLeast, count=count, child=inner),
        st.builds(AtLeast, count=count, child=_alternatives(inner)),
    )


def _alternatives(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Draw words that may stand for each other, which are found often enough to be counted or to meet."""
    return st.builds(Or, children=st.lists(inner, min_size=2, max_size=4).map(tuple))

"""Write random archives and random trees over one small vocabulary, so that they often meet.

The words are those that an engine of French gets wrong: accents that tell words apart, elisions, hyphens, digits,
acronyms, ligatures, stop words, initials that end no sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

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
from archive_search.records import Article, EntityType, Kind, Mention, Origin, Paragraph, Role, Span

PLAIN = [
    "armée",
    "armées",
    "arme",
    "armes",
    "marché",
    "marchés",
    "marche",
    "base",
    "bases",
    "bas",
    "aérienne",
    "aériennes",
    "pêche",
    "péché",
    "côte",
    "côté",
    "sûr",
    "publié",
    "publie",
]
TRICKY = [
    "S-300",
    "S300",
    "vice-président",
    "vice-présidents",
    "l'armée",
    "d’Alep",
    "ONU",
    "O.N.U.",
    "aujourd'hui",
    "cœur",
    "coeur",
    "Choïgou",
    "Sergueï Choïgou",
    "Anne Choïgou",
    "Paul Bréval",
]
NUMBERS = ("2015", "10 000", "300", "S 300")
STOPS = ["le", "la", "de", "des", "et", "sur"]
PATTERNS = [
    "arm*",
    "march*",
    "marché*",
    "b?se",
    "base?",
    "bas??",
    "march???",
    "S-30*",
    "S30*",
    "vice-prés*",
    "aujourd'h*",
    "cho?gou",
    "l'arm*",
    "d’Al*",
    "aér*ne",
    "coe*",
    "pub*ié",
]
SOURCES = ("Le Courrier du Littoral", "La Gazette du Rhône", "La Gazette de Nantes", None)
AGENCIES = ("AFP", "Reuters", None)
# The names that stand for an entity, of which all mentions have one; of "Choïgou" alone nobody knows who it is.
ENTITIES = {
    "Sergueï Choïgou": "person:serguei-choigou",
    "Anne Choïgou": "person:anne-choigou",
    "Paul Bréval": "person:paul-breval",
    "Choïgou": "person:choigou",
    "Alep": "place:alep",
    "O.N.U.": "org:onu",
    "ONU": "org:onu",
    "S-300": "org:s-300",
    "armée": "org:armee",
}
SIGNERS = frozenset({"person:paul-breval"})
ROLES = (Role.TEXT, Role.TEXT, Role.TEXT, Role.TEXT, Role.DATELINE, Role.BYLINE, Role.AGENCY)
ASKED = {
    EntityType.PERSON: [
        "Choïgou",
        "shoigu",
        "Sergei Shoigu",
        "SERGUEI CHOIGOU",
        "person:anne-choigou",
        "person:choigou",
        "Anne Choïgou",
        "Bréval",
        "Paul",
        "Jeanne",
    ],
    EntityType.PLACE: ["Alep", "ALEP", "ONU"],
    EntityType.ORG: ["O.N.U.", "onu", "org:s-300", "S-300", "armee", "Choïgou"],
}
ENDS = (". ", ". ", "? ", " ! ", "… ", ", ", " ; ", " M. ")


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
    words = st.one_of(_typed(), _typed(), _typed(), st.sampled_from(STOPS))
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


def filters() -> st.SearchStrategy[Node]:
    """Draw conditions on properties and dates."""
    days = st.dates(date(2015, 1, 1), date(2017, 3, 1))
    values = ((Field.SOURCE, "gazette"), (Field.SOURCE, "du Rhone"), (Field.AGENCY, "afp"), (Field.AUTHOR, "ormeval"))
    more = ((Field.SECTION, "economie"), (Field.LANGUAGE, "FR"), (Field.SOURCE, "Gazette Rhône"))
    return st.one_of(
        st.sampled_from([*values, *more]).map(lambda pair: Matching(field=pair[0], value=pair[1])),
        days.map(lambda day: Published(first=day, last=None)),
        days.map(lambda day: Published(first=None, last=day)),
        st.tuples(days, days).map(lambda pair: Published(first=min(pair), last=max(pair))),
    )


def trees() -> st.SearchStrategy[Node]:
    """Draw trees of every operator, in every order of nesting."""
    return st.recursive(st.one_of(leaves(), leaves(), leaves(), leaves(), filters()), _joined, max_leaves=6)


def trees_with_names() -> st.SearchStrategy[Node]:
    """Draw trees of every operator over names and words."""
    return st.recursive(st.one_of(names(), names(), leaves(), filters()), _joined, max_leaves=6)


def _joined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    children = st.lists(inner, min_size=2, max_size=3).map(tuple)
    near = st.builds(Near, left=inner, right=inner, distance=st.integers(1, 6), ordered=st.booleans())
    return st.one_of(
        st.builds(And, children=children),
        st.builds(Or, children=children),
        st.builds(SameParagraph, children=children),
        st.builds(SameSentence, children=children),
        st.builds(Without, keep=inner, drop=inner),
        near,
        near,
        st.builds(InZone, zone=st.sampled_from(Zone), child=inner),
    )

"""The annotated articles: those beside the project, when they are there, and the project's own."""

import json
import lzma
import tomllib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from archive_search.records import Article, EntityType, Kind, Paragraph, Role
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.names.scoring import Gold, GoldName
from tests.relevance.material import SHARED

SEEDS = Path(__file__).parents[2] / "seeds"
SEEDS_GOLD = Path(__file__).parent / "seeds_gold.toml"
SHARED_GOLD = SHARED / "entities" / "seeds_gold.json"
_TYPES = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORG}
_BLANK_LINE = "\n\n"


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text at its blank lines, and nowhere else, so that paragraph and offset follow from the offset in it."""
    return tuple(
        Paragraph(number=number, kind=Kind.BODY, text=part) for number, part in enumerate(text.split(_BLANK_LINE), 1)
    )


def load_shared() -> tuple[list[Article], Gold]:
    content = json.loads(SHARED_GOLD.read_text(encoding="utf-8"))
    articles = [Article(id=each["doc"], paragraphs=split_paragraphs(each["text"])) for each in content["docs"]]
    names = [_shared_name(each, mention) for each in content["docs"] for mention in each["mentions"]]
    aliases = {(_TYPES[each["type"]], each["canon"]): each["aliases"] for each in content["aliases"]}
    return articles, Gold(names, aliases)


def _shared_name(document: dict[str, str], mention: dict[str, object]) -> GoldName:
    start, end = int(str(mention["start"])), int(str(mention["end"]))
    before = document["text"][:start]
    shift = before.rfind(_BLANK_LINE) + len(_BLANK_LINE) if _BLANK_LINE in before else 0
    return GoldName(
        document["doc"],
        before.count(_BLANK_LINE) + 1,
        start - shift,
        end - shift,
        _TYPES[str(mention["type"])],
        str(mention["canon"]),
        bool(mention["opt"]),
    )


def load_press(corpus: str, count: int, *, every: int = 1) -> list[Article]:
    """Load articles of the measuring corpus, one in `every`."""
    with lzma.open(SHARED / "corpus" / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [_press_article(json.loads(line)) for line in islice(lines, 0, count * every, every)]


def _press_article(record: dict[str, str]) -> Article:
    parts = [part for part in record["text"].split(_BLANK_LINE) if part.strip()]
    texts = [(Kind.TITLE, record["title"]), *((Kind.BODY, part) for part in parts)]
    return Article(
        id=record["id"],
        title=record["title"],
        paragraphs=tuple(Paragraph(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(texts, 1) if text),
    )


def load_seeds() -> tuple[list[Article], Gold]:
    """Load the annotated articles of the project's own sample, as the program reads them."""
    content = tomllib.loads(SEEDS_GOLD.read_text(encoding="utf-8"))
    read = {article.id: article for path in sorted(SEEDS.iterdir()) for article in _read(path)}
    articles = [read[each["id"]] for each in content["article"]]
    names = [
        name
        for article, each in zip(articles, content["article"], strict=True)
        for name in _locate(article, each["mentions"])
    ]
    aliases = {}
    for key, spellings in content["aliases"].items():
        kind, _, canonical = key.partition(": ")
        aliases[EntityType(kind), canonical] = spellings
    return articles, Gold(names, aliases)


def _read(path: Path) -> Iterator[Article]:
    for article in read_articles(path, root=SEEDS, options=ReadOptions()):
        assert isinstance(article, Article), article
        yield article


def _locate(article: Article, mentions: Sequence[Sequence[object]]) -> Iterator[GoldName]:
    """Give the mentions of an article their offsets: each is sought behind the one before it."""
    texts = {paragraph.number: paragraph.text for paragraph in article.paragraphs}
    at = (0, 0)
    for number, surface, kind, canonical, *role in mentions:
        paragraph, spelling = int(str(number)), str(surface)
        start = texts[paragraph].find(spelling, at[1] if at[0] == paragraph else 0)
        assert start >= 0, f"{article.id}, {paragraph}: {spelling}"
        at = (paragraph, start + len(spelling))
        yield GoldName(
            article.id,
            paragraph,
            start,
            at[1],
            EntityType(str(kind).rstrip("?")),
            str(canonical),
            str(kind).endswith("?"),
            Role(*role) if role else Role.TEXT,
        )

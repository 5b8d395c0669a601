"""Short articles and the parts of an archive that holds them, for the tests of searching."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_search import Archive
from archive_search.engines.layout import index_folder
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Node
from archive_search.records import Article, EntityType, Kind, Mention, Origin, Paragraph, Role, Span
from archive_search.search.evaluation import Evaluator
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.marking import mark_articles
from archive_search.search.page_corpus import PageCorpus
from archive_search.search.resolving import Resolution, resolve_tree
from archive_search.search.terms import stems_of
from archive_search.store.commits import list_sealed
from archive_search.store.connecting import open_reader


def article(article_id: str, *texts: str, title: str | None = None, lead: str | None = None, **known: Any) -> Article:
    """Make an article of a title, a standfirst and paragraphs of text, whichever there are."""
    parts = [(Kind.TITLE, title), (Kind.LEAD, lead), *((Kind.BODY, text) for text in texts)]
    written = [(kind, text) for kind, text in parts if text is not None]
    paragraphs = tuple(
        Paragraph(number=number, kind=kind, text=text) for number, (kind, text) in enumerate(written, start=1)
    )
    return Article(id=article_id, title=title, paragraphs=paragraphs, **known)


def mention(entity: str, name: str, surface: str, **known: Any) -> Mention:
    """Make a mention at the beginning of the first paragraph, by default in the text."""
    return Mention(
        **{
            "paragraph": 1,
            "span": Span(0, len(surface)),
            "surface": surface,
            "entity": entity,
            "name": name,
            "type": EntityType(entity.partition(":")[0]),
            "role": Role.TEXT,
            "origin": Origin.MODEL,
            **known,
        }
    )


@dataclass(frozen=True)
class Opened:
    """Hold the parts of an opened archive."""

    archive: Archive
    corpus: IndexCorpus

    def resolve(self, tree: Node) -> Resolution:
        """Resolve a tree among the forms of the archive."""
        return resolve_tree(tree, self.corpus.vocabulary)


@contextmanager
def opened(path: Path, articles: Sequence[Article]) -> Iterator[Opened]:
    """Make an archive of some articles and open it."""
    with Archive.create(path) as archive:
        archive.add_articles(articles)
        connection = open_reader(path)
        reader = IndexReader(index_folder(path), (file.name for file in list_sealed(connection)))
        try:
            yield Opened(archive, IndexCorpus(reader, connection))
        finally:
            reader.close()
            connection.close()


def evaluator_over(articles: Sequence[Article], resolution: Resolution) -> Evaluator:
    """Evaluate a resolved tree over articles in hand."""
    return Evaluator(PageCorpus(articles, stems_of(resolution.terms.values())), resolution.terms)


def marked_texts(articles: Sequence[Article], resolution: Resolution) -> list[dict[int, list[str]]]:
    """Give for each article the marked pieces of its paragraphs, by number."""
    found = mark_articles(articles, resolution.tree, resolution.terms)
    texts = [{paragraph.number: paragraph for paragraph in each.paragraphs} for each in articles]
    return [
        {
            number: [of[number].text[start:end] for start, end in marks.cut_spans(of[number])]
            for number in marks.paragraphs
        }
        for of, marks in zip(texts, found, strict=True)
    ]

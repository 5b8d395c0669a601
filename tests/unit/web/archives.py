"""Articles that are invented for one test, and archives of them."""

from pathlib import Path
from typing import Any

from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph

SCRIPT = "<script>alert(1)</script>"
HOSTILE_ID = 'a/b?c#d%2F "é'


def make_article(article_id: str, *bodies: str, **facts: Any) -> Article:
    """Make an article of some paragraphs after its title, if it has one."""
    lines = [(Kind.TITLE, facts["title"])] if facts.get("title") else []
    lines += [(Kind.BODY, text) for text in bodies]
    paragraphs = tuple(Paragraph(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(lines, 1))
    return Article(id=article_id, paragraphs=paragraphs, **facts)


def make_archive(path: Path, *articles: Article) -> Path:
    """Make an archive of a few articles."""
    with Archive.create(path, workers=1) as archive:
        archive.add_articles(articles)
    return path

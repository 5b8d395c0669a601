"""Archives whose articles came in by different ways, each with the referee of what is in them at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from referee import Referee
from referee.writing import write_articles

from archive_search import Archive
from archive_search.engines.local import LocalEngine
from archive_search.records import Article

COUNT = 12


@dataclass(frozen=True, repr=False)
class Pair:
    """Hold an archive, the engine under it, its articles, those that are gone, and the referee of them."""

    archive: Archive
    engine: LocalEngine
    articles: list[Article]
    gone: list[Article]
    referee: Referee

    def close(self) -> None:
        """Give back the files."""
        self.engine.close()
        self.archive.close()


def add_at_once(archive: Archive, articles: list[Article], _seed: int) -> list[Article]:
    """Add all in one commit."""
    archive.add_articles(articles)
    return []


def add_one_by_one(archive: Archive, articles: list[Article], _seed: int) -> list[Article]:
    """Add each in a commit of its own, which makes segments enough for a merge."""
    for article in reversed(articles):
        archive.add_articles([article])
    return []


def replace_and_remove(archive: Archive, articles: list[Article], seed: int) -> list[Article]:
    """Add other versions and other articles first, then replace the ones and remove the others."""
    before = write_articles(seed + 1000, count=COUNT + 6)
    archive.add_articles(before)
    archive.add_articles(articles[::2])
    archive.add_articles(articles[1::2])
    archive.remove([article.id for article in before[COUNT:]])
    return before


def rebuild(archive: Archive, articles: list[Article], seed: int) -> list[Article]:
    """Do all that, then build the index anew."""
    replace_and_remove(archive, articles, seed)
    archive.rebuild()
    return []


HISTORIES: tuple[Callable[[Archive, list[Article], int], list[Article]], ...] = (
    add_at_once,
    add_one_by_one,
    replace_and_remove,
    rebuild,
)


def make_pair(folder: Path, *, seed: int) -> Pair:
    """Make the archive of a seed; the seed also decides how its articles come in."""
    articles = write_articles(seed, count=COUNT)
    archive = Archive.create(folder / "archive")
    gone = HISTORIES[seed % len(HISTORIES)](archive, articles, seed)
    return Pair(archive, LocalEngine(archive.path), articles, gone, Referee(articles, gone=gone))

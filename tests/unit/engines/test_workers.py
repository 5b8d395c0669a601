"""Indexing by several processes changes nothing that can be seen, and losing one costs the commit at most."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.engines import local_writing
from archive_search.errors import StorageError
from archive_search.indexing import crew
from archive_search.indexing.building import IndexedArticle
from archive_search.indexing.crew import SingleHand
from archive_search.records import Article
from engines.articles import make_article

QUERIES = ("pont", '"habitants de"', "pon*", "dépêche ET rouvre", "pont DANS PHRASE rouvre", "brevanne")


@pytest.fixture(autouse=True)
def _started_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "SENT_CHARACTERS", 100)


def make_articles() -> Iterator[Article]:
    return (make_article(f"a{number}") for number in range(60))


def answers(folder: Path) -> list[list[tuple[str, float]]]:
    with Archive.open(folder) as archive:
        assert archive.check() == []
        return [
            sorted((hit.article.id, round(hit.score, 6)) for hit in archive.search(query, limit=100))
            for query in QUERIES
        ]


def create(folder: Path, workers: int) -> Archive:
    Archive.create(folder).close()
    return Archive.open(folder, workers=workers)


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_processes_gives_the_same_answers_and_scores(tmp_path: Path, workers: int) -> None:
    for count in (1, workers):
        with create(tmp_path / str(count), count) as archive:
            archive.add_articles(make_articles())
    assert answers(tmp_path / str(workers)) == answers(tmp_path / "1")


def test_rebuilding_by_several_processes_gives_the_same_answers(tmp_path: Path) -> None:
    with create(tmp_path / "a", 1) as archive:
        archive.add_articles(make_articles())
    before = answers(tmp_path / "a")
    with Archive.open(tmp_path / "a", workers=3) as archive:
        assert archive.rebuild() == 60
    assert answers(tmp_path / "a") == before


class TakingTurns:
    """Give articles to two builders in turn, as they come to workers that are equally fast."""

    def __init__(self, folder: Path) -> None:
        self._hands = [SingleHand(folder), SingleHand(folder)]
        self._count = 0

    def add(self, article: IndexedArticle) -> None:
        self._hands[self._count % 2].add(article)
        self._count += 1

    def finish_segments(self) -> list[str]:
        return [name for hand in self._hands for name in hand.finish_segments()]

    def drop(self) -> None:
        for hand in self._hands:
            hand.drop()

    def close(self) -> None:
        pass


def test_the_order_of_equals_does_not_depend_on_who_indexed_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for name, make in (("alone", SingleHand), ("in turn", TakingTurns)):
        monkeypatch.setattr(local_writing, "make_crew", lambda folder, *, processes, make=make: make(folder))
        with Archive.create(tmp_path / name) as archive:
            archive.add_articles(make_article(f"a{number}", "Le pont.") for number in range(20))
            found.append([hit.article.id for hit in archive.search("pont", limit=20)])
    assert found[0] == found[1]


def losing_a_worker(archive: Archive) -> Iterator[Article]:
    """Yield articles, and kill a worker when some were taken."""
    for number, article in enumerate(make_articles()):
        if number == 40:
            archive._engine.writer._crew._workers[0]._process.kill()  # type: ignore[attr-defined]
        yield article


def test_losing_a_worker_is_told_and_leaves_the_last_commit(tmp_path: Path) -> None:
    with create(tmp_path / "a", 2) as archive:
        archive.add_articles([make_article("b1"), make_article("b2")])
        with pytest.raises(StorageError, match="--workers 1"):
            archive.add_articles(losing_a_worker(archive))
        assert archive.search("pont").total == 2
        assert archive.check() == []
        archive.add_articles(make_articles())
        assert archive.search("pont").total == 62

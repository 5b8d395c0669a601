"""Completion by the public class."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engines.articles import make_article

from archive_search import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([make_article("a1", "Le pont de Doriac rouvre.", source="Le Phare")])
        yield archive


def completed(archive: Archive, text: str) -> list[tuple[str, int | None]]:
    return [(each.text, each.articles) for each in archive.complete(text)]


def test_a_query_is_completed_from_the_archive(archive: Archive) -> None:
    assert completed(archive, "pont dor") == [("pont doriac", 1)]
    assert completed(archive, "source:") == [('source:"Le Phare"', 1)]


def test_what_was_added_since_is_completed(archive: Archive) -> None:
    assert completed(archive, "dor") == [("doriac", 1)]
    archive.add_articles([make_article("a2", "Doriac s'endort ; la dorade aussi.", source="L'Écho")])
    assert completed(archive, "dor") == [("doriac", 2), ("dorade", 1)]
    assert completed(archive, "source:l'e") == [('source:"L\'Écho"', 1)]


def test_what_was_removed_since_is_not_completed(archive: Archive) -> None:
    archive.add_articles([make_article("a2", "La dorade.")])
    archive.remove(["a1"])
    assert completed(archive, "dor") == [("dorade", 1)]
    assert completed(archive, "source:") == []


def test_an_archive_without_articles_completes_fields_only(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "empty") as archive:
        assert completed(archive, "tit") == [("titre:", None)]
        assert completed(archive, "personne:tit") == []


@pytest.mark.parametrize("limit", [-1, 10_001])
def test_a_limit_out_of_range_is_refused(archive: Archive, limit: int) -> None:
    with pytest.raises(ValueError, match="limit"):
        archive.complete("dor", limit=limit)

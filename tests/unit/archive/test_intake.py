"""What a source prints in article after article is taken out of all of them, and comes back when that is turned off."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.archive.adding import AddOptions
from archive_search.sources.readers import Cleaning, ReadOptions

NOTICE = "Retrouvez chaque matin les petites annonces du quai dans notre cahier central."
WORDS = ("pont", "quai", "gare", "digue", "phare", "marché", "moulin", "théâtre", "musée", "jardin", "canal", "port")
SUBJECTS = [f"{first} et {second}" for first in WORDS for second in WORDS if first < second][:40]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as archive:
        yield archive


def write_articles(path: Path, subjects: list[str]) -> Path:
    records = [
        {
            "id": subject,
            "titre": f"Travaux : {subject}",
            "source": "Le Quai",
            "texte": f"La commune rouvre {subject} après des travaux.\n\n{NOTICE}",
        }
        for subject in subjects
    ]
    path.write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    return path


def with_notice(archive: Archive) -> int:
    return archive.search('"petites annonces du quai"', fold=False).total if archive.stats().articles else 0


def test_a_passage_of_all_articles_of_a_source_is_taken_out_of_all(archive: Archive, tmp_path: Path) -> None:
    report = archive.add([write_articles(tmp_path / "a.jsonl", SUBJECTS)])
    assert with_notice(archive) == 0
    assert report.revised > 0
    removed = [passage for subject in SUBJECTS for passage in archive.fetch(subject).removed]
    assert [(passage.rule, passage.text) for passage in removed] == [("repetition", NOTICE)] * len(SUBJECTS)


def test_articles_of_an_earlier_run_are_freed_too(archive: Archive, tmp_path: Path) -> None:
    archive.add([write_articles(tmp_path / "a.jsonl", SUBJECTS[:10])])
    assert with_notice(archive) == 10
    archive.add([write_articles(tmp_path / "b.jsonl", SUBJECTS[10:])])
    assert with_notice(archive) == 0


def test_a_second_run_over_the_same_files_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    path = write_articles(tmp_path / "a.jsonl", SUBJECTS)
    archive.add([path])
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    report = archive.add([path])
    assert (report.unchanged, report.replaced, report.revised) == (len(SUBJECTS), 0, 0)


@pytest.mark.parametrize("cleaning", [Cleaning.RULES, Cleaning.NONE])
def test_what_is_repeated_comes_back_when_that_is_asked(archive: Archive, tmp_path: Path, cleaning: Cleaning) -> None:
    path = write_articles(tmp_path / "a.jsonl", SUBJECTS)
    archive.add([path])
    archive.add([path], options=AddOptions(reading=ReadOptions(cleaning=cleaning)))
    assert with_notice(archive) == len(SUBJECTS)

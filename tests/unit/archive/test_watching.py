"""A folder that is followed is in the archive some seconds later."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.archive.adding import AddOptions
from archive_search.archive.report import AddReport
from archive_search.archive.watching import WatchOptions, follow
from archive_search.errors import ArchiveLockedError, SourceError

pytest.importorskip("watchfiles", reason="the extra watch is not installed")


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    press.mkdir()
    (press / "a.txt").write_text("Le pont rouvre.", encoding="utf-8")
    return press


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as archive:
        yield archive


def until(reports: Iterator[AddReport], *, added: int) -> AddReport:
    """Go on until so many articles came in one after the other; a test that waits for nothing never ends."""
    for report in reports:
        added -= report.added
        if added <= 0:
            return report
    raise AssertionError("the watch ended")


def test_what_is_there_is_brought_in_first(archive: Archive, press: Path) -> None:
    reports = archive.watch([press])
    assert next(reports).added == 1


def test_a_new_file_comes_in_under_the_id_that_the_folder_gives_it(archive: Archive, press: Path) -> None:
    reports = archive.watch([press])
    next(reports)
    (press / "rue").mkdir()
    (press / "rue" / "b.txt").write_text("La gare ferme.", encoding="utf-8")
    report = until(reports, added=1)
    assert report.files_read == 1
    assert archive.fetch("presse/rue/b.txt").paragraphs[0].text == "La gare ferme."


def test_a_file_that_changes_is_replaced(archive: Archive, press: Path) -> None:
    reports = archive.watch([press])
    next(reports)
    (press / "a.txt").write_text("Le pont ferme.", encoding="utf-8")
    assert next(report for report in reports if report.files_read).replaced == 1


def test_a_file_that_goes_is_told_and_its_articles_stay(archive: Archive, press: Path) -> None:
    reports = archive.watch([press])
    next(reports)
    (press / "a.txt").unlink()
    assert next(report for report in reports if report.missing).missing == [str(press / "a.txt")]
    assert archive.stats().articles == 1


def test_hidden_files_are_left_alone(archive: Archive, press: Path) -> None:
    reports = archive.watch([press])
    next(reports)
    (press / ".b.txt.tmp").write_text("La gare", encoding="utf-8")
    (press / "c.txt").write_text("La mairie ferme.", encoding="utf-8")
    until(reports, added=1)
    assert archive.stats().articles == 2


def test_the_event_ends_it(archive: Archive, press: Path) -> None:
    stop = threading.Event()
    reports = archive.watch([press], options=WatchOptions(stop=stop))
    next(reports)
    stop.set()
    assert list(reports) == []


def test_an_archive_that_another_process_writes_to_is_tried_again(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive_search.archive.watching._PATIENCE", 0.01)
    refusals = iter([True, True, False])
    seen: list[AddOptions] = []

    def add(options: AddOptions) -> AddReport:
        seen.append(options)
        if next(refusals):
            raise ArchiveLockedError("occupée", path=press)
        return AddReport(added=1)

    assert next(follow(add, [press], WatchOptions())).added == 1
    assert [options.only for options in seen] == [None, None, None]


def test_a_folder_that_is_nowhere_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="introuvable"):
        next(archive.watch([tmp_path / "absent"]))

"""One run at a time, in a process of its own, which ends well however it is ended."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from process_endings import is_gone, wait_until

from archive_search import Archive
from archive_search.engines.locking import WriteLock
from archive_search.web.intake import jobs as jobs_module
from archive_search.web.intake.job import Job, Phase
from archive_search.web.intake.jobs import Jobs
from archive_search.web.intake.orders import Order

needs_posix = pytest.mark.skipif(os.name == "nt", reason="named pipes and signals of POSIX")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def jobs(target: Path) -> Iterator[Jobs]:
    jobs = Jobs(target)
    yield jobs
    jobs.close()


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    press.mkdir()
    (press / "pont.txt").write_text("Le pont de Brévan rouvre.", encoding="utf-8")
    (press / "vide.txt").write_bytes(b"")
    (press / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return press


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """Give a pipe that nobody writes to: a run that reads it waits for ever."""
    path = tmp_path / "tube"
    os.mkfifo(path)
    return path


def run(jobs: Jobs, *paths: Path, names: bool = False, remove_missing: bool = False) -> Job:
    assert jobs.start(Order(paths=paths, names=names, remove_missing=remove_missing))
    jobs.wait()
    assert jobs.latest is not None
    return jobs.latest


def count(target: Path) -> int:
    with Archive.open(target) as archive:
        return archive.stats().articles


def test_before_the_first_run_there_is_none(jobs: Jobs) -> None:
    assert jobs.latest is None
    assert not jobs.is_busy


def test_a_run_makes_the_archive_and_reports(jobs: Jobs, target: Path, press: Path) -> None:
    job = run(jobs, press)
    assert (job.phase, job.error, count(target)) == (Phase.DONE, None, 1)
    assert job.report is not None
    assert [job.report[name] for name in ("added", "failures_total", "skipped_total")] == [1, 1, 1]


def test_the_last_progress_counts_every_file(jobs: Jobs, press: Path) -> None:
    reading = run(jobs, press).reading
    assert reading is not None
    assert (reading.files, reading.total_files, reading.articles) == (3, 3, 1)


def test_a_run_looks_for_names_where_asked(jobs: Jobs, press: Path) -> None:
    (press / "visite.txt").write_text("Le maire Aldo Tessier a parlé à Lyon.", encoding="utf-8")
    job = run(jobs, press, names=True)
    assert (job.phase, job.error) == (Phase.DONE, None)
    assert job.names is not None
    assert job.names.entities > 0


def test_runs_come_one_after_the_other_and_are_numbered(jobs: Jobs, press: Path) -> None:
    assert [run(jobs, press).number for _ in range(2)] == [1, 2]


def test_a_run_can_begin_as_soon_as_the_last_is_over(jobs: Jobs, press: Path) -> None:
    for number in range(1, 5):
        assert jobs.start(Order(paths=(press,), names=False))
        assert wait_until(lambda: not jobs.is_busy)
        assert jobs.latest is not None
        assert (jobs.latest.number, jobs.latest.phase) == (number, Phase.DONE)


def test_without_folders_all_that_the_archive_was_made_from_is_read_again(
    jobs: Jobs, target: Path, press: Path
) -> None:
    run(jobs, press)
    (press / "gare.txt").write_text("La gare de Brévan ferme.", encoding="utf-8")
    (press / "pont.txt").unlink()
    report = run(jobs, remove_missing=True).report
    assert report is not None
    assert (report["added"], report["removed"], count(target)) == (1, 1, 1)


def test_a_folder_that_is_gone_is_told_as_a_failure(jobs: Jobs, tmp_path: Path) -> None:
    report = run(jobs, tmp_path / "nulle-part").report
    assert report is not None
    assert [failure["reason"] for failure in report["failures"]] == ["introuvable : vérifiez le chemin"]


def test_an_archive_that_another_process_writes_to_ends_the_run(jobs: Jobs, target: Path, press: Path) -> None:
    Archive.create(target).close()
    lock = WriteLock(target)
    job = run(jobs, press)
    lock.release()
    assert job.phase is Phase.FAILED
    assert f"en cours d'écriture par le processus {os.getpid()}" in str(job.error)


def test_a_folder_that_holds_something_else_does_not_become_an_archive(jobs: Jobs, target: Path, press: Path) -> None:
    target.mkdir()
    (target / "roman.txt").write_text("Il était une fois.", encoding="utf-8")
    job = run(jobs, press)
    assert job.phase is Phase.FAILED
    assert str(target) in str(job.error)


@needs_posix
def test_while_a_run_goes_on_a_second_is_refused(jobs: Jobs, press: Path, endless: Path) -> None:
    assert jobs.start(Order(paths=(endless,)))
    assert jobs.is_busy
    assert not jobs.start(Order(paths=(press,)))


def test_a_run_that_is_told_to_stop_stops_and_keeps_what_was_there(jobs: Jobs, target: Path, press: Path) -> None:
    run(jobs, press)
    for number in range(2_000):
        (press / f"{number}.txt").write_text(f"La borne {number} de Brévan.", encoding="utf-8")
    assert jobs.start(Order(paths=(press,)))
    jobs.stop()
    jobs.stop()
    jobs.wait()
    assert jobs.latest is not None
    assert (jobs.latest.phase, count(target)) == (Phase.STOPPED, 1)
    assert jobs.latest.report is not None
    assert jobs.latest.report["interrupted"]


def test_a_run_that_is_told_to_stop_looking_for_names_keeps_the_text_and_goes_on_later(
    jobs: Jobs, target: Path, press: Path
) -> None:
    assert jobs.start(Order(paths=(press,)))
    assert wait_until(lambda: jobs.latest is not None and jobs.latest.phase is Phase.NAMING)
    jobs.stop()
    jobs.wait()
    assert jobs.latest is not None
    assert (jobs.latest.phase, jobs.latest.error, count(target)) == (Phase.STOPPED, None, 1)
    assert run(jobs, names=True).phase is Phase.DONE


@needs_posix
def test_a_run_that_does_not_stop_by_itself_is_ended(
    jobs: Jobs, endless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "SECONDS_TO_STOP", 0.01)
    assert jobs.start(Order(paths=(endless,)))
    jobs.stop()
    jobs.wait()
    assert jobs.latest is not None
    assert (jobs.latest.phase, jobs.latest.error) == (Phase.STOPPED, None)


def test_stopping_where_nothing_goes_on_does_nothing(jobs: Jobs, press: Path) -> None:
    jobs.stop()
    run(jobs, press)
    jobs.stop()
    assert jobs.latest is not None
    assert jobs.latest.phase is Phase.DONE


def pid_of(jobs: Jobs) -> int:
    assert jobs._worker is not None
    return jobs._worker.pid


@needs_posix
def test_a_process_that_is_lost_ends_the_run_with_what_to_do(jobs: Jobs, press: Path, endless: Path) -> None:
    assert jobs.start(Order(paths=(endless,)))
    os.kill(pid_of(jobs), signal.SIGKILL)
    jobs.wait()
    assert jobs.latest is not None
    assert jobs.latest.phase is Phase.FAILED
    assert "recommencez" in str(jobs.latest.error)
    assert run(jobs, press).phase is Phase.DONE


@needs_posix
def test_the_process_ends_when_the_desktop_is_closed(jobs: Jobs, endless: Path) -> None:
    assert jobs.start(Order(paths=(endless,)))
    pid = pid_of(jobs)
    jobs.close()
    assert wait_until(lambda: is_gone(pid))
    assert jobs.latest is not None
    assert jobs.latest.phase is Phase.STOPPED

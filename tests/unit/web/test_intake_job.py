"""What is known of a run follows from what it tells."""

import time
from dataclasses import replace
from typing import Any

import pytest

from archive_search.archive.report import AddReport, Progress
from archive_search.engines.naming.report import NamingProgress, NamingReport, Stage
from archive_search.records import Failure, Skipped
from archive_search.web.intake.job import Job, Phase, advance
from archive_search.web.intake.orders import MOST_LISTED, Added, Fault, Order, Told, summarize
from archive_search.web.shapes.intake import JobShape


def reading(done: int = 10, total: int = 100) -> Progress:
    return Progress(path="/presse/a.txt", files=1, total_files=9, bytes=done, total_bytes=total, articles=3)


def naming(stage: Stage, done: int = 5) -> NamingProgress:
    return NamingProgress(stage=stage, done=done, total=50)


def added(*, interrupted: bool = False) -> Added:
    return Added(report=summarize(AddReport(added=3)), interrupted=interrupted)


def job(*told: Told, **asked: Any) -> Job:
    known = Job(number=1, order=Order(**asked))
    for each in told:
        known = advance(known, each)
    return known


@pytest.mark.parametrize(
    ("told", "names", "phase"),
    [
        ([], True, Phase.READING),
        ([reading()], True, Phase.READING),
        ([reading(), added()], True, Phase.NAMING),
        ([reading(), added()], False, Phase.DONE),
        ([added(), naming(Stage.RECOGNISING)], True, Phase.NAMING),
        ([added(), NamingReport()], True, Phase.DONE),
        ([added(), NamingReport(interrupted=True)], True, Phase.STOPPED),
        ([added(interrupted=True)], True, Phase.STOPPED),
        ([Fault(message="disque plein")], True, Phase.FAILED),
        ([added(), Fault(message="modèle absent")], True, Phase.FAILED),
    ],
)
def test_the_phase_follows_from_what_was_told(told: list[Told], names: bool, phase: Phase) -> None:
    assert job(*told, names=names).phase is phase


def test_a_run_that_ends_notes_when() -> None:
    assert job(reading()).ended is None
    assert job(added(), names=False).ended is not None


def test_each_stage_is_measured_by_itself() -> None:
    assert (job(reading()).done, job(reading()).total) == (10, 100)
    assert job(reading(), added()).total == 0
    assert job(reading(), added(), naming(Stage.SETTLING)).total == 50


def long_ago(known: Job, seconds: float) -> Job:
    return replace(known, since=time.monotonic() - seconds)


def test_the_time_left_is_in_proportion_to_what_was_done() -> None:
    left = long_ago(job(reading(done=25)), 10).seconds_left()
    assert left == pytest.approx(30, rel=0.1)


@pytest.mark.parametrize(
    ("known", "seconds"),
    [(job(reading(done=25)), 1), (job(reading(done=1)), 10), (job(), 10), (job(added(), names=False), 10)],
    ids=["begun just now", "hardly begun", "nothing told", "over"],
)
def test_the_time_left_is_not_guessed(known: Job, seconds: float) -> None:
    assert long_ago(known, seconds).seconds_left() is None


def test_the_time_left_is_taken_afresh_for_each_stage() -> None:
    known = long_ago(job(reading(), added()), 1_000)
    assert time.monotonic() - advance(known, naming(Stage.RECOGNISING)).since < 500


@pytest.mark.parametrize(
    "known",
    [
        job(),
        job(reading()),
        job(added(), naming(Stage.SETTLING)),
        job(added(), NamingReport()),
        job(Fault(message="disque plein")),
    ],
    ids=["new", "reading", "naming", "done", "failed"],
)
def test_a_run_as_json_has_its_shape(known: Job) -> None:
    shape = JobShape.model_validate(known.to_dict(), strict=True)
    assert shape.model_dump() == known.to_dict()


def test_a_name_that_is_no_text_can_be_shown() -> None:
    assert job(replace(reading(), path="/presse/\udce9t\udce9.txt")).file == "/presse/\ufffdt\ufffd.txt"


def test_the_lists_of_a_report_are_cut_and_what_was_left_out_is_counted_by_reason() -> None:
    report = AddReport(
        failures=[Failure(path=f"{number}.txt", reason="vide") for number in range(300)],
        skipped=[Skipped(path=f"{number}.png", reason="image") for number in range(250)],
        missing=[f"{number}.txt" for number in range(201)],
    )
    summary = summarize(report)
    assert [len(summary[name]) for name in ("failures", "missing")] == [MOST_LISTED, MOST_LISTED]
    assert [summary[f"{name}_total"] for name in ("failures", "missing", "skipped")] == [300, 201, 250]
    assert summary["skipped_by_reason"] == [{"name": "image", "count": 250}]

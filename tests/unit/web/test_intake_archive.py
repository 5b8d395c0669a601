"""The page of the archive: what it holds, where that comes from, what is being done to it."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.web.intake.job import Job
from archive_search.web.intake.jobs import Jobs
from archive_search.web.intake.orders import Order
from archive_search.web.shapes.intake import ArchiveShape
from tests.unit.web.conftest import SEEDS, Browse, token_of
from tests.unit.web.pages import read, select, texts

needs_posix = pytest.mark.skipif(os.name == "nt", reason="named pipes of POSIX")


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    press.mkdir()
    record = {"id": "1", "title": "La halle", "source": "<b>Le Phare</b>", "date": "2017-03-02", "text": "La halle."}
    (press / "halle.jsonl").write_text(json.dumps(record) + "\n{rompu\n", encoding="utf-8")
    (press / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return press


@pytest.fixture
def client(browse: Browse, tmp_path: Path) -> TestClient:
    """Open a desktop that has no archive yet."""
    return browse(tmp_path / "archive")


def jobs_of(client: TestClient) -> Jobs:
    jobs: Jobs = client.app.state.site.jobs  # type: ignore[attr-defined]
    return jobs


@pytest.fixture
def indexed(client: TestClient, press: Path) -> TestClient:
    """Open a desktop that has brought a folder in."""
    assert jobs_of(client).start(Order(paths=(press,), names=False))
    jobs_of(client).wait()
    return client


@pytest.fixture
def busy(client: TestClient, tmp_path: Path) -> Iterator[TestClient]:
    """Open a desktop that brings something in for as long as one likes."""
    os.mkfifo(tmp_path / "tube")
    assert jobs_of(client).start(Order(paths=(tmp_path / "tube",)))
    yield client
    jobs_of(client).close()


def page_of(client: TestClient, address: str = "/archive") -> lxml.html.HtmlElement:
    answer = client.get(address)
    return read(answer)


def post(client: TestClient, address: str, **form: str) -> Any:
    return client.post(address, data={"token": token_of(client), **form}, follow_redirects=False)


def test_without_an_archive_the_page_leads_to_the_first_run(client: TestClient) -> None:
    assert client.get("/archive", follow_redirects=False).headers["location"] == "/welcome"


@pytest.mark.parametrize("address", ["/archive.json", "/archive.csv"])
def test_without_an_archive_its_twins_say_so(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "pas d'archive" in answer.json()["error"]


def test_the_page_counts_what_the_archive_holds(browser: TestClient) -> None:
    page = page_of(browser)
    assert texts(page, "#articles") == ["23"]
    assert "La Gazette du Rhône" in texts(page, "#sources th")


def test_the_page_names_the_folders_that_the_archive_was_made_from(browser: TestClient) -> None:
    assert texts(page_of(browser), "#origins tbody tr") == [f"{SEEDS} 15 tout le dossier"]


def test_a_source_leads_to_its_articles(browser: TestClient) -> None:
    address = select(page_of(browser), "#sources a")[0].get("href")
    assert address.startswith("/search?source=")
    assert browser.get(address).status_code == 200


def test_the_twin_in_json_has_its_shape(browser: TestClient, indexed: TestClient) -> None:
    for client in (browser, indexed):
        found = client.get("/archive.json").json()
        assert ArchiveShape.model_validate(found, strict=True).model_dump() == found


def test_the_twin_in_json_has_the_totals_of_stats(browser: TestClient, sample: Path) -> None:
    found = browser.get("/archive.json").json()
    with Archive.open(sample) as archive:
        totals = archive.stats().to_dict()
    assert {name: found[name] for name in totals} == totals
    assert found["origins"] == [{"path": str(SEEDS), "files": 15, "whole": True, "gone": False}]
    assert found["job"] is None


def test_the_twin_in_csv_counts_articles_by_source(browser: TestClient) -> None:
    answer = browser.get("/archive.csv")
    rows = list(csv.reader(answer.text.splitlines()))
    assert rows[0] == ["source", "count"]
    assert ["La Gazette du Rhône", "4"] in rows


def test_the_report_tells_what_a_run_did(indexed: TestClient) -> None:
    page = page_of(indexed)
    assert texts(page, "#report h2") == ["Terminé"]
    assert dict(zip(texts(page, "#report dt"), texts(page, "#report dd"), strict=True)) == {
        "Articles ajoutés": "1",
        "Fichiers lus": "2",
        "Fichiers laissés de côté": "1",
        "Échecs": "1",
    }
    assert texts(page, "#report caption") == ["Par source", "Par année", "Laissés de côté"]
    assert "halle.jsonl (ligne 2)" in texts(page, "#failures li")[0]


def test_names_of_sources_are_text_and_nothing_else(indexed: TestClient) -> None:
    page = page_of(indexed)
    assert texts(page, "#sources th") == ["<b>Le Phare</b>"]
    assert not select(page, "main b")


def test_a_run_that_failed_says_why(client: TestClient, press: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "roman.txt").write_text("Il était une fois.", encoding="utf-8")
    assert jobs_of(client).start(Order(paths=(press,)))
    jobs_of(client).wait()
    page = page_of(client)
    assert texts(page, "#report h2") == ["Échec"]
    assert str(tmp_path / "archive") in texts(page, "#report .failure")[0]


def test_a_run_that_was_stopped_tells_what_is_saved_not_what_was_read(client: TestClient, press: Path) -> None:
    for number in range(2_000):
        (press / f"{number}.txt").write_text(f"La borne {number} de Brévan.", encoding="utf-8")
    assert jobs_of(client).start(Order(paths=(press,)))
    jobs_of(client).stop()
    jobs_of(client).wait()
    page = page_of(client)
    assert texts(page, "#report h2") == ["Arrêté"]
    assert texts(page, "#report p") == ["Rien n’a été enregistré : l’archive est comme avant."]
    assert (texts(page, "#report dt"), texts(page, "#report dd")) == (["Articles enregistrés"], ["0"])


def test_updating_reads_what_is_new(indexed: TestClient, press: Path) -> None:
    (press / "gare.txt").write_text("La gare de Brévan ferme.", encoding="utf-8")
    assert post(indexed, "/archive/update").headers["location"] == "/archive"
    jobs_of(indexed).wait()
    assert texts(page_of(indexed), "#articles") == ["2"]


def test_updating_takes_out_what_is_gone_where_asked(indexed: TestClient, press: Path) -> None:
    (press / "halle.jsonl").unlink()
    for form, articles in (({}, "1"), ({"remove_missing": "1"}, "0")):
        post(indexed, "/archive/update", **form)
        jobs_of(indexed).wait()
        assert texts(page_of(indexed), "#articles") == [articles]


def test_an_archive_that_is_not_there_cannot_be_updated(client: TestClient, tmp_path: Path) -> None:
    assert post(client, "/archive/update").status_code == 404
    assert not (tmp_path / "archive").exists()


def test_an_archive_that_was_made_from_nothing_cannot_be_updated(browse: Browse, tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    answer = post(browse(tmp_path / "archive"), "/archive/update")
    assert answer.status_code == 409
    assert "ajoutez-en un" in answer.text


def test_an_archive_that_was_removed_meanwhile_leads_to_the_first_run(browse: Browse, tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    client = browse(tmp_path / "archive")
    assert client.get("/archive").status_code == 200
    (tmp_path / "archive").rename(tmp_path / "ailleurs")
    assert client.get("/archive", follow_redirects=False).headers["location"] == "/welcome"


@needs_posix
def test_a_run_is_shown_while_it_goes_on(busy: TestClient) -> None:
    page = page_of(busy)
    assert texts(page, "#job-phase") == ["Recherche des fichiers…"]
    assert select(page, "#job")[0].get("data-events") == "/archive/events"
    assert select(page, "#job-progress")[0].get("value") is None
    assert not select(page, "#update")


@needs_posix
def test_without_scripts_the_page_is_loaded_again_and_again(busy: TestClient) -> None:
    assert select(page_of(busy), "noscript meta")[0].get("content") == "2"


@needs_posix
def test_a_run_is_told_in_json_before_the_archive_is_made(client: TestClient, busy: TestClient, tmp_path: Path) -> None:
    found = busy.get("/archive.json").json()
    assert (found["articles"], found["job"]["phase"]) == (0, "reading")
    assert found["job"]["folders"] == [str(tmp_path / "tube")]


def test_a_search_before_anything_is_kept_leads_to_the_run(client: TestClient) -> None:
    # A run that never begins: one that does makes the archive at any moment.
    client.app.state.site.jobs._latest = Job(number=1, order=Order(paths=()))  # type: ignore[attr-defined]
    links = select(read(client.get("/search"), 404), "#main a.button")
    assert [link.get("href") for link in links] == ["/archive"]
    assert "l'archive se fait" in client.get("/search.json").json()["error"]


def test_the_button_stops_a_run(busy: TestClient) -> None:
    assert post(busy, "/archive/stop").headers["location"] == "/archive"
    page = page_of(busy)
    assert texts(page, "#job-phase") == ["Arrêt en cours…"]
    assert select(page, "#stop")[0].get("disabled") is not None


def test_stopping_where_nothing_goes_on_leads_back(browser: TestClient) -> None:
    assert post(browser, "/archive/stop").status_code == 303


def events_of(client: TestClient) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for block in client.get("/archive/events").text.split("\n\n")[:-1]:
        name, data = (line.partition(": ")[2] for line in block.splitlines())
        found.append((name, json.loads(data)))
    return found


def test_where_nothing_was_begun_there_are_no_events(browser: TestClient) -> None:
    assert browser.get("/archive/events").status_code == 204


def test_events_tell_how_far_a_run_is_until_it_ends(client: TestClient, press: Path) -> None:
    assert jobs_of(client).start(Order(paths=(press,), names=False))
    events = events_of(client)
    assert [name for name, _ in events][-1:] == ["end"]
    assert {name for name, _ in events[:-1]} <= {"progress"}
    last = events[-1][1]
    assert (last["job"]["phase"], last["job"]["report"]["added"]) == ("done", 1)
    assert last["said"]["phase"] == "Terminé"


def test_who_comes_after_the_end_is_told_the_end_at_once(indexed: TestClient) -> None:
    assert [name for name, _ in events_of(indexed)] == ["end"]


def test_events_are_told_in_the_language_of_the_page(indexed: TestClient) -> None:
    assert '"phase": "Done"' in indexed.get("/archive/events?lang=en").text
    assert indexed.get("/archive/events").headers["content-type"].startswith("text/event-stream")

"""Tests of what is answered where something goes wrong."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from archive_search import errors
from archive_search.errors import (
    AliasError,
    ArchiveDamagedError,
    ArchiveError,
    ArchiveFormatError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveSearchError,
    DeskError,
    InstallationError,
    ModelError,
    QueryError,
    SourceError,
    StorageError,
    UnknownArticleError,
    UnknownDossierError,
    UnknownEntityError,
    UnknownSearchError,
)
from archive_search.web.failures import PageError, status_of
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import page_of, read, select, texts

HERE = Path("ici")
STATUSES: list[tuple[ArchiveSearchError, int]] = [
    (QueryError("non"), 400),
    (UnknownArticleError("non", article_id="a"), 404),
    (UnknownEntityError("non", name="a"), 404),
    (UnknownDossierError("non", name="a"), 404),
    (UnknownSearchError("non", name="a"), 404),
    (ArchiveMissingError("non", path=HERE), 404),
    (ArchiveFormatError("non", path=HERE), 409),
    (ArchiveLockedError("non", path=HERE), 409),
    (AliasError("non", path=HERE), 409),
    (DeskError("non", name="a"), 409),
    (SourceError("non", path="a"), 409),
    (InstallationError("non"), 409),
    (ModelError("non"), 500),
    (ArchiveDamagedError("non", path=HERE), 500),
    (StorageError("non", path=HERE), 507),
]


@pytest.mark.parametrize(("error", "status"), STATUSES, ids=lambda value: type(value).__name__)
def test_each_error_of_ours_has_its_status(error: ArchiveSearchError, status: int) -> None:
    assert status_of(error) == status


def test_no_error_of_ours_is_forgotten() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert kinds - {type(error) for error, _ in STATUSES} == {ArchiveSearchError, ArchiveError}


@pytest.fixture
def fail(browse: Browse, tmp_path: Path) -> Callable[[Exception, str], TestClient]:
    """Make a desktop that fails with an error, as a page and as JSON."""

    def make(error: Exception, address: str) -> TestClient:
        client = browse(tmp_path / "archive")

        @client.app.get(address)  # type: ignore[attr-defined]
        def page() -> None:
            raise error

        return client

    return make


Fail = Callable[[Exception, str], TestClient]


def test_a_failure_has_a_page_that_says_what_and_where(fail: Fail) -> None:
    client = fail(QueryError("parenthèse sans fermante : fermez-la", position=6), "/panne")
    page = read(client.get("/panne"), 400)
    assert texts(page, "#main p")[:2] == ["Parenthèse sans fermante : fermez-la.", "Caractère 7 de la requête"]
    assert len(texts(page, "#main .identifier code")[0]) == 8


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_a_program_is_told_the_same_as_json(fail: Fail, suffix: str) -> None:
    answer = fail(QueryError("rien à chercher", position=6), f"/panne{suffix}").get(f"/panne{suffix}")
    told = answer.json()
    assert answer.status_code == 400
    assert len(told.pop("identifier")) == 8
    assert told == {"version": 1, "error": "rien à chercher", "position": 6}


def test_what_a_failure_repeats_is_escaped(fail: Fail) -> None:
    answer = fail(PageError(409, "<script>alert(1)</script>"), "/panne").get("/panne")
    assert "<script>alert" not in answer.text
    assert "<script>alert(1)</script>" in read(answer, 409).text_content()


def test_a_failure_speaks_english_and_marks_what_is_french(fail: Fail) -> None:
    page = page_of(fail(PageError(409, "un mot de trop"), "/panne"), "/panne?lang=en", status=409)
    assert texts(page, "#main h1") == ["The page cannot be shown"]
    assert select(page, "#main p")[0].get("lang") == "fr"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        pytest.param(ArchiveMissingError, "Choisir un dossier d’articles", id="missing"),
        pytest.param(ArchiveFormatError, "Une nouvelle archive, dans un autre dossier", id="format"),
        pytest.param(ArchiveDamagedError, "avant de réparer l’archive", id="damaged"),
        pytest.param(ArchiveLockedError, "Attendez la fin de l’autre travail", id="locked"),
    ],
)
def test_what_to_do_with_an_archive_is_said(fail: Fail, kind: type[ArchiveError], said: str) -> None:
    assert said in fail(kind("rien ne va", path=HERE), "/panne").get("/panne").text


def test_where_there_is_no_archive_one_click_leads_to_making_it(browse: Browse, tmp_path: Path) -> None:
    client = browse(tmp_path / "archive")
    page = page_of(client, "/search?lang=en", status=404)
    (link,) = select(page, "#to-welcome")
    assert link.get("href") == "/welcome?lang=en"
    assert client.get("/welcome").status_code == 200


def test_a_folder_whose_name_is_no_text_is_told(browse: Browse, tmp_path: Path) -> None:
    client = browse(Path(os.fsdecode(os.fsencode(tmp_path) + b"/arch\xffive")))
    assert "arch\ufffdive" in client.get("/search").text
    assert "arch\ufffdive" in client.get("/search.json").json()["error"]


def test_an_error_that_names_such_a_folder_is_told(fail: Fail) -> None:
    answer = fail(ArchiveLockedError("arch\udcffive occupée", path=HERE), "/panne").get("/panne")
    assert (answer.status_code, "Arch?ive occupée" in answer.text) == (409, True)


def test_what_the_disk_refuses_is_written_down_without_a_trace(fail: Fail, caplog: pytest.LogCaptureFixture) -> None:
    answer = fail(StorageError("disque plein", path=HERE), "/panne.json").get("/panne.json?q=secret")
    assert [record.getMessage() for record in caplog.records] == [
        f"{answer.json()['identifier']} GET /panne.json : disque plein"
    ]
    assert caplog.records[0].exc_info is None


def test_what_the_reader_can_mend_is_not(fail: Fail, caplog: pytest.LogCaptureFixture) -> None:
    fail(QueryError("rien à chercher"), "/panne").get("/panne")
    assert caplog.records == []


def test_a_method_that_is_not_answered_names_those_that_are(browser: TestClient) -> None:
    answer = browser.delete("/search")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize("address", ["/corrections/hide", "/archive/stop"])
def test_what_changes_anything_is_not_asked_for_by_an_address(browser: TestClient, address: str) -> None:
    assert browser.get(address).status_code in {404, 405}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/search.json?page=0", "page : donnez au moins 1"),
        ("/search.json?page=1000000001", "page : donnez au plus 1000000000"),
        ("/search.json?page=deux", "page : donnez un nombre entier"),
        ("/search.json?page=" + "9" * 5_000, "page : donnez un nombre plus petit"),
        ("/search.json?size=101&page=x", "page : donnez un nombre entier ; size : donnez au plus 100"),
        ("/search.json?sort=x", "sort : donnez 'relevance', 'newest' ou 'oldest'"),
        ("/search.json?all=x", "all : donnez 1 ou 0"),
        ("/search.json?" + "source=a&" * 1_001, "source : au plus 1000 valeurs"),
        ("/search.json?source=" + "a" * 501, "source : au plus 500 caractères"),
        ("/entities.json?type=x", "type : donnez '', 'person', 'place' ou 'org'"),
    ],
    ids=lambda value: value[:40],
)
def test_a_value_that_is_refused_is_named_with_what_would_be_taken(
    browser: TestClient, address: str, said: str
) -> None:
    answer = browser.get(address)
    assert (answer.status_code, answer.json()["error"]) == (422, said)


def test_of_many_values_that_are_refused_a_few_are_named(browser: TestClient) -> None:
    refused = "page=x&size=x&sort=x&all=x&any=x&syntax=x"
    error = browser.get(f"/search.json?{refused}").json()["error"]
    assert error.count(" ; ") == 5
    assert error.endswith(" ; et d'autres")


def test_a_form_that_cannot_be_read_is_told(browser: TestClient) -> None:
    answer = browser.post("/archive/stop", content=b"zzz", headers={"content-type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 400
    assert "Formulaire illisible" in answer.text

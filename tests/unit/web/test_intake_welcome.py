"""The first run: a folder is chosen without any path in an address, and brought in."""

import os
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.web.intake.jobs import Jobs
from archive_search.web.intake.orders import Order
from archive_search.web.intake.places import write_path
from tests.unit.web.conftest import Browse, token_of
from tests.unit.web.pages import read, select, texts, words

needs_posix = pytest.mark.skipif(os.name == "nt", reason="named pipes and names of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "accueil"
    (home / "Documents" / "presse").mkdir(parents=True)
    (home / "Documents" / "presse" / "pont.txt").write_text("Le pont de Brévan rouvre.", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return home


@pytest.fixture
def client(browse: Browse, tmp_path: Path, home: Path) -> TestClient:
    """Open a desktop that has no archive yet."""
    return browse(tmp_path / "archive")


def jobs_of(client: TestClient) -> Jobs:
    jobs: Jobs = client.app.state.site.jobs  # type: ignore[attr-defined]
    return jobs


def page_of(client: TestClient, **form: str) -> lxml.html.HtmlElement:
    answer = client.post("/welcome", data={"token": token_of(client), **form}) if form else client.get("/welcome")
    return read(answer)


def test_without_an_archive_the_desktop_opens_on_the_first_run(client: TestClient) -> None:
    assert client.get("/", follow_redirects=False).headers["location"] == "/welcome"


def test_with_an_archive_it_opens_on_the_search_in_the_language_asked_for(browser: TestClient) -> None:
    assert browser.get("/?lang=en", follow_redirects=False).headers["location"] == "/search?lang=en"


def test_an_archive_without_articles_opens_on_the_first_run(browse: Browse, tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    assert browse(tmp_path / "archive").get("/", follow_redirects=False).headers["location"] == "/welcome"


def test_the_first_run_says_where_the_archive_will_be(client: TestClient, tmp_path: Path) -> None:
    page = page_of(client)
    assert select(page, "h1")[0].text == "Bienvenue"
    assert select(page, "#archive-folder")[0].text == str(tmp_path / "archive")


def test_the_first_run_begins_in_the_home_folder(client: TestClient) -> None:
    page = page_of(client)
    assert select(page, "#here")[0].text == "accueil"
    assert texts(page, ".places button") == ["Dossier personnel", "Documents"]
    assert texts(page, ".folders button") == ["Documents"]


def test_folders_are_opened_one_in_the_other(client: TestClient) -> None:
    page = page_of(client)
    for name in ("Documents", "presse"):
        (button,) = [each for each in select(page, ".folders button") if each.text == name]
        page = page_of(client, folder=button.get("value"))
    assert select(page, "#here")[0].text == "presse"
    assert texts(page, ".crumbs button")[-2:] == ["accueil", "Documents"]
    assert select(page, "#glance .chip")[0].text_content().split() == ["1", "texte"]


def test_a_path_can_be_typed(client: TestClient) -> None:
    assert select(page_of(client, typed="  '~/Documents/presse' "), "#here")[0].text == "presse"


def test_a_folder_without_files_cannot_be_indexed(client: TestClient, home: Path) -> None:
    (home / "Musique").mkdir()
    assert select(page_of(client, typed="Documents"), "#index")
    assert not select(page_of(client, typed="Musique"), "#index")


@pytest.mark.parametrize(
    "typed",
    ["/nulle/part", "a" * 9_000, "\0", "\udce9", "~personne"],
    ids=["absent", "too long", "null", "no text", "nobody"],
)
def test_a_path_that_leads_nowhere_says_so(client: TestClient, typed: str) -> None:
    page = page_of(client, typed=typed.encode("utf-8", "surrogateescape"))  # type: ignore[arg-type]  # bytes are sent as they are
    assert select(page, "#fault")
    assert not select(page, "#index")


@pytest.mark.parametrize("address", ["/welcome", "/archive/index", "/archive/update", "/archive/stop"])
@pytest.mark.parametrize("form", [{}, {"token": "faux"}], ids=["no token", "another token"])
def test_nothing_is_done_without_the_secret_of_the_run(client: TestClient, address: str, form: dict[str, str]) -> None:
    assert client.post(address, data={"folder": "/", **form}).status_code == 403


def test_no_path_stands_in_an_address(client: TestClient) -> None:
    for page in (page_of(client), page_of(client, typed="~/Documents")):
        addresses = [*page.xpath("//@href"), *page.xpath("//@action"), *page.xpath("//@src")]
        assert not [each for each in addresses if "accueil" in unquote(each) or "Documents" in unquote(each)]
        assert {form.get("method") for form in select(page, "main form")} == {"post"}


@needs_posix
@pytest.mark.parametrize("name", ["<script>alert(1)<script>", 'a"b', "é\nù", "%41 #?", "'"], ids=ascii)
def test_a_folder_of_any_name_is_shown_and_opened(client: TestClient, home: Path, name: str) -> None:
    (home / name).mkdir()
    (home / name / "gare.txt").write_text("La gare de Brévan.", encoding="utf-8")
    values = [each.get("value") for each in select(page_of(client), ".folders button")]
    page = page_of(client, folder=write_path((home / name).resolve()))
    assert write_path((home / name).resolve()) in values
    assert select(page, "#here")[0].text == name
    assert not select(page, "main script")


def start(client: TestClient, folder: Path, **form: str) -> int:
    data = {"token": token_of(client), "folder": write_path(folder), **form}
    return client.post("/archive/index", data=data, follow_redirects=False).status_code


def test_a_folder_is_brought_in_and_can_be_searched(client: TestClient, home: Path) -> None:
    assert start(client, home / "Documents") == 303
    jobs_of(client).wait()
    assert client.get("/search.json", params={"q": "pont"}).json()["total"] == 1
    assert client.get("/", follow_redirects=False).headers["location"] == "/search"


def test_names_are_left_out_where_the_box_is_not_ticked(client: TestClient, home: Path) -> None:
    start(client, home / "Documents", cleaning="rules")
    latest = jobs_of(client).latest
    assert latest is not None
    assert latest.order == Order(paths=((home / "Documents").resolve(),), names=False, cleaning="rules")


def test_a_folder_that_went_away_meanwhile_is_refused_and_no_archive_is_made(client: TestClient, home: Path) -> None:
    data = {"token": token_of(client), "folder": write_path(home / "Parti")}
    answer = client.post("/archive/index", data=data)
    assert "introuvable : vérifiez le chemin" in words(read(answer, 409))
    assert not jobs_of(client).is_busy


@pytest.mark.parametrize("form", [{"cleaning": "tout"}, {"names": "peut-être"}, {"folder": "a" * 15_001}], ids=str)
def test_a_choice_that_there_is_not_is_refused(client: TestClient, home: Path, form: dict[str, str]) -> None:
    data = {"token": token_of(client), "folder": write_path(home), **form}
    assert client.post("/archive/index", data=data).status_code == 422


@needs_posix
def test_a_second_run_is_refused_with_what_to_do(client: TestClient, home: Path) -> None:
    os.mkfifo(home / "tube")
    assert jobs_of(client).start(Order(paths=(home / "tube",)))
    data = {"token": token_of(client), "folder": write_path(home / "Documents")}
    answer = client.post("/archive/index", data=data)
    assert "Une indexation est en cours : attendez sa fin" in words(read(answer, 409))
    assert not select(page_of(client, typed="~/Documents"), "#index")
    assert client.get("/", follow_redirects=False).headers["location"] == "/archive"


def test_once_there_are_articles_the_page_adds_a_folder(browser: TestClient, home: Path) -> None:
    assert select(page_of(browser), "h1")[0].text == "Ajouter un dossier"


def test_the_page_speaks_english(client: TestClient) -> None:
    page = read(client.get("/welcome?lang=en"))
    assert select(page, "h1")[0].text == "Welcome"
    assert select(page, ".places")[0].get("action") == "/welcome?lang=en#choice"

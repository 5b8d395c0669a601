"""Whatever is asked, and whatever becomes of the archive, every page and twin says what happened and what to do."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import lxml.html
import pytest
from httpx import Response
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.engines.layout import FORMAT_VERSION
from archive_search.records import Article, Kind, Paragraph
from archive_search.web.intake.job import Job
from archive_search.web.intake.orders import Order
from tests.unit.web.conftest import Browse, token_of
from tests.unit.web.pages import read, words

PAGES = (
    *("/search?q=Syrie", "/explain?q=Syrie", "/families", "/entities", "/entity/place:syrie", "/corrections"),
    *("/article/cl-160910-1", "/article/cl-160910-1/family", "/article/cl-160910-1/similar"),
    *("/article/cl-160910-1/compare/gr-160910-4", "/dossiers", "/searches"),
)
BESIDE = (
    "/article/cl-160910-1.txt",
    "/article/cl-160910-1/citation",
    "/entity/place:syrie/card",
    "/complete.json?text=S",
)
OF_THE_ARCHIVE = ("/archive", "/archive.json", "/archive.csv", "/welcome", "/")


def twins_of(page: str) -> list[str]:
    path, mark, query = page.partition("?")
    return [f"{path}{suffix}{mark}{query}" for suffix in (".json", ".csv")]


EVERYTHING = (*PAGES, *(twin for page in PAGES for twin in twins_of(page)), *BESIDE, *OF_THE_ARCHIVE)


def told_by(answer: Response) -> str:
    """Give what an answer tells, as a page or as JSON; what redirects tells by the page that it leads to."""
    if answer.headers["content-type"].startswith("application/json"):
        return str(answer.json().get("error", ""))
    (main,) = read(answer, answer.status_code).xpath("//main")
    return words(main)


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    """Give a copy of the sample archive that may be spoilt."""
    return Path(shutil.copytree(sample, tmp_path / "archive"))


def put_in_its_place(folder: Path, other: Path) -> None:
    """Take an archive away, and put another there."""
    folder.rename(folder.with_name("ancienne"))
    other.rename(folder)


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def write_by_another_version(folder: Path) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("autre")))
    label = other / "archive.json"
    written = label.read_text(encoding="utf-8")
    label.write_text(written.replace(f'"format_version": {FORMAT_VERSION}', '"format_version": 999'), encoding="utf-8")
    assert label.read_text(encoding="utf-8") != written
    put_in_its_place(folder, other)


def damage_records(folder: Path) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("autre")))
    for journal in other.glob("records.sqlite-*"):
        journal.unlink()
    (other / "records.sqlite").write_bytes(b"ceci n'est pas une base " * 1_000)
    put_in_its_place(folder, other)


def damage_index(folder: Path) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("autre")))
    for each in (other / "whoosh").glob("*.documents"):
        each.write_bytes(each.read_bytes()[:-100])
    put_in_its_place(folder, other)


Spoil = Callable[[Path], None]
SPOILT = [
    pytest.param(remove, 404, "as d'archive dans", id="removed"),
    pytest.param(write_by_another_version, 409, "est au format 999, ce programme lit le format", id="another version"),
    pytest.param(damage_records, 500, "records.sqlite est abîmé", id="damaged records"),
    pytest.param(damage_index, 500, "est abîmé", id="damaged index"),
]


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize("is_open", [False, True], ids=["before it is read", "under the running server"])
@pytest.mark.parametrize(("spoil", "status", "told"), SPOILT)
def test_an_archive_that_cannot_be_read_is_told_everywhere(
    browse: Browse, folder: Path, spoil: Spoil, status: int, told: str, *, is_open: bool
) -> None:
    client = browse(folder)
    if is_open:
        assert {client.get(address).status_code for address in EVERYTHING} == {200}
    spoil(folder)
    for address in (
        "/search?q=Syrie",
        *twins_of("/search?q=Syrie"),
        "/article/cl-160910-1",
        "/entity/place:syrie.json",
    ):
        answer = client.get(address)
        assert (answer.status_code, told in told_by(answer)) == (status, True), address
    answered = {address: client.get(address).status_code for address in EVERYTHING if is_open}
    assert {address: got for address, got in answered.items() if got not in (200, status)} == {}


def test_without_an_archive_every_page_says_so_and_the_first_leads_to_making_it(browse: Browse, tmp_path: Path) -> None:
    client = browse(tmp_path / "archive")
    for address in (*PAGES, *(twin for page in PAGES for twin in twins_of(page))):
        answer = client.get(address)
        assert (answer.status_code, "as d'archive dans" in told_by(answer)) == (404, True), address
    assert client.get("/").url.path == "/welcome"
    assert client.get("/archive").url.path == "/welcome"


@pytest.mark.parametrize("address", ["/search?q=Syrie", "/search.json?q=Syrie", "/article/cl-160910-1.csv"])
def test_while_its_first_run_makes_an_archive_a_reader_is_told_to_come_back(
    browse: Browse, tmp_path: Path, address: str
) -> None:
    client = browse(tmp_path / "archive")
    client.app.state.site.jobs._latest = Job(number=1, order=Order())  # type: ignore[attr-defined]
    answer = client.get(address)
    assert (answer.status_code, "revenez dans un moment" in told_by(answer)) == (404, True)


@pytest.mark.parametrize("lies", ["a file", "under a file"])
def test_a_place_that_can_hold_no_archive_has_none(browse: Browse, tmp_path: Path, lies: str) -> None:
    taken = tmp_path / "fichier"
    taken.write_text("un fichier", encoding="utf-8")
    client = browse(taken if lies == "a file" else taken / "archive")
    assert client.get("/search.json?q=Syrie").status_code == 404
    assert client.get("/welcome").status_code == 200


def test_an_archive_in_the_place_of_another_is_read_at_once(browse: Browse, folder: Path, tmp_path: Path) -> None:
    client = browse(folder)
    assert client.get("/search.json?q=Syrie").json()["total"] > 0
    with Archive.create(tmp_path / "autre") as other:
        other.add_articles([make_article("nouveau", title="Le gué")])
    put_in_its_place(folder, tmp_path / "autre")
    assert client.get("/search.json?q=Syrie").json()["total"] == 0
    assert client.get("/article/nouveau.json").status_code == 200
    assert client.get("/article/cl-160910-1").status_code == 404


@pytest.fixture
def writer(folder: Path) -> Iterator[Archive]:
    """Give an archive that is being written to."""
    with Archive.open(folder) as archive:
        archive._engine.writer  # noqa: B018  # takes the lock
        yield archive


@pytest.mark.usefixtures("writer")
def test_while_an_archive_is_written_it_is_read(browse: Browse, folder: Path) -> None:
    client = browse(folder)
    assert {address: client.get(address).status_code for address in EVERYTHING} == dict.fromkeys(EVERYTHING, 200)


@pytest.mark.usefixtures("writer")
def test_while_an_archive_is_written_a_correction_is_told_to_wait(browse: Browse, folder: Path) -> None:
    client = browse(folder)
    form = next(each for each in forms_of(client, "/entity/place:syrie") if each.action == "/corrections/hide")
    answer = client.post(form.action, data=dict(form.form_values()))
    assert answer.status_code == 409
    assert "en cours d'écriture" in told_by(answer)


def forms_of(client: TestClient, address: str) -> list[lxml.html.FormElement]:
    return list(read(client.get(address)).forms)


def test_of_two_windows_that_correct_one_name_the_second_is_told(browse: Browse, folder: Path) -> None:
    client = browse(folder)
    first, second = (
        next(each for each in forms_of(client, "/entity/place:syrie") if each.action == f"/corrections/{action}")
        for action in ("retype", "hide")
    )
    assert client.post(first.action, data=dict(first.form_values()) | {"wanted": "org"}).status_code == 200
    answer = client.post(second.action, data=dict(second.form_values()))
    assert answer.status_code == 409
    assert "n'est plus tel que vous l'avez vu" in told_by(answer)
    assert len(client.get("/corrections.json").json()["corrections"]) == 1


@pytest.mark.skipif(
    not hasattr(__import__("os"), "geteuid") or not __import__("os").geteuid(), reason="root may read all"
)
def test_an_archive_that_may_not_be_read_is_told(browse: Browse, folder: Path) -> None:
    (folder / "records.sqlite").chmod(0)
    answer = browse(folder).get("/search?q=Syrie")
    assert answer.status_code == 507
    assert "droits" in told_by(answer)


@pytest.mark.parametrize("page", PAGES)
def test_a_browser_needs_no_cookies(browser: TestClient, page: str) -> None:
    assert "set-cookie" not in browser.get(page).headers


@pytest.mark.parametrize("address", ["/search", "/search.json", "/search.csv"])
@pytest.mark.parametrize(
    ("facets", "status", "told"),
    [
        pytest.param(999, 200, "", id="999"),
        pytest.param(1_000, 400, "lus de 1000 mots ou conditions", id="1,000"),
        pytest.param(1_001, 422, "ource : au plus 1000 valeurs", id="1,001"),
    ],
)
def test_of_very_many_facets_it_is_told_that_they_are_too_many(
    browser: TestClient, address: str, facets: int, status: int, told: str
) -> None:
    answer = browser.get(f"{address}?q=Syrie&" + "&".join(f"source=s{number}" for number in range(facets)))
    assert answer.status_code == status
    assert status == 200 or told in told_by(answer)


@pytest.mark.parametrize(
    "address", ["/search", "/search.json", "/search.csv", "/families", "/entities.json", "/entities"]
)
def test_page_a_thousand_million_is_empty(browser: TestClient, address: str) -> None:
    assert browser.get(f"{address}?q=Syrie&page=1000000000").status_code == 200
    assert browser.get(f"{address}?q=Syrie&page=1000000001").status_code == 422


@pytest.mark.parametrize("what", ["article", "entity"])
@pytest.mark.parametrize("suffix", ["", ".json", ".csv"])
def test_what_is_unknown_is_told_with_its_id(browser: TestClient, what: str, suffix: str) -> None:
    answer = browser.get(f"/{what}/inconnu-{suffix}{suffix}")
    assert answer.status_code == 404
    assert "inconnu-" in told_by(answer)


@pytest.mark.parametrize("what", ["dossier", "search"])
@pytest.mark.parametrize("number", ["1", "0", "-1", "9" * 30, "un"])
def test_a_dossier_or_a_search_that_is_not_there_is_told(browser: TestClient, what: str, number: str) -> None:
    address = {"dossier": f"/dossier/{number}.json", "search": f"/searches/{number}/new.json"}[what]
    assert browser.get(address).status_code in {404, 422}


HOSTILE = [
    pytest.param("%00", id="NUL"),
    pytest.param("%FF%FE", id="no text"),
    pytest.param("%ED%A0%80", id="lone surrogate"),
    pytest.param("%C3", id="half a letter"),
    pytest.param("%", id="lone percent"),
    pytest.param("%zz", id="no number"),
    pytest.param("%2525", id="quoted twice"),
    pytest.param("%3Cscript%3Ealert(1)%3C%2Fscript%3E", id="script"),
    pytest.param("javascript:alert(1)", id="javascript"),
    pytest.param("%22%20onmouseover=%22alert(1)", id="attribute"),
    pytest.param("..%2F..%2F..%2Fetc%2Fpasswd", id="path"),
    pytest.param("%2Fetc%2Fpasswd", id="absolute path"),
    pytest.param("a%0D%0ASet-Cookie:a=b", id="header"),
    pytest.param("{{7*7}}", id="template"),
    pytest.param("%25s%25n", id="format"),
    pytest.param("'%20OR%201=1--", id="SQL"),
    pytest.param("=cmd()", id="formula"),
    pytest.param("%E2%80%AE%F0%9F%98%80", id="direction"),
    pytest.param("é" * 500, id="long"),
    pytest.param("((((((((((", id="open"),
]
ADDRESSES = (
    *(
        "/search{}?q={}",
        "/explain{}?q={}",
        "/explain{}?q=Syrie&article={}",
        "/entities{}?text={}",
        "/families{}?page={}",
    ),
    *(f"/search{{}}?q=Syrie&{name}={{}}" for name in ("person", "source", "date", "sort", "syntax", "all", "size")),
    *(
        "/article/{1}{0}",
        "/article/cl-160910-1{}?q={}",
        "/article/cl-160910-1/compare/{1}{0}",
        "/article/{1}/family{0}",
    ),
    *("/entity/{1}{0}", "/corrections{}?done={}", "/dossier/{1}{0}", "/searches/{1}/new{0}"),
)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_makes_the_desktop_fail_or_is_markup(browser: TestClient, value: str) -> None:
    for address in ADDRESSES:
        for suffix in ("", ".json", ".csv"):
            answer = browser.get(address.format(suffix, value), follow_redirects=False)
            assert answer.status_code < 500, address
            assert "set-cookie" not in answer.headers
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert "<script>alert" not in answer.text
                assert ' onmouseover="' not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *("/static/../application.py", "/static/..%2Fapplication.py", "/static/%2e%2e/application.py"),
        *("/static//etc/passwd", "/static/%2Fetc%2Fpasswd", "/static/..%5C..%5Capplication.py", "/static/%00"),
        *("/static/" + "a" * 5_000, "/static/", "/static", "/../../etc/passwd"),
    ],
    ids=lambda path: path[:40],
)
def test_no_path_in_an_address_reaches_the_disk(browser: TestClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def make_article(article_id: str, **facts: str) -> Article:
    body = Paragraph(number=1, kind=Kind.BODY, text="<b>Le gué</b> & <script>alert(2)</script>")
    return Article(id=article_id, paragraphs=(body,), **facts)  # type: ignore[arg-type]


@pytest.fixture
def hostile(browse: Browse, tmp_path: Path) -> TestClient:
    """Open an archive of one article in which everything is markup."""
    script = "<script>alert(1)</script>"
    facts = dict.fromkeys(("title", "source", "agency", "section", "page", "rights"), f'{script}" onmouseover="x')
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles(
            [make_article('a/b?c#d%e"<f> g', url="javascript:alert(1)", path="../../../etc/passwd", **facts)]
        )
    return browse(tmp_path / "archive")


@pytest.mark.parametrize("page", ["", "/family", "/similar"])
def test_an_article_of_markup_is_text_everywhere(hostile: TestClient, page: str) -> None:
    article = quote('a/b?c#d%e"<f> g', safe="")
    for address in (f"/article/{article}{page}?q=gu%C3%A9", "/search?q=gu%C3%A9", "/explain?q=gu%C3%A9", "/search"):
        answer = hostile.get(address)
        assert answer.status_code == 200
        root = read(answer)
        assert [each.text for each in root.xpath("//script") if each.text] == []
        assert root.xpath("//@onmouseover") == []
        assert [link for link in root.xpath("//@href") if link.lower().startswith("javascript:")] == []


def test_a_query_of_5_megabytes_in_a_form_is_refused_in_words(browser: TestClient) -> None:
    answer = browser.post("/archive/stop", data={"token": token_of(browser), "q": "a" * 5_000_000})
    assert (answer.status_code, "Envoi trop grand" in told_by(answer)) == (413, True)


def test_json_that_tells_of_a_failure_is_always_of_one_shape(browser: TestClient) -> None:
    for address in (
        "/search.json?q=(",
        "/search.json?page=0",
        "/nulle-part.json",
        "/article/inconnu.json",
        "/search.csv?q=(",
    ):
        told = json.loads(browser.get(address).text)
        assert sorted(told) == ["error", "identifier", "position", "version"]
        assert told["version"] == 1

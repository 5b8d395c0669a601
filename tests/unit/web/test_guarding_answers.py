"""Tests of what every answer has."""

import gzip
import re
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from archive_search.web.guarding.faults import Faults
from archive_search.web.guarding.headers import SAFE_HEADERS, SafeHeaders
from archive_search.web.guarding.heads import Heads
from tests.unit.web.asking import ask, say, scope_of
from tests.unit.web.conftest import Browse

REQUESTS = [
    pytest.param("GET", "/search?q=Lattaqui%C3%A9", {}, 200, id="page"),
    pytest.param("GET", "/search.json?q=Lattaqui%C3%A9", {}, 200, id="twin"),
    pytest.param("GET", "/", {}, 303, id="redirection"),
    pytest.param("GET", "/openapi.json", {}, 200, id="document"),
    pytest.param("GET", "/archive/events", {}, 204, id="events"),
    pytest.param("GET", "/static/desktop.css", {}, 200, id="file"),
    pytest.param("GET", "/static/nulle-part.css", {}, 404, id="no file"),
    pytest.param("GET", "/nulle-part", {}, 404, id="no page"),
    pytest.param("POST", "/search", {}, 405, id="method"),
    pytest.param("GET", "/search?page=0", {}, 422, id="value"),
    pytest.param("GET", "/search", {"host": "mechant.example"}, 421, id="host"),
    pytest.param("POST", "/archive/stop", {"origin": "null"}, 403, id="origin"),
]


@pytest.mark.parametrize(("method", "address", "headers", "status"), REQUESTS)
def test_every_answer_has_the_safe_headers(
    browser: TestClient, method: str, address: str, headers: dict[str, str], status: int
) -> None:
    answer = browser.request(method, address, headers=headers, follow_redirects=False)
    assert answer.status_code == status
    assert [name for name in SAFE_HEADERS if name.lower() not in answer.headers] == []


def test_no_page_may_run_what_is_not_ours() -> None:
    policy = SAFE_HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"https?:|\*|data:", policy) == []


def test_a_page_is_asked_for_anew_and_a_file_with_its_digest_never(browser: TestClient) -> None:
    page = browser.get("/search")
    link = re.search(r'"(/static/desktop\.css\?v=\w+)"', page.text)
    assert link is not None
    assert page.headers["cache-control"] == "private, no-cache"
    assert "immutable" in browser.get(link[1]).headers["cache-control"]


@pytest.mark.parametrize("address", ["/static/desktop.css", "/static/nulle-part.css?v=1", "/search?v=1"])
def test_nothing_else_is_kept(browser: TestClient, address: str) -> None:
    assert browser.get(address).headers["cache-control"] == "private, no-cache"


def test_an_answer_keeps_the_headers_that_it_has() -> None:
    answer = ask(SafeHeaders(say(cache_control="no-store")), scope_of())
    assert answer.headers.getlist("cache-control") == ["no-store"]


@pytest.mark.parametrize(
    "address", ["/search?q=Lattaqui%C3%A9", "/search.csv?q=Lattaqui%C3%A9", "/archive", "/nulle-part"]
)
def test_the_head_of_a_page_is_that_of_the_page(browser: TestClient, address: str) -> None:
    whole = browser.get(address)
    head = browser.head(address)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]


def test_the_head_of_an_answer_without_end_ends() -> None:
    async def go_on(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(3):
            await send({"type": "http.response.body", "body": b"encore", "more_body": True})

    answer = ask(Heads(go_on), scope_of("HEAD"))
    assert (answer.body, answer.is_whole) == (b"", True)


def test_a_long_answer_is_compressed_for_who_can_read_it(browser: TestClient) -> None:
    with browser.stream("GET", "/search?q=Lattaqui%C3%A9", headers={"accept-encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    plain = browser.get("/search?q=Lattaqui%C3%A9", headers={"accept-encoding": "identity"})
    assert answer.headers["content-encoding"] == "gzip"
    assert len(packed) < len(plain.content) / 2
    assert gzip.decompress(packed)[:15] == plain.content[:15]


def break_off(client: TestClient, name: str) -> httpx.Response:
    """Ask for a page that always fails."""

    @client.app.get(f"/{name}")  # type: ignore[attr-defined]
    def fail() -> None:
        raise ZeroDivisionError("le secret de l'article")

    return client.get(f"/{name}")  # type: ignore[return-value]


def test_a_fault_has_a_page_with_an_identifier_under_which_the_trace_stands_once(
    browse: Browse, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    answer = break_off(browse(tmp_path / "archive"), "panne")
    identifier = re.search(r"<code>(\w{8})</code>", answer.text)
    assert (answer.status_code, identifier is not None) == (500, True)
    assert "ZeroDivisionError" not in answer.text
    assert "secret" not in answer.text
    assert [record.getMessage() for record in caplog.records] == [f"{identifier[1]} GET /panne"]  # type: ignore[index]
    assert caplog.records[0].exc_info is not None


def test_a_fault_is_told_to_programs_as_json(browse: Browse, tmp_path: Path) -> None:
    answer = break_off(browse(tmp_path / "archive"), "panne.json")
    assert answer.status_code == 500
    assert answer.json().keys() == {"version", "error", "position", "identifier"}


@pytest.mark.usefixtures("caplog")
def test_a_fault_of_the_templates_has_a_page_too(
    browse: Browse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(tmp_path / "archive")
    monkeypatch.setattr("archive_search.web.rendering.environment_of", lambda _language: 1 / 0)
    answer = client.get("/nulle-part")
    assert answer.status_code == 500
    assert "Défaut du programme" in answer.text


@pytest.mark.usefixtures("caplog")
def test_an_answer_that_fails_on_the_way_is_broken_off() -> None:
    async def fail_late(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ZeroDivisionError

    answer = ask(Faults(fail_late), scope_of())
    assert (answer.status, answer.is_whole) == (200, False)

"""Tests of who may ask."""

import pytest
from starlette.testclient import TestClient

from archive_search.web.guarding.origins import LONGEST_ADDRESS, OwnOrigin
from tests.unit.web.asking import ask, say, scope_of
from tests.unit.web.conftest import token_of


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]", "[::1]:65535"])
def test_every_name_of_this_machine_is_answered(host: str) -> None:
    assert ask(OwnOrigin(say()), scope_of(host=host)).status == 200


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("", id="none"),
        pytest.param("mechant.example", id="another name"),
        pytest.param("127.0.0.1.mechant.example", id="our name at the head of another"),
        pytest.param("mechant.example:8000", id="another name with our port"),
        pytest.param("localhost.", id="a dot at the end"),
        pytest.param("localhost@mechant.example", id="our name as a user"),
        pytest.param("127.0.0.1:8000:1", id="two ports"),
        pytest.param("127.0.0.1:port", id="no number"),
        pytest.param("[::1", id="an open bracket"),
        pytest.param("192.168.1.2", id="an address of the network"),
        pytest.param("0.0.0.0", id="all addresses"),
        pytest.param("127.0.0.1\n", id="a line break"),
    ],
)
def test_no_other_name_is(host: str) -> None:
    assert ask(OwnOrigin(say()), scope_of(host=host)).status == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="a program"),
        pytest.param({"origin": "http://127.0.0.1:8000", "sec_fetch_site": "same-origin"}, 200, id="a page of ours"),
        pytest.param({"sec_fetch_site": "none"}, 200, id="the reader's own hand"),
        pytest.param({"origin": "http://mechant.example"}, 403, id="another page"),
        pytest.param({"origin": "null"}, 403, id="a page without origin"),
        pytest.param({"origin": ""}, 403, id="an empty origin"),
        pytest.param({"origin": "http://127.0.0.1:9000"}, 403, id="another port"),
        pytest.param({"origin": "http://localhost:8000"}, 403, id="another name of this machine"),
        pytest.param({"origin": "https://127.0.0.1:8000"}, 403, id="another scheme"),
        pytest.param({"sec_fetch_site": "cross-site"}, 403, id="cross-site without origin"),
        pytest.param({"sec_fetch_site": "same-site"}, 403, id="same site, another origin"),
    ],
)
def test_only_our_pages_and_programs_may_change_anything(headers: dict[str, str], status: int) -> None:
    assert ask(OwnOrigin(say()), scope_of("POST", **headers)).status == status


def test_a_link_in_another_page_leads_to_ours() -> None:
    scope = scope_of("GET", origin="http://mechant.example", sec_fetch_site="cross-site")
    assert ask(OwnOrigin(say()), scope).status == 200


@pytest.mark.parametrize(("length", "status"), [(LONGEST_ADDRESS, 200), (LONGEST_ADDRESS + 1, 414)])
def test_an_address_has_a_greatest_length(length: int, status: int) -> None:
    path = "/" + "a" * (length - 1)
    assert ask(OwnOrigin(say()), scope_of(path=path)).status == status


def test_a_form_of_another_origin_is_refused_even_with_our_token(browser: TestClient) -> None:
    headers = {"origin": "http://mechant.example"}
    answer = browser.post("/archive/stop", data={"token": token_of(browser)}, headers=headers)
    assert answer.status_code == 403
    assert "venue d’une autre page" in answer.text.replace("&#x27;", "’")

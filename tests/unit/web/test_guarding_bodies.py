"""Tests of how forms are read."""

import json

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from archive_search.web.guarding.bodies import LARGEST_BODY, WholeBody
from tests.unit.web.asking import ask, part, say, scope_of


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(f"{len(body)}")(scope, receive, send)


def in_parts(size: int) -> list[dict[str, object]]:
    full = [part(b"a" * 100_000, more=True)] * (size // 100_000)
    return [*full, part(b"a" * (size % 100_000))]


def test_a_form_is_handed_on_as_it_was_sent() -> None:
    assert ask(WholeBody(echo), scope_of("POST"), [part(b"q=", more=True), part(b"gu%C3%A9")]).body == b"10"


def test_the_largest_form_is_taken() -> None:
    assert ask(WholeBody(echo), scope_of("POST"), in_parts(LARGEST_BODY)).body == str(LARGEST_BODY).encode()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"content_length": "5000000"}, id="that says so"),
        pytest.param({"transfer_encoding": "chunked"}, id="that does not say"),
        pytest.param({"content_length": "1"}, id="that lies"),
    ],
)
def test_a_larger_one_is_refused_once_it_is_sent(headers: dict[str, str]) -> None:
    answer = ask(WholeBody(echo), scope_of("POST", **headers), in_parts(5_000_000))
    assert answer.status == 413
    assert "Envoi trop grand" in answer.body.decode()


def test_one_without_end_is_refused_before_its_end() -> None:
    endless = iter(lambda: part(b"a" * 1_000_000, more=True), None)
    assert ask(WholeBody(echo), scope_of("POST"), endless).status == 413


def test_one_that_stops_coming_is_cut() -> None:
    answer = ask(WholeBody(echo, seconds=0.01), scope_of("POST", "/archive.json"), [part(b"q=", more=True)])
    assert answer.status == 408
    assert json.loads(answer.body)["error"] == "envoi trop lent : recommencez"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/x-www-form-urlencoded", 200),
        ("application/x-www-form-urlencoded; charset=UTF-8", 200),
        ('multipart/form-data; charset="utf-8"; boundary=x', 200),
        ("multipart/form-data; boundary=x; charset=unicode_escape", 415),
        ("multipart/form-data; boundary=x; charset=utf-8; charset=utf-16", 415),
        ("multipart/form-data; boundary=x; charset*=utf-8''unicode_escape", 415),
        ("multipart/form-data; boundary=x; CHARSET = utf-7", 415),
    ],
)
def test_text_is_read_as_utf_8_alone(kind: str, status: int) -> None:
    assert ask(WholeBody(echo), scope_of("POST", content_type=kind), [part(b"q=")]).status == status


def test_nothing_is_answered_to_who_is_gone() -> None:
    gone = {"type": "http.disconnect"}
    assert ask(WholeBody(echo), scope_of("POST"), [part(b"q=", more=True), gone]).messages == []


def test_the_body_of_a_request_that_changes_nothing_is_left_unread() -> None:
    assert ask(WholeBody(say(), seconds=0.01), scope_of("GET"), []).status == 200

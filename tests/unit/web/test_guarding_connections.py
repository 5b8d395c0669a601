"""Tests of connections of a real server, on which something else than requests comes."""

import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.parse import urlsplit

import pytest
from browser.desktops import run_desktop

from archive_search.web.guarding.headers import SAFE_HEADERS


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with run_desktop(tmp_path_factory.mktemp("connexions") / "archive") as address:
        yield int(urlsplit(address).port or 0)


def send(port: int, request: bytes) -> tuple[HTTPResponse, str]:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request)
        answer = HTTPResponse(connection)
        answer.begin()
        return answer, answer.read().decode()


REST = b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(b"n'importe quoi\r\n\r\n", id="no request"),
        pytest.param("GET /search?q=gué HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode(), id="letters unquoted"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n", id="two hosts"),
        pytest.param(b"GET / HTTP/1.1\r\n\r\n", id="no host"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", id="encrypted"),
    ],
)
def test_what_is_no_request_has_a_page(port: int, request_: bytes) -> None:
    answer, page = send(port, request_)
    assert answer.status == 400
    assert "Demande illisible" in page
    assert [name for name in SAFE_HEADERS if answer.getheader(name) is None] == []


@pytest.mark.parametrize("letter", [b"a", b"%C3%A9"], ids=["plain", "quoted"])
def test_a_query_of_5_megabytes_in_an_address_is_refused_in_words(port: int, letter: bytes) -> None:
    query = letter * (5_000_000 // (1 if letter == b"a" else 2))
    answer, page = send(port, b"GET /search?q=" + query + REST)
    assert answer.status == 414
    assert "Adresse trop longue" in page
    assert len(page) < 2_000


def test_a_form_of_5_megabytes_is_refused_in_words(port: int) -> None:
    body = b"q=" + b"a" * 5_000_000
    head = b"POST /archive/stop HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n" % len(body)
    answer, page = send(port, head + body)
    assert answer.status == 413
    assert "Envoi trop grand" in page


def test_a_form_in_chunks_is_read(port: int) -> None:
    head = b"POST /archive/stop HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    answer, page = send(port, head + kind + b"8\r\ntoken=ab\r\n0\r\n\r\n")
    assert answer.status == 403
    assert "autre session" in page


def test_answers_do_not_say_what_serves_them(port: int) -> None:
    answer, _ = send(port, b"GET /help" + REST)
    assert answer.getheader("server") is None
    assert answer.getheader("date") is not None

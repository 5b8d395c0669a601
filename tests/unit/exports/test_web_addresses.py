import pytest

from archive_search.exports.web_addresses import web_address


@pytest.mark.parametrize("url", ["http://a.example", "HTTPS://a.example/é?b=c&d#e", "https://[::1]:80/x_(y)"])
def test_an_address_of_the_web_stays_as_it_is(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url", [None, "", "a.example", "javascript:alert(1)", "java\nscript:x", " ftp://a", "http://", "https:a", "//a"]
)
def test_anything_else_is_no_address(url: str | None) -> None:
    assert web_address(url) is None


def test_what_has_no_place_in_an_address_is_written_in_hexadecimal() -> None:
    assert web_address(' http://a/b c"<>\\{}\x9b_ ') == "http://a/b%20c%22%3C%3E%5C%7B%7D%C2%9B_"


@pytest.mark.parametrize("letter", ["\u2028", "\u00a0", "\u202e", "\u200b", "\ufeff", "\ufffe", "\ud800"], ids=ascii)
def test_no_line_end_and_nothing_unseen_stays_in_an_address(letter: str) -> None:
    assert (web_address(f"http://a/b{letter}c") or letter).isascii()

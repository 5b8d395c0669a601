"""Read pages as a reader does.

>>> page = lxml.html.fromstring('<div id="a"><ul class="b c"><li>un <i>gué</i></li></ul></div>')
>>> texts(page, "#a .c li")
['un gué']
"""

import re
from collections.abc import Iterable
from typing import Any

import lxml.html
from httpx import Response
from lxml.html import HtmlElement
from starlette.testclient import TestClient


def page_of(client: TestClient, address: str, *, status: int = 200) -> Any:
    """Go to a page."""
    return read(client.get(address), status)


def read(answer: Response, status: int = 200) -> Any:
    """Read the page that an answer is."""
    assert answer.status_code == status, answer.text
    return lxml.html.document_fromstring(answer.text)


def words(element: HtmlElement) -> str:
    """Give the text of an element, its blanks made single."""
    return " ".join(element.text_content().split())


def all_words(elements: Iterable[HtmlElement]) -> list[str]:
    """Give the text of each of some elements."""
    return [words(element) for element in elements]


def select(page: HtmlElement, path: str) -> list[HtmlElement]:
    """Find the elements that a path of steps leads to, each a tag, ``#id`` or ``.class``, one in the other."""
    found: list[HtmlElement] = page.xpath("".join(map(_step, path.split())))
    return found


def _step(step: str) -> str:
    match = re.fullmatch(r"(\w*)(?:#([\w-]+))?(?:\.([\w-]+))?", step)
    assert match, step
    tag, name, kind = match.groups()
    conditions = [f"[@id='{name}']"] if name else []
    conditions += [f"[contains(concat(' ', normalize-space(@class), ' '), ' {kind} ')]"] if kind else []
    return f"//{tag or '*'}{''.join(conditions)}"


def texts(page: HtmlElement, path: str) -> list[str]:
    """Give the text of each of the elements that a path leads to."""
    return all_words(select(page, path))

"""Tests of the help page."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import lxml.html
import pytest

from archive_search.query.parsing import parse_query
from archive_search.sources.catalogue import CATALOGUE
from tests.unit.web.pages import read

from .conftest import Browse

KEYBOARD = files("archive_search.web").joinpath("static", "keyboard.js").read_text(encoding="utf-8")
ARTICLE_KEYS = {"n", "p"}
BROWSER_KEYS = {"Entrée", "Échap"}


@pytest.fixture
def help_page(browse: Browse, tmp_path: Path) -> lxml.html.HtmlElement:
    return read(browse(tmp_path / "none").get("/help"))


def test_the_help_needs_no_archive(help_page: lxml.html.HtmlElement) -> None:
    assert [title.text_content() for title in help_page.xpath("//h1")] == ["Aide"]


def test_the_help_lists_the_keys_that_exist_and_no_other(help_page: lxml.html.HtmlElement) -> None:
    listed = {key.text_content() for key in help_page.xpath("//*[@id='keys']//kbd")}
    table = re.search(r"const KEYS = {(.*?)\n};", KEYBOARD, re.DOTALL)
    assert table
    made = set(re.findall(r'^  "?([^\s":]+)"?:', table[1], re.MULTILINE))
    assert listed == made | ARTICLE_KEYS | BROWSER_KEYS


def test_every_example_is_understood_as_written(help_page: lxml.html.HtmlElement) -> None:
    queries = [code.text_content() for code in help_page.xpath("//*[@id='operators']//td//code")]
    assert len(queries) > 20
    assert [warning for query in queries for warning in parse_query(query, today=date(2026, 1, 1)).warnings] == []


def test_every_usual_suffix_of_the_catalogue_is_told(help_page: lxml.html.HtmlElement) -> None:
    told = {code.text_content() for code in help_page.xpath("//*[@id='formats']//code")}
    assert {suffix for entry in CATALOGUE for suffix in entry.suffixes} == told

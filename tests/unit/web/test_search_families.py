"""Tests of the list of families."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from archive_search.records import Article, Kind, Paragraph
from tests.unit.web.archives import make_archive
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import read, words

TEXT = (
    "La crue de l'Ostrelle a coupé le gué de Brévan mardi matin, et les trente familles du hameau attendent que le "
    "pont provisoire soit ouvert par les pompiers, ce que la préfète promet pour vendredi au plus tard, numéro {}."
)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Make an archive of 21 families of two."""

    def dispatch(number: int, copy: str) -> Article:
        words_of = " ".join(f"mot{number}x{place}" for place in range(80))
        body = Paragraph(number=1, kind=Kind.BODY, text=f"{TEXT.format(number)} {words_of}")
        return Article(id=f"d{number:02}{copy}", paragraphs=(body,), source=f"Journal {copy}")

    return make_archive(tmp_path / "archive", *(dispatch(number, copy) for number in range(21) for copy in "ab"))


def test_families_are_told_by_their_first_publication(browser: TestClient) -> None:
    page = read(browser.get("/families"))
    assert words(page.get_element_by_id("total")) == "1 famille"
    (family,) = page.get_element_by_id("families")
    assert words(family.find("h2")) == "Syrie : une trêve de trois jours à partir de lundi"
    assert "2 articles" in words(family.find_class("facts")[0])
    assert family.find("h2/a").get("href") == "/article/cl-160910-1/family"


def test_families_have_pages(browse: Browse, many: Path) -> None:
    desktop = browse(many)
    assert len(read(desktop.get("/families")).get_element_by_id("families")) == 20
    second = read(desktop.get("/families?page=2"))
    assert len(second.get_element_by_id("families")) == 1
    assert second.get_element_by_id("pager").xpath(".//a[@rel='prev']/@href") == ["/families"]


@pytest.mark.parametrize("page", [3, 10**9])
def test_a_page_of_families_beyond_the_end_says_which_is_the_last(browse: Browse, many: Path, page: int) -> None:
    shown = read(browse(many).get(f"/families?page={page}"))
    assert "la dernière est la page 2" in words(shown.find_class("empty")[0])


def test_an_archive_without_families_says_so(browse: Browse, tmp_path: Path) -> None:
    page = read(browse(make_archive(tmp_path / "archive")).get("/families"))
    assert words(page.get_element_by_id("total")) == "Aucune famille"


def test_the_twins_have_the_families_of_the_page(browse: Browse, many: Path) -> None:
    desktop = browse(many)
    given = desktop.get("/families.json?page=2").json()
    assert (given["total"], given["offset"], len(given["families"])) == (21, 20, 1)
    lines = desktop.get("/families.csv?page=2").text.splitlines()
    assert lines[0] == "id,members,reprints,updates,extracts,date,source,agency,title"
    assert lines[1].startswith(f"{given['families'][0]['id']},2,1,0,0,")

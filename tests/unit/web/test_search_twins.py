"""Tests of the twins of the search room: JSON as the command line prints it, tables, completions."""

import csv
import io
from pathlib import Path

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph
from archive_search.search.facets import Facet
from archive_search.search.hit_rows import HIT_COLUMNS
from archive_search.web.shapes.search import CompletionsShape, ExplanationShape, FamiliesShape, SearchShape
from tests.unit.web.archives import make_archive
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import read


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("address", "shape"),
    [
        ("/search.json?q=Lattaquié" + "".join(f"&facets={facet.value}" for facet in Facet), SearchShape),
        ("/search.json?q=zzyzx", SearchShape),
        ("/complete.json?text=Latt", CompletionsShape),
        ("/complete.json?text=tit", CompletionsShape),
        ("/explain.json?q=personne:Poutine PRES/9 (Lattaqu* OU guerre~1)&article=cl-151002-3", ExplanationShape),
        ("/explain.json?q=navires Lattaquié&article=cl-151002-3", ExplanationShape),
        ("/families.json", FamiliesShape),
    ],
)
def test_answers_are_of_the_shape_that_is_documented(browser: TestClient, address: str, shape: type[BaseModel]) -> None:
    answer = browser.get(address)
    assert answer.status_code == 200
    shape.model_validate_json(answer.text)


def test_the_answer_in_json_is_that_of_python(browser: TestClient, sample: Path) -> None:
    parameters = {"q": "Lattaquié", "date": "2015", "sort": "oldest", "size": "1", "page": "2", "facets": "place"}
    given = browser.get("/search.json", params=parameters).json()
    with Archive.open(sample) as archive:
        expected = archive.search(
            "Lattaquié", dates=["2015"], sort="oldest", limit=1, offset=1, facets=["place"]
        ).to_dict()
    del given["took_ms"], expected["took_ms"]
    assert given == expected


def test_facets_are_counted_only_when_they_are_asked_for(browser: TestClient) -> None:
    assert browser.get("/search.json?q=Lattaquié").json()["facets"] == {}
    assert browser.get("/search.json?q=Lattaquié&facets=alpha").status_code == 422


def test_nothing_asked_is_refused_in_json(browser: TestClient) -> None:
    answer = browser.get("/search.json")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("rien à chercher")


def test_the_table_has_the_hits_of_the_page(browser: TestClient) -> None:
    answer = browser.get("/search.csv", params={"q": "Lattaquié", "sort": "newest", "size": 2})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="recherche.csv"'
    rows = table(answer.text)
    assert tuple(rows[0]) == HIT_COLUMNS
    assert [(row["rank"], row["article"]) for row in rows] == [("1", "cl-190221-5"), ("2", "gr-160910-4")]


def test_no_cell_is_a_formula(browse: Browse, tmp_path: Path) -> None:
    body = Paragraph(number=1, kind=Kind.BODY, text='=HYPERLINK("http://x") au gué')
    archive = make_archive(tmp_path / "archive", Article(id="=1+1", paragraphs=(body,), source="@gué"))
    (row,) = table(browse(archive).get("/search.csv?q=gué").text)
    assert (row["article"], row["source"]) == ("'=1+1", "'@gué")
    assert row["title"].startswith("'=HYPERLINK")


def test_a_page_names_its_twins(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Lattaquié&size=20"))
    twins = page.xpath("//link[@rel='alternate']/@href")
    assert twins == ["/search.json?q=Lattaqui%C3%A9&size=20", "/search.csv?q=Lattaqui%C3%A9&size=20"]
    assert [link.get("href") for link in page.find_class("twins")[0].iter("a")] == twins
    assert [browser.get(twin).status_code for twin in twins] == [200, 200]


def test_completions_are_those_of_the_archive(browser: TestClient) -> None:
    answer = browser.get("/complete.json", params={"text": "base latt"}).json()
    assert answer["text"] == "base latt"
    assert ("base lattaquié", "word", 5) in [
        (each["text"], each["kind"], each["articles"]) for each in answer["completions"]
    ]
    assert len(answer["completions"]) <= 10


@pytest.mark.parametrize("text", ["", " ", "a", "date:", '"', "\x00", "é" * 9_000, "(" * 20_000])
def test_any_text_can_be_completed(browser: TestClient, text: str) -> None:
    assert browser.get("/complete.json", params={"text": text}).status_code == 200

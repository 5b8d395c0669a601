"""The family of an article, comparisons, similar articles, and their twins."""

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.family_records import Comparison, ParagraphComparison, Segment, SegmentKind
from archive_search.records import Article, Kind, Paragraph
from archive_search.web.article.comparisons import MOST_CHARACTERS, MOST_PARAGRAPHS, cut_comparison
from archive_search.web.shapes.article import ComparedShape, FamilyOfArticleShape, SimilarShape
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import page_of, texts

FIRST, REPRINT = "cl-160910-1", "gr-160910-4"
ALONE = "cl-190221-5"


def test_an_article_tells_its_family_and_which_member_it_is(browser: TestClient) -> None:
    page = page_of(browser, f"/article/{REPRINT}")
    told = texts(page, "#family p")[0]
    assert told == "2 articles donnent ce texte. Celui-ci : reprise."
    assert page.xpath("//*[@id='family']//li/a/@href") == [f"/article/{FIRST}"]
    assert f"/article/{FIRST}/compare/{REPRINT}" in page.xpath("//*[@id='family']//a/@href")


def test_an_article_without_family_says_nothing_of_one(browser: TestClient) -> None:
    assert not page_of(browser, f"/article/{ALONE}").xpath("//*[@id='family']")


def test_the_page_of_a_family_lists_its_members_and_what_they_change(browser: TestClient) -> None:
    members = texts(page_of(browser, f"/article/{REPRINT}/family"), "#members li")
    assert len(members) == 2
    assert "première publication" in members[0]
    assert "61 mots ajoutés" in members[1]


def test_the_page_of_no_family_says_so(browser: TestClient) -> None:
    assert "Aucun autre article" in texts(page_of(browser, f"/article/{ALONE}/family"), "#members")[0]


def test_a_family_as_json_has_the_shape_that_is_documented(browser: TestClient) -> None:
    told = browser.get(f"/article/{REPRINT}/family.json").json()
    FamilyOfArticleShape.model_validate(told)
    assert [member["article"] for member in told["family"]["articles"]] == [FIRST, REPRINT]
    assert browser.get(f"/article/{ALONE}/family.json").json()["family"] is None


def test_a_family_as_a_table(browser: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(browser.get(f"/article/{FIRST}/family.csv").text)))
    assert [(row["article"], row["relation"]) for row in rows] == [(FIRST, "first"), (REPRINT, "reprint")]


def test_a_comparison_shows_words_dropped_and_added(browser: TestClient) -> None:
    page = page_of(browser, f"/article/{FIRST}/compare/{REPRINT}")
    assert any("sous surveillance" in each for each in texts(page, "#comparison ins"))
    assert texts(page, "#comparison .unchanged summary")


def test_a_comparison_as_json_has_the_shape_that_is_documented(browser: TestClient) -> None:
    told = browser.get(f"/article/{FIRST}/compare/{REPRINT}.json").json()
    ComparedShape.model_validate(told)
    assert (told["comparison"]["first"], told["comparison"]["second"]) == (FIRST, REPRINT)


def test_a_comparison_as_a_table(browser: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(browser.get(f"/article/{FIRST}/compare/{REPRINT}.csv").text)))
    assert rows[0]["kind"] == "same"
    assert rows[0]["text"].startswith("Syrie")


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_the_end_of_an_id_is_not_taken_for_a_twin(tmp_path: Path, browse: Browse, suffix: str) -> None:
    text = Paragraph(number=1, kind=Kind.BODY, text="La digue cède.")
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        archive.add_articles([Article(id=name, paragraphs=(text,)) for name in ("a", f"b{suffix}")])
    page = page_of(browse(tmp_path / "archive"), f"/article/a/compare/b{suffix}")
    assert texts(page, ".unchanged p") == ["La digue cède."]


def test_comparing_with_an_unknown_article_says_so(browser: TestClient) -> None:
    answer = browser.get(f"/article/{FIRST}/compare/nulle")
    assert answer.status_code == 404
    assert "nulle" in answer.text


def comparison(*texts: str) -> Comparison:
    paragraphs = [
        ParagraphComparison(first=number, second=number, segments=(Segment(SegmentKind.SAME, text),))
        for number, text in enumerate(texts, 1)
    ]
    return Comparison(first="a", second="b", paragraphs=tuple(paragraphs))


def test_a_comparison_that_fits_a_page_is_whole() -> None:
    shown, is_whole = cut_comparison(comparison("x" * 10, "y" * 5), most=15)
    assert ([len(each.segments) for each in shown], is_whole) == ([1, 1], True)


@pytest.mark.parametrize(
    "texts",
    [["x" * (MOST_CHARACTERS + 1)], ["x" * MOST_CHARACTERS, "y"], ["x"] * (MOST_PARAGRAPHS + 1)],
    ids=["one long", "one more", "many"],
)
def test_a_comparison_too_long_for_a_page_is_cut_and_says_so(texts: list[str]) -> None:
    shown, is_whole = cut_comparison(comparison(*texts))
    assert not is_whole
    assert len(shown) <= MOST_PARAGRAPHS
    assert sum(len(segment.text) for each in shown for segment in each.segments) <= MOST_CHARACTERS


def test_similar_articles_are_listed_and_can_be_searched(browser: TestClient) -> None:
    page = page_of(browser, "/article/seeds%2Fdepeche_ankara.txt/similar")
    assert page.xpath("//*[@id='similar-hits']//a/@href") == ["/article/seeds%2Fjournal_europe.txt"]
    (search,) = page.xpath("//main/p/a[starts-with(@href, '/search')]/@href")
    assert browser.get(search).status_code == 200


def test_the_list_of_similar_articles_stands_alone_for_scripts(browser: TestClient) -> None:
    answer = browser.get("/article/seeds%2Fdepeche_ankara.txt/similar/list")
    assert answer.text.startswith("<ol")
    assert "<html" not in answer.text


def test_no_similar_article_is_told(tmp_path: Path, browse: Browse) -> None:
    text = Paragraph(number=1, kind=Kind.BODY, text="La digue cède.")
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        archive.add_articles([Article(id="a", paragraphs=(text,))])
    page = page_of(browse(tmp_path / "archive"), "/article/a/similar")
    assert "Aucun autre article" in texts(page, "#similar-hits")[0]


def test_similar_articles_as_json_have_the_shape_that_is_documented(browser: TestClient) -> None:
    told = browser.get("/article/seeds%2Fdepeche_ankara.txt/similar.json?limit=1").json()
    SimilarShape.model_validate(told)
    assert [hit["article"] for hit in told["hits"]] == ["seeds/journal_europe.txt"]


def test_similar_articles_as_a_table(browser: TestClient) -> None:
    answer = browser.get("/article/seeds%2Fdepeche_ankara.txt/similar.csv")
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert row["article"] == "seeds/journal_europe.txt"


@pytest.mark.parametrize("limit", ["0", "101", "x"])
def test_a_limit_out_of_bounds_is_refused(browser: TestClient, limit: str) -> None:
    assert browser.get(f"/article/{ALONE}/similar?limit={limit}").status_code == 422

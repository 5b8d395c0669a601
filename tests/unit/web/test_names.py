"""The pages of names: the list, one name, its card, and their twins for programs."""

import csv
import io
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph
from archive_search.web.addresses import Addresses
from archive_search.web.shapes.names import EntitiesAnswer, PortraitAnswer
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import all_words, page_of, read

LATTAQUIE = "/entity/place:lattaquie"


def names_in(page: Any) -> list[str]:
    return all_words(page.xpath("//table[@id='names']//th[@scope='row']"))


def test_names_in_the_most_articles_come_first(browser: TestClient) -> None:
    page = page_of(browser, "/entities")
    counts = [int(each) for each in all_words(page.xpath("//table[@id='names']/tbody/tr/td[2]/a"))]
    assert names_in(page)[0] == "Lattaquié"
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("text=assad", ["Bachar el-Assad"]), ("text=CHOÏGOU", ["Sergueï Choïgou"]), ("text=assad&type=place", [])],
    ids=["a part", "other letters", "of another type"],
)
def test_a_search_finds_names_by_their_spellings(browser: TestClient, asked: str, found: list[str]) -> None:
    assert names_in(page_of(browser, f"/entities?{asked}")) == found


def test_what_is_searched_stays_in_the_form_and_in_the_links(browser: TestClient) -> None:
    page = page_of(browser, "/entities?text=a&type=place&size=2&page=2&lang=en")
    assert page.get_element_by_id("text").value == "a"
    assert page.get_element_by_id("type").value == "place"
    [following] = page.xpath("//a[@rel='next']/@href")
    assert following == "/entities?text=a&type=place&page=3&size=2&lang=en"


def test_pages_lead_through_all_names_once(browser: TestClient) -> None:
    listed: list[str] = []
    address = "/entities?size=20"
    while address:
        page = page_of(browser, address)
        listed += page.xpath("//table[@id='names']//th/a/@href")
        address = next(iter(page.xpath("//a[@rel='next']/@href")), "")
    assert len(listed) == len(set(listed)) == browser.get("/entities.json").json()["total"]


@pytest.mark.parametrize("number", [50, 10**9], ids=["some", "very many"])
def test_a_page_after_the_last_leads_back_to_it(browser: TestClient, number: int) -> None:
    page = page_of(browser, f"/entities?size=20&page={number}")
    [last] = page.xpath("//p[@id='beyond']/a/@href")
    assert names_in(page_of(browser, last))


def test_letters_that_no_name_has_lead_to_a_search_of_text(browser: TestClient) -> None:
    [link] = page_of(browser, "/entities?text=xylophone").xpath("//p[@id='none']/a/@href")
    assert link == "/search?q=xylophone"


@pytest.mark.parametrize("asked", ["type=animal", "page=0", "page=x", "size=101", "size=0"])
def test_what_cannot_be_asked_is_refused_with_a_page(browser: TestClient, asked: str) -> None:
    assert page_of(browser, f"/entities?{asked}", status=422).find_class("failure")


def test_the_list_has_a_twin_for_programs(browser: TestClient) -> None:
    answer = EntitiesAnswer.model_validate_json(browser.get("/entities.json?text=al&size=3&page=2").content)
    assert (answer.offset, len(answer.entities)) == (3, 3)


def test_the_list_has_a_twin_for_spreadsheets(browser: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(browser.get("/entities.csv?text=assad").text)))
    assert [(row["id"], row["name"]) for row in rows] == [("person:bachar-el-assad", "Bachar el-Assad")]


def test_a_page_tells_what_the_archive_knows_of_a_name(browser: TestClient) -> None:
    page = page_of(browser, "/entity/person:bachar-el-assad")
    assert all_words(page.xpath("//h1")) == ["Bachar el-Assad"]
    assert "5 articles" in all_words(page.xpath("//header[@class='name-head']//li"))
    spellings = dict(zip(*[iter(all_words(page.xpath("//*[@id='variants']//tbody/tr/*")))] * 2, strict=True))
    assert spellings == {"Bachar el-Assad": "2", "Bachar al Assad": "2", "Bachar al-Assad": "1"}


def test_a_bar_leads_to_the_articles_of_its_year(browser: TestClient) -> None:
    page = page_of(browser, LATTAQUIE)
    bars = page.xpath("//*[@id='year-bars']//*[local-name()='a']/@href")
    years = browser.get(f"{LATTAQUIE}.json").json()["years"]
    assert bars == [f"/search?date={each['year']}&place=place:lattaquie" for each in years]
    for address, each in zip(bars, years, strict=True):
        assert browser.get(address.replace("/search", "/search.json")).json()["total"] == each["articles"]


def test_years_are_told_by_a_table_too(browser: TestClient) -> None:
    page = page_of(browser, LATTAQUIE)
    told = all_words(page.xpath("//table[@id='year-table']/tbody/tr/*"))
    years = browser.get(f"{LATTAQUIE}.json").json()["years"]
    assert told == [str(value) for each in years for value in (each["year"], each["articles"])]


def test_who_is_beside_a_name_is_drawn_and_listed_alike(browser: TestClient) -> None:
    page = page_of(browser, LATTAQUIE)
    drawn = page.xpath("//*[@id='network']//*[local-name()='a']/@href")
    listed = page.xpath("//table[@id='neighbour-table']//th/a/@href")
    assert drawn == listed
    assert listed


def test_two_names_lead_to_the_articles_that_name_both(browser: TestClient) -> None:
    page = page_of(browser, "/entity/place:syrie")
    links = page.xpath("//table[@id='neighbour-table']//td/a/@href")
    assert links
    for link in links:
        assert browser.get(link.replace("/search", "/search.json")).json()["total"] > 0


def test_the_newest_articles_are_shown_with_what_names_it(browser: TestClient) -> None:
    page = page_of(browser, LATTAQUIE)
    days = page.xpath("//*[@id='newest']//time/@datetime")
    assert days == sorted(days, reverse=True)
    assert "Lattaquié" in all_words(page.xpath("//*[@id='newest']//mark"))


def test_a_name_is_found_by_any_spelling_of_it(browser: TestClient) -> None:
    assert all_words(page_of(browser, "/entity/Sergei Shoigu").xpath("//h1")) == ["Sergueï Choïgou"]


def test_a_name_that_nobody_has_leads_on(browser: TestClient) -> None:
    page = page_of(browser, "/entity/Xylophone", status=404)
    assert page.xpath("//a[@href='/search?q=Xylophone']")


def test_an_id_that_is_no_more_offers_the_names_that_it_was_made_of(browser: TestClient) -> None:
    page = page_of(browser, "/entity/org:bachar-el-assad", status=404)
    assert page.xpath("//*[@id='choices']//a/@href") == ["/entity/person:bachar-el-assad"]


@pytest.mark.parametrize("name", ["AC/DC", "a?b", "#7", "100 %", '"x"', "a b", "<b>", "été", "%2F", "&amp;"])
def test_any_characters_may_be_asked_for(browser: TestClient, name: str) -> None:
    page = page_of(browser, Addresses().entity(name), status=404)
    assert page.xpath("//h1")[0].text_content() == f"Aucun nom «\xa0{name}\xa0»"


def test_a_name_has_a_twin_for_programs(browser: TestClient) -> None:
    answer = PortraitAnswer.model_validate_json(browser.get(f"{LATTAQUIE}.json").content)
    assert answer.entity.name == "Lattaquié"


def test_a_name_has_a_twin_for_spreadsheets(browser: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(browser.get(f"{LATTAQUIE}.csv").text)))
    assert {row["kind"] for row in rows} == {"variant", "year", "neighbour"}
    assert {"kind": "variant", "value": "Lattaquié", "count": "8"} in rows


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_the_twin_of_an_unknown_name_says_so(browser: TestClient, suffix: str) -> None:
    answer = browser.get(f"/entity/Xylophone{suffix}")
    assert answer.status_code == 404
    assert "Xylophone" in answer.json()["error"]


def test_a_card_is_a_piece_for_another_page(browser: TestClient) -> None:
    answer = browser.get("/entity/person:bachar-el-assad/card")
    card = lxml.html.fragment_fromstring(answer.text.strip())
    assert card.xpath(".//a/@href") == ["/entity/person:bachar-el-assad"]
    assert all_words(card.xpath(".//li")) == ["personne", "5 articles", "2015–2018"]
    assert "Bachar al Assad, Bachar al-Assad" in card.text_content()


@pytest.mark.parametrize("address", ["/entities", LATTAQUIE, "/corrections"])
def test_a_page_names_its_twins(browser: TestClient, address: str) -> None:
    page = page_of(browser, address)
    twins = page.xpath("//link[@rel='alternate']/@href")
    assert [browser.get(twin).status_code for twin in twins] == [200, 200]
    assert page.xpath("//p[@class='twins']/a/@href") == twins


@pytest.mark.parametrize("address", ["/entities", LATTAQUIE, "/corrections", "/entity/Xylophone"])
def test_every_link_keeps_the_language(browser: TestClient, address: str) -> None:
    page = page_of(browser, f"{address}?lang=en", status=404 if "Xylophone" in address else 200)
    links = page.xpath("//main//@href[starts-with(., '/')] | //main//form[@method='post']/@action")
    assert links
    assert [link for link in links if "lang=en" not in link] == []


HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Give an archive whose librarian has named things to break pages, without a reading of text."""
    path = tmp_path / "archive"
    text = "Le navire Évrard est entré au port de Brévan avec Évrard Ménadier."
    with Archive.create(path, workers=1) as archive:
        archive.add_articles(
            [Article(id="a/1?#", title=HOSTILE, paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))]
        )
        archive.update_entities()
        (path / "aliases.toml").write_text(
            f'[[merge]]\ntype = "person"\nname = "{HOSTILE}"\nvariants = ["Évrard Ménadier"]\n', encoding="utf-8"
        )
        archive.update_entities()
    return path


def test_names_and_titles_are_never_markup(browse: Browse, hostile: Path) -> None:
    client = browse(hostile)
    listed = client.get("/entities.json").json()["entities"]
    [entity] = [each for each in listed if each["name"] == HOSTILE]
    for address in ("/entities", f"/entity/{entity['id']}", f"/entity/{entity['id']}/card"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert HOSTILE in read(answer).text_content()


def test_an_archive_without_names_says_how_to_find_them(browse: Browse, tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    page = page_of(browse(tmp_path / "archive"), "/entities")
    assert page.xpath("//p[@id='unnamed']/a/@href") == ["/archive"]

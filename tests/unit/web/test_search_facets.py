"""Tests of what narrows a search: facets, chips, steps."""

from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph
from archive_search.web.parameters import SearchParameters
from archive_search.web.search.filters import drop_all, drop_value
from archive_search.web.search.steps import Step
from tests.unit.web.archives import make_archive
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import read, words


def choices(page: html.HtmlElement, facet: str) -> list[tuple[str, bool]]:
    """Give what a facet shows, and which of it is chosen."""
    labels = page.get_element_by_id(f"facet-{facet}").iter("label")
    return [(words(label), label.find("input").get("checked") is not None) for label in labels]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Make an archive of three papers, the first of forty."""

    def report(number: int, source: str) -> Article:
        body = Paragraph(number=1, kind=Kind.BODY, text=f"La crue n° {number} du gué.")
        return Article(id=f"r{number}", paragraphs=(body,), source=source)

    sources = ["Le Lien"] * 3 + ["L'Écho"] * 2 + [f"Feuille {number:02}" for number in range(38)]
    return make_archive(tmp_path / "archive", *(report(number, source) for number, source in enumerate(sources)))


def test_facets_count_the_answer(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Lattaquié"))
    assert choices(page, "source") == [("Le Courrier du Littoral 2", False), ("La Gazette du Rhône 1", False)]
    assert choices(page, "year") == [("2019 1", False), ("2016 1", False), ("2015 2", False)]
    assert choices(page, "place")[0] == ("Lattaquié 6", False)


def test_names_chosen_together_must_all_be_named(browser: TestClient) -> None:
    parameters = {"q": "Lattaquié", "person": ["person:bachar-el-assad"], "place": ["place:damas"]}
    page = read(browser.get("/search", params=parameters))
    with Archive.open(browser.app.state.site.holder.path) as archive:  # type: ignore[attr-defined]
        found = archive.search("Lattaquié", persons=["person:bachar-el-assad"], places=["place:damas"])
    assert words(page.get_element_by_id("total")).split()[0] == str(found.total)
    assert choices(page, "person")[0][1]
    assert choices(page, "place")[0] == (f"Damas {found.total}", True)


def test_of_sources_chosen_together_one_is_enough(browser: TestClient) -> None:
    both = ["La Gazette du Rhône", "Le Courrier du Littoral"]
    page = read(browser.get("/search", params={"q": "Lattaquié", "source": both}))
    assert words(page.get_element_by_id("total")).startswith("3 articles")


def test_where_a_source_is_chosen_the_others_stay_with_what_they_would_add(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "source": "La Gazette du Rhône"}))
    assert choices(page, "source") == [("La Gazette du Rhône 1", True), ("Le Courrier du Littoral 2", False)]
    assert choices(page, "year") == [("2016 1", False)]


def test_where_a_year_is_chosen_the_others_stay(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "date": "2015"}))
    assert choices(page, "year") == [("2015 2", True), ("2019 1", False), ("2016 1", False)]


def test_a_period_that_is_no_year_is_a_choice_among_years(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "date": "2015-09..2015-10"}))
    assert choices(page, "year")[0] == ("septembre 2015 – octobre 2015", True)


def test_a_facet_alone_is_a_search(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"source": "La Gazette du Rhône"}))
    assert words(page.get_element_by_id("total")).startswith("4 articles")
    assert len(choices(page, "source")) == 2


def test_eight_values_are_shown_and_more_on_demand(browse: Browse, papers: Path) -> None:
    page = read(browse(papers).get("/search?q=gué"))
    facet = page.get_element_by_id("facet-source")
    assert len(facet.xpath("./ul/li")) == 8
    assert len(facet.xpath("./details/ul/li")) == 22
    assert "et d’autres" in words(facet)


def test_many_chosen_values_are_all_shown(browse: Browse, papers: Path) -> None:
    chosen = [f"Feuille {number:02}" for number in range(12)]
    page = read(browse(papers).get("/search", params={"q": "gué", "source": chosen}))
    ticked = page.get_element_by_id("facet-source").xpath("./ul/li//input[@checked]/@value")
    assert ticked == chosen


def test_a_chip_takes_its_filter_off_and_keeps_the_rest(browser: TestClient) -> None:
    parameters = {"q": "Lattaquié", "place": "place:damas", "date": "2016", "sort": "oldest", "page": "1"}
    page = read(browser.get("/search", params=parameters))
    chips = {words(chip): chip.find("a").get("href") for chip in page.get_element_by_id("filters")}
    assert list(chips) == ["Damas : enlever ce filtre", "2016 : enlever ce filtre", "tout enlever"]
    kept = parse_qs(urlsplit(chips["Damas : enlever ce filtre"]).query)
    assert kept == {"q": ["Lattaquié"], "date": ["2016"], "sort": ["oldest"]}
    assert parse_qs(urlsplit(chips["tout enlever"]).query) == {"q": ["Lattaquié"], "sort": ["oldest"]}


def test_a_chip_has_the_name_of_its_id_where_nothing_is_found_too(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "zzyzx", "person": "person:bachar-el-assad"}))
    assert words(page.get_element_by_id("filters")).startswith("Bachar el-Assad")


@pytest.mark.parametrize(
    ("written", "said"),
    [("2015-10-01..", "depuis le 1er octobre 2015"), ("..2015", "jusqu’au 31 décembre 2015")],
    ids=["since", "until"],
)
def test_a_period_with_one_end_is_said_in_words(browser: TestClient, written: str, said: str) -> None:
    page = read(browser.get("/search", params={"q": "Syrie", "date": written}))
    assert said in page.get_element_by_id("filters").text_content()
    assert said in page.get_element_by_id("facet-year").text_content()


def test_a_query_that_cannot_be_read_keeps_its_filters(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "(" * 200, "section": "monde", "date": "abc"}), 400)
    kept = page.xpath("//input[@type='hidden'][@form='search']")
    assert [(field.get("name"), field.get("value")) for field in kept] == [("section", "monde"), ("date", "abc")]
    assert page.xpath("//*[@id='filters']//button/@value") == ["section=monde", "date=abc", "all"]


@pytest.mark.parametrize(("others", "offered"), [(1, ["sans les mots 4"]), (10, [])], ids=["few", "many"])
def test_where_nothing_is_found_a_few_filters_are_tried_to_be_done_without(
    browser: TestClient, others: int, offered: list[str]
) -> None:
    asked = {"q": "zzyzx", "source": ["La Gazette du Rhône", *map(str, range(others))]}
    nothing = read(browser.get("/search", params=asked)).get_element_by_id("nothing")
    assert [words(item) for item in nothing.iter("li")] == offered


def test_an_id_that_the_archive_does_not_know_is_a_chip_as_it_is(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "person": "person:personne"}))
    assert words(page.get_element_by_id("filters")).startswith("person:personne")


@pytest.mark.parametrize(
    ("step", "meant"),
    [
        ("first=2015-03-01&last=2015-07-31", [("date", "2015-03..2015-07")]),
        ("first=2015-03-05&last=", [("date", "2015-03-05..")]),
        ("first=&last=2015-03-05", [("date", "..2015-03-05")]),
        ("first=&last=", [("date", "2014"), ("date", "2016")]),
        ("period=2015-03", [("date", "2015-03")]),
        ("without=date%3D2016", [("date", "2014")]),
        ("without=all", []),
        ("without=autre%3Dchose", [("date", "2014"), ("date", "2016")]),
    ],
    ids=["between", "since", "until", "nothing", "bar", "filter", "all", "unknown"],
)
def test_a_button_leads_to_the_address_of_what_it_means(
    browser: TestClient, step: str, meant: list[tuple[str, str]]
) -> None:
    asked = f"/search?q=gué&date=2014&date=2016&page=7&sort=relevance&{step}"
    answer = browser.get(asked, follow_redirects=False)
    assert answer.status_code == 303
    pairs = parse_qsl(urlsplit(answer.headers["location"]).query)
    assert [pair for pair in pairs if pair[0] != "page"] == [("q", "gué"), *meant]


def test_a_step_begins_again_at_the_first_page() -> None:
    asked = SearchParameters(q="gué", page=7, source=("Le Lien", "L'Écho"))
    assert Step(period="2015").apply(asked).page == 1
    assert drop_value(asked, "source", "Le Lien") == SearchParameters(q="gué", source=("L'Écho",))
    assert drop_all(asked) == SearchParameters(q="gué")


def test_the_words_can_be_taken_off() -> None:
    assert Step(without="q").apply(SearchParameters(q="gué", date=("2015",))) == SearchParameters(date=("2015",))

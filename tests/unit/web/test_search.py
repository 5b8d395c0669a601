"""Tests of the search page: the form, the hits, what goes wrong."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from archive_search.records import Article
from archive_search.web.application import create_application
from tests.unit.web.archives import HOSTILE_ID, SCRIPT, make_archive, make_article
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import read, words


def address(link: str) -> tuple[str, list[tuple[str, str]]]:
    parts = urlsplit(link)
    return parts.path, parse_qsl(parts.query, keep_blank_values=True)


def article(article_id: str, title: str | None = None, text: str = "Le gué de Brévan est coupé.") -> Article:
    return make_article(article_id, text, title=title)


@pytest.fixture
def long_archive(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "archive", *(article(f"g{number:02}", f"Gué n° {number}") for number in range(25)))


def test_a_hit_has_its_title_its_facts_and_its_passages(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "titre:Ankara Lattaquié"}))
    hit = page.get_element_by_id("hit-1")
    assert words(hit.find(".//h3")) == "Ankara demande des explications sur les vols partis de Lattaquié"
    assert "13 octobre 2015" in words(hit.find_class("facts")[0])
    assert "Reuters" in words(hit.find_class("facts")[0])
    assert [mark.text for mark in hit.find_class("snippet")[0].iter("mark")]


def test_a_passage_leads_to_its_paragraph_with_the_query(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "date": "2015"}))
    links = [link for link in page.get_element_by_id("hits").iterlinks() if link[2].startswith("/article/")]
    passages = [urlsplit(link[2]) for link in links if "#p" in link[2]]
    assert passages
    for each in passages:
        assert parse_qsl(each.query) == [("q", "Lattaquié"), ("date", "2015")]


def test_the_query_stands_once_in_the_form_whatever_is_chosen(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "place": "place:lattaquie", "sort": "newest"}))
    fields = page.get_element_by_id("search").xpath("//*[@name='q'][not(@form)]")
    assert [field.get("value") for field in fields] == ["Lattaquié"]
    assert page.xpath("//select[@name='sort']/option[@selected]/@value") == ["newest"]
    assert page.xpath("//input[@form='search'][@name='place'][@checked]/@value") == ["place:lattaquie"]


@pytest.mark.parametrize("written", ["gué " * 60, "gué\nOU pont"], ids=["long", "lines"])
def test_a_long_equation_has_a_box_of_several_lines(browser: TestClient, written: str) -> None:
    box = read(browser.get("/search", params={"q": written})).get_element_by_id("q")
    assert (box.tag, box.text.removeprefix("\n")) == ("textarea", written)


def test_a_long_equation_does_not_stand_in_every_link(browse: Browse, long_archive: Path) -> None:
    query = " OU ".join(["gué", *(f"barrage{number}" for number in range(900))])
    answer = browse(long_archive).get("/search", params={"q": query})
    page = read(answer)
    assert len(answer.content) < 150_000
    buttons = page.xpath("//ol[@id='hits']//h3/button[@form='search']/@formaction")
    assert buttons[0].startswith("/article/g")
    assert page.xpath("//nav[@id='pager']//button[@name='page'][@form='search']/@value") == ["2", "3", "2"]


def test_what_was_understood_is_said(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "base aérienne"}))
    assert words(page.get_element_by_id("interpreted")) == "Interprété : base ET aérienne"


def test_warnings_are_sentences(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": '"base aérienne'}))
    (line,) = page.get_element_by_id("warnings")
    assert words(line) == '« " » ouvrant sans fermant : fermé à la fin de la requête.'


def test_the_total_counts_articles_and_what_is_left_without_reprints(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Syrie trêve"}))
    assert words(page.get_element_by_id("total")).startswith("2 articles, 1 sans les reprises")
    (family,) = page.xpath("//a[contains(., 'reprise')]/@href")
    assert family.startswith("/article/")
    assert family.endswith("/family")


def test_all_articles_are_shown_when_asked_for(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Syrie trêve", "all": "1"}))
    assert len(page.get_element_by_id("hits")) == 2
    assert page.xpath("//input[@name='all'][@checked]")


def test_the_names_of_a_hit_are_chips_that_lead_to_them(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": '"base aérienne" Lattaquié'}))
    chips = page.get_element_by_id("hit-1").xpath(".//a[contains(@class, 'chip place')]")
    assert ("Lattaquié", "/entity/place:lattaquie") in [(chip.text, chip.get("href")) for chip in chips]
    assert len(page.get_element_by_id("hit-1").find_class("chip")) <= 6


def test_pages_have_stable_addresses(browse: Browse, long_archive: Path) -> None:
    desktop = browse(long_archive)
    page = read(desktop.get("/search", params={"q": "gué", "page": 2}))
    pager = page.get_element_by_id("pager")
    links = {words(link): address(link.get("href")) for link in pager.iter("a")}
    assert links["Suivante"] == ("/search", [("q", "gué"), ("page", "3")])
    assert links["Précédente"] == ("/search", [("q", "gué")])
    assert words(pager.xpath(".//*[@aria-current='page']")[0]) == "2"
    assert page.get_element_by_id("hits").get("start") == "11"
    assert len(read(desktop.get("/search?q=gué&page=3")).get_element_by_id("hits")) == 5


@pytest.mark.parametrize("page", [4, 10**9])
def test_a_page_beyond_the_end_says_which_is_the_last(browse: Browse, long_archive: Path, page: int) -> None:
    shown = read(browse(long_archive).get("/search", params={"q": "gué", "page": page, "size": 10}))
    beyond = shown.get_element_by_id("beyond")
    assert "la dernière est la page 3" in words(beyond)
    assert address(beyond.find("a").get("href")) == ("/search", [("q", "gué"), ("page", "3")])


def test_a_query_that_cannot_be_run_stays_in_the_box_with_its_fault_marked(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "gué OU (lieu:)"}), 200)
    assert page.get_element_by_id("warnings") is not None
    page = read(browser.get("/search", params={"q": "lieu:"}), 400)
    assert page.get_element_by_id("q").get("value") == "lieu:"
    assert page.get_element_by_id("q").get("aria-invalid") == "true"
    failure = page.get_element_by_id("failure")
    assert "Rien à chercher : champ « lieu » sans valeur, ignoré." in words(failure)
    assert [mark.text for mark in failure.iter("mark")] == ["lieu:"]


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "gué", "date": "hier soir"},
        {"source": " "},
        {"person": "***"},
        {"q": "gué", "source": [f"Journal {number}" for number in range(1_000)]},
        {"q": "(" * 5_000 + "gué"},
        {"q": "\x00"},
    ],
    ids=["date", "value", "name", "facets", "parentheses", "control"],
)
def test_what_cannot_be_asked_is_told_on_the_page(browser: TestClient, parameters: dict[str, str | list[str]]) -> None:
    page = read(browser.get("/search", params=parameters), 400)
    assert words(page.get_element_by_id("failure"))


@pytest.mark.parametrize("parameters", ["page=0", "page=x", "size=101", "sort=alpha", "syntax=google"])
def test_values_that_do_not_exist_are_refused(browser: TestClient, parameters: str) -> None:
    assert browser.get(f"/search?q=gué&{parameters}").status_code == 422


def test_many_filters_do_not_make_the_page_grow_with_their_square(browser: TestClient) -> None:
    sources = [f"Journal n° {number} du soir" for number in range(900)]
    answer = browser.get("/search", params={"q": "Lattaquié", "source": sources})
    assert len(read(answer).get_element_by_id("filters")) == 901
    assert len(answer.content) < 1_000_000


def test_a_deduced_date_is_told_with_its_reason(browse: Browse, tmp_path: Path) -> None:
    deduced = replace(article("a1"), date=date(2015, 9, 1), date_reason="date du fichier")
    page = read(browse(make_archive(tmp_path / "archive", deduced)).get("/search?q=gué"))
    fact = page.get_element_by_id("hit-1").find_class("facts")[0][0]
    assert words(fact) == "1er septembre 2015 (déduite)"
    assert fact.xpath("./span/@title") == ["date du fichier"]


def test_hostile_articles_are_shown_as_they_are(browse: Browse, tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "archive", article(HOSTILE_ID, f"Gué {SCRIPT}", f"Le gué {SCRIPT}."))
    answer = browse(archive).get("/search", params={"q": "gué"})
    page = read(answer)
    assert SCRIPT not in answer.text
    (title,) = page.xpath("//ol[@id='hits']//h3/a")
    assert words(title) == f"Gué {SCRIPT}"
    assert address(title.get("href"))[0] == "/article/a%2Fb%3Fc%23d%252F%20%22%C3%A9"
    assert page.xpath("//input[@form='selection']/@value") == [HOSTILE_ID]


def test_hostile_queries_are_shown_as_they_are(browser: TestClient) -> None:
    answer = browser.get("/search", params={"q": f'"{SCRIPT}" "onfocus="x'})
    assert SCRIPT not in answer.text
    assert read(answer).get_element_by_id("q").get("value") == f'"{SCRIPT}" "onfocus="x'


def test_nothing_found_offers_other_queries_as_links(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Latakia trêve"}))
    offered = [address(link.get("href")) for link in page.get_element_by_id("warnings").iter("a")]
    assert ("/search", [("q", "trêve")]) in offered


def test_nothing_found_tells_what_is_found_without_each_filter(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "source": "Le Courrier du Littoral", "date": "2014"}))
    offers = [
        (words(item), address(item.find("a").get("href"))[1]) for item in page.get_element_by_id("nothing").iter("li")
    ]
    assert offers == [
        ("sans « 2014 » 2", [("q", "Lattaquié"), ("source", "Le Courrier du Littoral")]),
    ]


def test_an_empty_box_shows_the_archive(browser: TestClient) -> None:
    page = read(browser.get("/search"))
    assert words(page.get_element_by_id("total")) == "23 articles, 70 noms, du 4 décembre 2014 au 15 mars 2020."
    newest = page.xpath("//ol[contains(@class, 'hits')]//h3")
    assert words(newest[0]) == "Municipales : qui est arrivé en tête, et qui ne viendra pas"


def test_every_example_finds_something(browser: TestClient) -> None:
    page = read(browser.get("/search"))
    examples = [link.get("href") for link in page.get_element_by_id("examples").iter("a")]
    assert len(examples) >= 3
    for example in examples:
        assert read(browser.get(example)).get_element_by_id("hits") is not None


def test_every_operator_is_a_link_to_an_example_that_can_be_run(browser: TestClient) -> None:
    page = read(browser.get("/search"))
    links = page.get_element_by_id("operators").xpath(".//a[@data-before]/@href")
    assert len(links) == 23
    assert [browser.get(link).status_code for link in links] == [200] * 23


@pytest.mark.parametrize("query", ["", "?q=gué"], ids=["opening", "search"])
def test_an_archive_without_articles_has_a_page(browse: Browse, tmp_path: Path, query: str) -> None:
    page = read(browse(make_archive(tmp_path / "archive")).get(f"/search{query}"))
    assert page.get_element_by_id("q") is not None


def test_the_page_speaks_english_and_its_links_keep_that(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "lang": "en"}))
    assert words(page.get_element_by_id("total")).startswith("6 articles")
    assert page.get_element_by_id("interpreted").find("code").get("lang") == "fr"
    assert {passage.get("lang") for passage in page.find_class("snippet")} == {"fr"}
    assert page.xpath("//form[@id='search']/input[@name='lang']/@value") == ["en"]
    links = [link for _, _, link, _ in page.get_element_by_id("hits").iterlinks() if link.startswith("/")]
    assert links
    assert all("lang=en" in link for link in links)


def test_an_article_without_title_shows_its_first_paragraph_as_a_passage(browse: Browse, tmp_path: Path) -> None:
    page = read(browse(make_archive(tmp_path / "archive", article("a1"))).get("/search?q=gué"))
    assert words(page.find_class("snippet")[0]) == "§ 1 Le gué de Brévan est coupé."


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    with TestClient(create_application(tmp_path / "rien"), base_url="http://127.0.0.1:8000") as desktop:
        assert desktop.get("/search?q=gué").status_code == 404
        assert desktop.get("/search.json?q=gué").json()["error"]


def test_the_query_is_repeated_without_its_filters(browser: TestClient) -> None:
    page = read(browser.get("/search", params={"q": "base aérienne", "date": "2015"}))
    assert words(page.get_element_by_id("interpreted")) == "Interprété : base ET aérienne"

"""Tests of saved searches and of what they find of new."""

import csv
import io
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html

from archive_search import Archive
from archive_search.web.desk import saved, search_pages
from archive_search.web.shapes.desk import AlertAnswer, AlertsAnswer, SearchesAnswer
from tests.unit.web.archives import SCRIPT, make_article
from tests.unit.web.conftest import Browse
from tests.unit.web.desk_reader import BODY, Reader, make_desk, news_of
from tests.unit.web.pages import read, select, texts, words

NEWS = (
    make_article("n1", BODY, title="Un bac de plus", date=date(2019, 1, 1), source="Le Phare"),
    make_article("n2", f"Le {SCRIPT} bac ferme.", title="La mairie décide", date=date(2019, 6, 1)),
)


@pytest.fixture
def reader(browse: Browse, tmp_path: Path) -> Reader:
    path = make_desk(tmp_path / "archive")
    return Reader(browse(path), path)


def add_news(reader: Reader) -> None:
    with Archive.open(reader.path) as archive:
        archive.add_articles(NEWS)


def save(reader: Reader, query: str, name: str) -> html.HtmlElement:
    """Save a search from the page that shows it."""
    [form] = select(reader.see(f"/search?{query}"), "#save form")
    return reader.press(form, name=name)


def test_who_gives_up_saving_a_search_comes_back_to_it(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    [form] = select(reader.see("/search?q=pont&source=Le+Phare"), "#save form")
    fields = dict(form.form_values()) | {"name": "bacs"}
    refused = read(reader.send(form.get("action"), 409, **fields), 409)
    [giving_up] = select(refused, "#refused a.button")
    assert giving_up.get("href") == "/search?q=pont&source=Le+Phare#keeping"


def test_a_search_is_saved_from_its_answer(reader: Reader) -> None:
    page = save(reader, "q=bac&source=Le+Phare&sort=oldest&size=20", "Bacs")
    assert news_of(page) == "Recherche enregistrée : Bacs. Recherches enregistrées"
    assert texts(page, "#hits h3 a") == ["Le pont remplace le bac", "Le bac de Brévan"]
    [search] = SearchesAnswer.model_validate_json(reader.client.get("/searches.json").content).searches
    assert (search.query, search.options.sources, search.sort) == ("bac", ["Le Phare"], "oldest")


@pytest.mark.parametrize(
    ("query", "name"),
    [("q=bac", "bac"), ("q=bac%0A++OU%0Dpont", "bac OU pont"), ("source=Le+Phare", 'source:="Le Phare"')],
    ids=["words", "lines", "no words"],
)
def test_the_name_that_is_proposed_is_the_query(reader: Reader, query: str, name: str) -> None:
    assert reader.see(f"/search?{query}").get_element_by_id("save-name").value == name


def test_the_name_of_an_endless_query_can_be_taken_as_it_is(reader: Reader) -> None:
    query = quote(" OU ".join(f"bac{number}" for number in range(200)) + " OU bac")
    [form] = select(reader.see(f"/search?q={query}"), "#save form")
    assert news_of(reader.press(form)).startswith("Recherche enregistrée")


def test_a_search_that_finds_nothing_yet_can_be_saved(reader: Reader) -> None:
    save(reader, "q=catamaran", "Catamarans")
    assert texts(reader.see("/searches"), "#searches h2") == ["Catamarans"]


def test_a_name_that_is_taken_is_told_and_the_search_is_not_lost(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    [form] = select(reader.see("/search?q=pont&lang=en"), "#save form")
    answer = reader.client.post(form.get("action"), data={**dict(form.form_values()), "name": "bacs"})
    again = read(answer, 409).get_element_by_id("refused").find(".//form")
    page = reader.press(again, name="Ponts")
    assert news_of(page).startswith("Search saved: Ponts")
    assert [each["query"] for each in reader.client.get("/searches.json").json()["searches"]] == ["bac", "pont"]


def test_a_search_that_cannot_be_run_is_not_saved(reader: Reader) -> None:
    assert 'class="failure"' in reader.send("/searches/save?q=SAUF", 400, name="Rien").text


def test_opening_it_shows_its_answer_as_it_was(reader: Reader) -> None:
    save(reader, "q=bac&source=Le+Phare&sort=oldest&any=1&syntax=europresse&date=2017", "Bacs")
    [link] = reader.see("/searches").xpath("//ol[@id='searches']//h2/a/@href")
    assert link == "/search?q=bac&syntax=europresse&any=1&source=Le+Phare&date=2017&sort=oldest"


def test_what_came_since_is_told_with_the_newest_titles(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    save(reader, "q=pont", "Ponts")
    add_news(reader)
    page = reader.see("/searches")
    assert texts(page, "#search-1 .newest li") == [
        "1er juin 2019 · La mairie décide",
        "1er janvier 2019 · Un bac de plus",
    ]
    assert "Voir les 2 nouveaux articles" in words(page.get_element_by_id("search-1"))
    assert "Rien de nouveau." in words(page.get_element_by_id("search-2"))


def test_searches_that_find_something_new_stand_first(reader: Reader) -> None:
    save(reader, "q=pont", "À venir")
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    assert texts(reader.see("/searches"), "#searches h2") == ["Bacs", "À venir"]


def test_new_articles_are_shown_with_what_answers(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    page = reader.see("/searches/1/new")
    assert texts(page, "#hits h2 a") == ["La mairie décide", "Un bac de plus"]
    assert texts(page, "#hits h2 mark") == ["bac"]
    assert texts(page, "#hits .snippet")[0] == f"§ 2 Le {SCRIPT} bac ferme."
    assert page.xpath("//ol[@id='hits']//h2/a/@href")[0] == "/article/n2?q=bac"
    assert SCRIPT not in reader.client.get("/searches/1/new").text


def test_looking_marks_nothing_as_seen_but_the_button_does(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    reader.see("/searches/1/new")
    page = reader.press(reader.see("/searches/1/new").get_element_by_id("seen"))
    assert news_of(page) == "Tout est marqué comme vu. Bacs"
    assert "Rien de nouveau." in words(page.get_element_by_id("search-1"))
    assert select(reader.see("/searches/1/new"), "#seen") == []


def test_what_comes_while_the_reader_looks_is_not_marked_as_seen(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    with Archive.open(reader.path) as archive:
        archive.add_articles(NEWS[:1])
    form = reader.see("/searches/1/new").get_element_by_id("seen")
    with Archive.open(reader.path) as archive:
        archive.add_articles(NEWS[1:])
    page = reader.press(form)
    assert news_of(page).startswith("D’autres articles viennent d’arriver")
    assert texts(page, "#hits h2 a") == ["La mairie décide", "Un bac de plus"]


def test_many_new_articles_have_pages(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_pages, "HITS_SHOWN", 1)
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    page = reader.see("/searches/1/new")
    [following] = page.xpath("//a[@rel='next']/@href")
    assert texts(reader.see(following), "#hits h2 a") == ["Un bac de plus"]
    assert reader.see("/searches/1/new?page=9").get_element_by_id("beyond").xpath("a/@href") == [
        "/searches/1/new?page=2"
    ]


def test_a_search_that_can_no_longer_be_run_stops_no_other(reader: Reader) -> None:
    with Archive.open(reader.path) as archive:
        archive.desk.save_search("Relative", "depuis:7j bac")
        archive.desk.save_search("Bacs", "bac")
    break_query(reader, "Relative")
    add_news(reader)
    page = reader.see("/searches")
    assert "Voir les 2 nouveaux articles" in words(select(page, "#searches li")[0])
    assert select(page, "#searches .warning")
    number = reader.client.get("/searches.json").json()["searches"][1]["id"]
    assert select(reader.see(f"/searches/{number}/new"), "#seen") == []


def break_query(reader: Reader, name: str) -> None:
    """Make a saved search what an older version of the program may have kept, and this one does not take."""
    with closing(sqlite3.connect(reader.path / "desk.sqlite")) as connection, connection:
        connection.execute("update searches set query = 'SAUF' where name = ?", (name,))


def test_searches_that_there_is_no_time_for_are_listed_all_the_same(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(reader, "q=bac", "Bacs")
    monkeypatch.setattr(saved.look_at_all, "__kwdefaults__", {"seconds": 0.0})
    page = reader.see("/searches")
    assert "Pas encore regardée" in words(page.get_element_by_id("search-1"))
    assert page.xpath("//*[@id='search-1']//p/a/@href") == ["/searches/1/new"]


def test_a_search_is_renamed_and_deleted(reader: Reader) -> None:
    save(reader, "q=bac", "Bac")
    [form] = reader.see("/searches").xpath("//form[contains(@action, '/rename')]")
    page = reader.press(form, name="Les bacs")
    assert (news_of(page), texts(page, "#searches h2")) == ("Nom changé.", ["Les bacs"])
    page = reader.press(page.xpath("//form[contains(@action, '/delete')]")[0])
    assert (news_of(page), select(page, "#searches")) == ("Recherche supprimée.", [])


@pytest.mark.parametrize("address", ["/searches/7/new", "/searches/7/new.json", "/searches/7/new.csv"])
def test_a_search_that_is_no_more_is_told(reader: Reader, address: str) -> None:
    answer = reader.client.get(address)
    assert answer.status_code == 404
    assert "as de recherche n° 7" in answer.text


@pytest.mark.parametrize(
    "address", ["/searches/save?q=bac", "/searches/1/rename", "/searches/1/delete", "/searches/1/seen"]
)
def test_nothing_changes_without_the_secret(reader: Reader, address: str) -> None:
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    before = reader.client.get("/alerts.json").json()
    assert reader.client.post(address, data={"token": "un autre", "name": "Autre"}).status_code == 403
    assert reader.client.get("/alerts.json").json() == before


def test_alerts_are_for_programs_too(reader: Reader) -> None:
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    [alert] = AlertsAnswer.model_validate_json(reader.client.get("/alerts.json?limit=1").content).alerts
    assert (alert.total, alert.new, [each.article for each in alert.articles]) == (6, 2, ["n2"])
    one = AlertAnswer.model_validate_json(reader.client.get("/searches/1/new.json").content)
    assert [each.article for each in one.articles] == ["n2", "n1"]


def test_tables_tell_of_searches(reader: Reader) -> None:
    save(reader, "q=bac", "=Bacs")
    add_news(reader)
    tables = {name: reader.client.get(f"/{name}.csv").text for name in ("searches", "alerts", "searches/1/new")}
    rows = {name: list(csv.DictReader(io.StringIO(text))) for name, text in tables.items()}
    assert rows["searches"][0]["name"] == "'=Bacs"
    assert (rows["alerts"][0]["total"], rows["alerts"][0]["new"]) == ("6", "2")
    assert [row["article"] for row in rows["searches/1/new"]] == ["n2", "n1"]


@pytest.mark.parametrize("address", ["/searches", "/searches/1/new"])
def test_every_link_and_form_keeps_the_language(reader: Reader, address: str) -> None:
    save(reader, "q=bac", "Bacs")
    add_news(reader)
    page = reader.see(f"{address}?lang=en")
    links = page.xpath("//main//@href[starts-with(., '/')] | //main//form[@method='post']/@action")
    assert [link for link in links if "lang=en" not in link] == []
    assert [reader.client.get(link).status_code for link in page.xpath("//link[@rel='alternate']/@href")] == [200, 200]

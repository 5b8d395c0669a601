"""Tests of the list of dossiers and of the page of one."""

import csv
import io
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.web.desk import dossier_reading
from archive_search.web.shapes.desk import DossierAnswer, DossiersAnswer
from tests.unit.web.archives import HOSTILE_ID, SCRIPT
from tests.unit.web.conftest import Browse
from tests.unit.web.desk_reader import Reader, make_desk, news_of
from tests.unit.web.pages import read, select, texts, words


@pytest.fixture
def reader(browse: Browse, tmp_path: Path) -> Reader:
    path = make_desk(tmp_path / "archive")
    return Reader(browse(path), path)


def titles(reader: Reader, address: str) -> list[str]:
    return texts(reader.see(address), "#articles h2 a")


def test_no_dossier_says_how_to_make_one(reader: Reader) -> None:
    page = reader.see("/dossiers")
    assert page.get_element_by_id("none").xpath("a/@href") == ["/search"]
    assert not (reader.path / "desk.sqlite").exists()


def test_dossiers_stand_by_name_with_their_articles(reader: Reader) -> None:
    reader.make_dossier("Ponts", "b3")
    reader.make_dossier("Élus")
    reader.make_dossier("Bacs", "b1", "b2")
    page = reader.see("/dossiers")
    assert texts(page, "#dossiers h2") == ["Bacs", "Élus", "Ponts"]
    assert [text for text in texts(page, "#dossiers .facts span") if "rticle" in text] == [
        "2 articles",
        "Aucun article",
        "1 article",
    ]


def test_a_dossier_is_made(reader: Reader) -> None:
    page = reader.press(reader.see("/dossiers").get_element_by_id("create"), name=" Élus ")
    assert news_of(page) == "Dossier créé. Élus"
    assert texts(page, "#dossiers h2") == ["Élus"]


def test_a_name_that_is_taken_is_told_and_can_be_corrected(reader: Reader) -> None:
    reader.make_dossier("Élus")
    refused = read(reader.send("/dossiers/create", 409, name="elus"), 409)
    assert texts(refused, "#refused p")[0] == "Il y a déjà un dossier « Élus » : choisissez un autre nom."
    page = reader.see("/dossiers")
    assert texts(page, "#dossiers h2") == ["Élus"]


def test_the_page_that_refuses_a_name_has_the_form_again(reader: Reader) -> None:
    reader.make_dossier("Élus")
    refused = read(reader.send("/dossiers/create", 409, name="elus"), 409)
    form = refused.get_element_by_id("refused").find(".//form")
    assert news_of(reader.press(form, name="Élues")) == "Dossier créé. Élues"


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\nb", "a\x00b"], ids=["empty", "blank", "long", "line", "nul"])
def test_a_name_that_cannot_be_is_refused(reader: Reader, name: str) -> None:
    assert "Rien n’est fait" in reader.send("/dossiers/create", 409, name=name).text


def test_a_dossier_is_renamed_where_the_reader_is(reader: Reader) -> None:
    number = reader.make_dossier("Elus")
    form = reader.see(f"/dossier/{number}").xpath("//form[contains(@action, '/rename')]")[0]
    page = reader.press(form, name="Élus")
    assert (words(page.find(".//h1")), news_of(page)) == ("Élus", "Nom changé.")


def test_a_deleted_dossier_comes_back_with_its_notes(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1", "b2")
    with Archive.open(reader.path) as archive:
        archive.desk.set_note(number, "b2", "à citer")
    [form] = reader.see(f"/dossier/{number}").xpath("//form[contains(@action, '/delete')]")
    page = reader.press(form)
    assert news_of(page).startswith("Dossier supprimé : Bacs, 2 articles.")
    assert select(page, "#dossiers li") == []
    back = reader.press(page.get_element_by_id("undo").getparent())
    assert news_of(back) == "Rétabli : Bacs, 2 articles."
    assert texts(back, ".note-text") == ["à citer"]


def test_what_was_put_back_cannot_be_put_back_twice(reader: Reader) -> None:
    number = reader.make_dossier("Bacs")
    address = reader.send(f"/dossier/{number}/delete").headers["location"]
    undo = address.partition("undo=")[2]
    reader.send("/dossiers/restore", undo=undo)
    assert "trop tard" in reader.send("/dossiers/restore", 410, undo=undo).text


def test_a_dossier_is_not_put_back_over_another_of_its_name(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    undo = reader.send(f"/dossier/{number}/delete").headers["location"].partition("undo=")[2]
    other = reader.make_dossier("Bacs")
    assert "déjà un dossier" in reader.send("/dossiers/restore", 409, undo=undo).text
    reader.send(f"/dossier/{other}/rename", name="Autres")
    assert reader.send("/dossiers/restore", undo=undo).headers["location"].startswith(f"/dossier/{number}?")


@pytest.mark.parametrize("address", ["/dossier/7", "/dossier/7.json", "/dossier/7.csv", "/dossier/7/export"])
def test_a_dossier_that_is_no_more_is_told(reader: Reader, address: str) -> None:
    answer = reader.client.get(address)
    assert answer.status_code == 404
    assert "as de dossier n° 7" in answer.text


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "9" * 5000, "1.5", "%00"])
def test_what_is_no_number_of_a_dossier_is_refused(reader: Reader, number: str) -> None:
    assert reader.client.get(f"/dossier/{number}").status_code == 422


def test_articles_stand_as_they_were_added(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b2", "b3", "b1")
    page = reader.see(f"/dossier/{number}")
    assert texts(page, "#articles h2 a") == ["Le bac revient", "Le pont remplace le bac", "Le bac de Brévan"]
    assert words(select(page, "#article-1 .facts")[0]).startswith("4 mai 2018 Le Lien ajouté le")
    assert select(page, "#article-1 h2 a")[0].get("href") == "/article/b2"


@pytest.mark.parametrize(
    ("sort", "ids"),
    [("newest", ["b2", "b1", "b3", HOSTILE_ID]), ("oldest", ["b3", "b1", "b2", HOSTILE_ID])],
)
def test_by_date_the_undated_come_last(reader: Reader, sort: str, ids: list[str]) -> None:
    number = reader.make_dossier("Bacs", HOSTILE_ID, "b1", "b2", "b3")
    page = reader.see(f"/dossier/{number}?sort={sort}")
    assert page.xpath("//ol[@id='articles']//input[@name='article' and @type='checkbox']/@value") == ids
    assert page.xpath("//*[@id='orders']//a[@aria-current]/@href") == [f"/dossier/{number}?sort={sort}"]


def test_what_has_left_the_archive_is_told(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1", "b2")
    with Archive.open(reader.path) as archive:
        archive.remove(["b1"])
    page = reader.see(f"/dossier/{number}")
    assert words(page.get_element_by_id("gone")).startswith("1 article a quitté l’archive")
    assert texts(page, "#articles h2") == ["N’est plus dans l’archive : b1", "Le bac revient"]


def test_a_long_dossier_has_pages(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier_reading, "ARTICLES_SHOWN", 2)
    number = reader.make_dossier("Bacs", "b1", "b2", "b3")
    assert len(titles(reader, f"/dossier/{number}")) == 2
    page = reader.see(f"/dossier/{number}?page=2&sort=oldest")
    assert texts(page, "#articles h2 a") == ["Le bac revient"]
    assert select(page, "#articles")[0].get("start") == "3"
    assert page.xpath("//nav[@id='pager']//a[@rel='prev']/@href") == [f"/dossier/{number}?sort=oldest"]


@pytest.mark.parametrize("number", [2, 10**9])
def test_a_page_after_the_last_leads_back_to_it(reader: Reader, number: int) -> None:
    dossier = reader.make_dossier("Bacs", "b1")
    page = reader.see(f"/dossier/{dossier}?page={number}")
    assert page.get_element_by_id("beyond").xpath("a/@href") == [f"/dossier/{dossier}"]


def test_the_list_has_twins(reader: Reader) -> None:
    reader.make_dossier("=Bacs", "b1")
    answer = DossiersAnswer.model_validate_json(reader.client.get("/dossiers.json").content)
    assert [(each.name, each.articles) for each in answer.dossiers] == [("=Bacs", 1)]
    [row] = csv.DictReader(io.StringIO(reader.client.get("/dossiers.csv").text))
    assert (row["name"], row["articles"]) == ("'=Bacs", "1")


def test_a_dossier_has_twins_of_all_its_articles(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier_reading, "ARTICLES_SHOWN", 1)
    number = reader.make_dossier("Bacs", "b1", "b2")
    with Archive.open(reader.path) as archive:
        archive.remove(["b1"])
    answer = DossierAnswer.model_validate_json(reader.client.get(f"/dossier/{number}.json").content)
    assert [(each.article, each.in_archive, each.title) for each in answer.articles] == [
        ("b1", False, None),
        ("b2", True, "Le bac revient"),
    ]
    rows = list(csv.DictReader(io.StringIO(reader.client.get(f"/dossier/{number}.csv?sort=newest").text)))
    assert [(row["article"], row["in_archive"]) for row in rows] == [("b2", "1"), ("b1", "0")]


@pytest.mark.parametrize("page", ["/dossiers", "/dossier/1?sort=oldest"])
def test_a_page_leads_to_its_twins(reader: Reader, page: str) -> None:
    reader.make_dossier("Bacs", "b1")
    links = reader.see(page).xpath("//link[@rel='alternate']/@href")
    assert [reader.client.get(link).status_code for link in links] == [200, 200]
    assert select(reader.see(page), ".twins")[0].xpath("a/@href") == links


def test_names_ids_titles_and_notes_are_never_markup(reader: Reader) -> None:
    number = reader.make_dossier(SCRIPT, HOSTILE_ID)
    with Archive.open(reader.path) as archive:
        archive.desk.set_note(number, HOSTILE_ID, SCRIPT)
    for address in ("/dossiers", f"/dossier/{number}", f"/dossier/{number}/export"):
        answer = reader.client.get(address)
        assert SCRIPT not in answer.text
        assert "&lt;script&gt;alert(1)" in answer.text
    page = reader.see(f"/dossier/{number}")
    assert reader.client.get(select(page, "#article-1 h2 a")[0].get("href")).status_code == 200


@pytest.mark.parametrize("address", ["/dossiers", "/dossier/1", "/dossier/1?sort=newest", "/dossier/1/export"])
def test_every_link_and_form_keeps_the_language(reader: Reader, address: str) -> None:
    reader.make_dossier("Bacs", "b1")
    page = reader.see(f"{address}{'&' if '?' in address else '?'}lang=en")
    links = page.xpath("//main//@href[starts-with(., '/') and not(starts-with(., '/static'))]")
    links += page.xpath("//main//form[@method='post']/@action")
    assert links
    assert [link for link in links if "lang=en" not in link] == []


@pytest.mark.parametrize(
    "address",
    [
        "/dossiers/create",
        "/dossiers/add",
        "/dossiers/restore",
        "/dossier/1/rename",
        "/dossier/1/delete",
        "/dossier/1/remove",
        "/dossier/1/note",
    ],
)
def test_nothing_changes_without_the_secret(reader: Reader, address: str) -> None:
    reader.make_dossier("Bacs", "b1")
    before = reader.client.get("/dossier/1.json").json()
    form = {"token": "un autre", "name": "Autre", "article": "b1", "note": "x", "dossier": "1"}
    assert reader.client.post(address, data=form).status_code == 403
    assert reader.client.get("/dossier/1.json").json() == before
    assert len(reader.client.get("/dossiers.json").json()["dossiers"]) == 1


def test_a_damaged_desk_is_told_and_stops_no_search(reader: Reader) -> None:
    (reader.path / "desk.sqlite").write_bytes(b"ce n'est pas une base" * 100)
    page = reader.see("/dossiers", status=500)
    assert "desk.sqlite" in words(page)
    found = reader.see("/search?q=bac")
    assert len(select(found, "#hits .hit")) == 4
    assert "desk.sqlite" in words(found.get_element_by_id("keeping"))
    assert "desk.sqlite" in words(reader.see("/article/b1").get_element_by_id("keep"))


def test_an_archive_that_is_not_there_yet_is_told(browse: Browse, tmp_path: Path) -> None:
    assert browse(tmp_path / "absente").get("/dossiers.json").status_code == 404

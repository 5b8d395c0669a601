"""Tests of putting articles into dossiers from other pages, taking them out, and noting things of them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from archive_search import Archive
from archive_search.store.desk import opening
from archive_search.web.desk.way_back import is_ours
from tests.unit.web.archives import HOSTILE_ID
from tests.unit.web.conftest import Browse
from tests.unit.web.desk_reader import Reader, make_desk, news_of
from tests.unit.web.pages import read, select, texts, words


@pytest.fixture
def reader(browse: Browse, tmp_path: Path) -> Reader:
    path = make_desk(tmp_path / "archive")
    return Reader(browse(path), path)


def ids_in(reader: Reader, number: int) -> list[str]:
    return [each["article"] for each in reader.client.get(f"/dossier/{number}.json").json()["articles"]]


def note_form(reader: Reader, number: int, place: int = 1) -> html.HtmlElement:
    return select(reader.see(f"/dossier/{number}"), f"#note-{place} form")[0]


def test_articles_that_are_ticked_go_into_a_new_dossier(reader: Reader) -> None:
    page = reader.see("/search?q=bac&sort=newest")
    boxes = page.xpath("//input[@type='checkbox'][@form='selection']")
    chosen = [box.get("value") for box in (boxes[0], boxes[3])]
    page = reader.press(page.get_element_by_id("selection"), article=chosen, name="Bacs")
    assert news_of(page) == "2 articles ajoutés à Bacs."
    assert ids_in(reader, 1) == ["b2", HOSTILE_ID]


def test_after_it_the_same_answer_is_shown(reader: Reader) -> None:
    address = "/search?q=bac+pont&any=1&sort=newest&size=2&page=2&lang=en"
    back = reader.see(address).get_element_by_id("selection").fields["back"]
    location = reader.send("/dossiers/add", article="b1", name="Bacs", back=back).headers["location"]
    assert location == f"{address}&told=added&count=1&there=0&dossier=1#keeping"
    assert news_of(reader.see(location)) == "1 article added to Bacs."


def test_hits_tell_in_which_dossiers_they_are(reader: Reader) -> None:
    reader.make_dossier("Rives", "b1")
    reader.make_dossier("Bacs", "b1", "b2")
    page = reader.see("/search?q=titre:bac&sort=newest")
    assert [texts(page, f"#kept-{rank} li") for rank in (1, 2, 3)] == [["Bacs"], ["Bacs", "Rives"], []]


def test_the_dossier_that_changed_last_is_proposed(reader: Reader) -> None:
    reader.make_dossier("Bacs")
    reader.make_dossier("Anciens", "b1")
    form = reader.see("/search?q=bac").get_element_by_id("selection")
    assert words(form.xpath("//select[@id='dossier-selection']/option[@selected]")[0]) == "Anciens"


def test_a_dossier_is_chosen_by_its_number(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    location = reader.send("/dossiers/add", article=["b1", "b2"], dossier=str(number), name="").headers["location"]
    assert news_of(reader.see(location)) == "1 article ajouté à Bacs ; 1 y était déjà."


def test_a_name_that_is_typed_goes_before_a_dossier_that_is_chosen(reader: Reader) -> None:
    number = reader.make_dossier("Bacs")
    reader.send("/dossiers/add", article="b1", dossier=str(number), name="Rives")
    assert (ids_in(reader, number), ids_in(reader, number + 1)) == ([], ["b1"])


def test_the_name_of_a_dossier_that_is_there_means_it(reader: Reader) -> None:
    number = reader.make_dossier("Élus")
    reader.send("/dossiers/add", article="b1", name="elus")
    assert ids_in(reader, number) == ["b1"]


def test_what_is_in_it_already_is_told(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    location = reader.send("/dossiers/add", article="b1", dossier=str(number)).headers["location"]
    assert news_of(reader.see(location)) == "Rien à ajouter : tout était déjà dans Bacs."


def test_nothing_ticked_makes_no_dossier(reader: Reader) -> None:
    location = reader.send("/dossiers/add", name="Bacs", back="/search?q=bac").headers["location"]
    assert news_of(reader.see(location)).startswith("Rien n’est coché")
    assert reader.client.get("/dossiers.json").json()["dossiers"] == []


def test_an_article_that_is_not_there_makes_no_dossier(reader: Reader) -> None:
    answer = reader.send("/dossiers/add", 404, article=["b1", "absent"], name="Bacs")
    assert texts(read(answer, 404), "#main p")[0].startswith("Pas d'article « absent »")
    assert reader.client.get("/dossiers.json").json()["dossiers"] == []


def test_a_dossier_that_another_window_deleted_is_told(reader: Reader) -> None:
    assert "as de dossier n° 7" in reader.send("/dossiers/add", 404, article="b1", dossier="7").text


def test_no_dossier_at_all_is_refused(reader: Reader) -> None:
    assert "Nom vide" in reader.send("/dossiers/add", 409, article="b1", dossier="", name="").text


@pytest.mark.parametrize(
    "back",
    [
        "//ailleurs.example/",
        "/\\ailleurs.example/",
        "\\\\ailleurs.example",
        "/\t/ailleurs.example/",
        "/\n/ailleurs.example",
        "https://ailleurs.example/",
        "javascript:alert(1)",
        "ailleurs",
        " /search",
        "/é",
        "",
    ],
)
def test_nobody_is_led_away(reader: Reader, back: str) -> None:
    location = reader.send("/dossiers/add", article="b1", name="Bacs", back=back).headers["location"]
    assert location.startswith("/dossier/1?told=added")


@given(st.text(min_size=1))
def test_an_address_of_ours_begins_with_one_slash_and_has_no_blank(address: str) -> None:
    if is_ours(address):
        assert address[0] == "/"
        assert address[1:2] not in {"/", "\\"}
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address


def test_an_article_is_kept_from_its_own_page(reader: Reader) -> None:
    page = reader.see(f"/article/{quote(HOSTILE_ID, safe='')}?q=bac")
    page = reader.press(page.get_element_by_id("keep-form"), name="Bacs")
    assert news_of(page) == "1 article ajouté à Bacs."
    assert texts(page, "#kept li") == ["Bacs"]
    assert page.get_element_by_id("q") is not None
    assert ids_in(reader, 1) == [HOSTILE_ID]


def test_articles_are_taken_out_and_put_back_with_their_notes(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1", "b2", "b3")
    with Archive.open(reader.path) as archive:
        archive.desk.set_note(number, "b1", "à citer")
        archive.remove(["b1"])
    page = reader.see(f"/dossier/{number}?sort=oldest")
    page = reader.press(page.get_element_by_id("selection"), article=["b1", "b2"])
    assert news_of(page).startswith("2 articles retirés du dossier.")
    assert page.xpath("//*[@id='orders']//a[@aria-current]/@href") == [f"/dossier/{number}?sort=oldest"]
    back = reader.press(page.get_element_by_id("undo").getparent())
    assert texts(back, ".note-text") == ["à citer"]
    assert sorted(ids_in(reader, number)) == ["b1", "b2", "b3"]


def test_nothing_ticked_takes_nothing_out(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    location = reader.send(f"/dossier/{number}/remove").headers["location"]
    assert news_of(reader.see(location)).startswith("Rien n’est coché")
    assert ids_in(reader, number) == ["b1"]


def test_a_note_is_written_and_taken_away(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    page = reader.press(note_form(reader, number), note="à citer\r\nen entier")
    assert news_of(page) == "Note enregistrée."
    assert select(page, ".note-text")[0].text == "à citer\nen entier"
    page = reader.press(note_form(reader, number), note="")
    assert select(page, ".note-text") == []


def test_a_note_of_another_window_is_not_lost(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    form = note_form(reader, number)
    with Archive.open(reader.path) as archive:
        archive.desk.set_note(number, "b1", "de l'autre fenêtre")
    sent = {**dict(form.form_values()), "note": "la mienne"}
    answer = reader.client.post(form.get("action"), data=sent)
    page = read(answer, 409)
    assert words(page.get_element_by_id("there")) == "de l'autre fenêtre"
    assert page.get_element_by_id("note").value.removeprefix("\n") == "la mienne"
    page = reader.press(page.get_element_by_id("refused").find(".//form"))
    assert texts(page, ".note-text") == ["la mienne"]


def test_a_note_that_is_too_long_is_refused_and_not_lost(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    form = note_form(reader, number)
    answer = reader.client.post(form.get("action"), data={**dict(form.form_values()), "note": "é" * 10_001})
    assert read(answer, 409).get_element_by_id("note").value.removeprefix("\n") == "é" * 10_001


def test_a_note_of_an_article_that_was_taken_out_is_told(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1")
    form = dict(note_form(reader, number).form_values())
    reader.send(f"/dossier/{number}/remove", article="b1")
    assert "n&#39;est plus dans le dossier" in reader.send(f"/dossier/{number}/note", 404, **form).text


def test_a_desk_that_another_program_holds_can_be_tried_again(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    number = reader.make_dossier("Bacs", "b1")
    form = dict(note_form(reader, number).form_values()) | {"note": "à citer"}
    monkeypatch.setattr(opening, "_PATIENCE_SECONDS", 0.01)
    with closing(sqlite3.connect(reader.path / "desk.sqlite", isolation_level=None)) as other:
        other.execute("begin immediate")
        answer = reader.send(f"/dossier/{number}/note", 409, **form)
    page = read(answer, 409)
    assert page.get_element_by_id("note").value.removeprefix("\n") == "à citer"
    page = reader.press(page.get_element_by_id("refused").find(".//form"))
    assert texts(page, ".note-text") == ["à citer"]


@pytest.mark.parametrize(
    "told",
    [
        "told=<script>",
        "told=added&count=x",
        f"told=added&count={'9' * 9999}",
        "told=deleted&undo=x",
        "told=added&dossier=-3",
    ],
    ids=["no code", "no number", "long number", "unknown key", "unknown dossier"],
)
def test_an_address_tells_codes_and_numbers_only(reader: Reader, told: str) -> None:
    for page in ("/dossiers?", "/search?q=bac&"):
        assert "script>" not in news_of(reader.see(f"{page}{told}"))

"""Tests of exports in the browser: what is sent, under which name, and what happens when it cannot be."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.archive.exporting import ExportOptions
from archive_search.exports.export_format import ExportFormat
from archive_search.web.desk import export_pages
from archive_search.web.desk.downloads import Chosen, send_articles
from archive_search.web.desk.file_names import disposition, name_file
from archive_search.web.site import Site
from tests.unit.web.archives import SCRIPT
from tests.unit.web.conftest import Browse
from tests.unit.web.desk_reader import Reader, make_desk
from tests.unit.web.pages import select, words


@pytest.fixture
def reader(browse: Browse, tmp_path: Path) -> Reader:
    path = make_desk(tmp_path / "archive")
    return Reader(browse(path), path)


def ids_in(content: bytes) -> list[str]:
    return [each["article"] for each in json.loads(content)["articles"]]


@pytest.mark.parametrize(
    ("wanted", "begins"),
    [
        ("csv", "\ufeffarticle;".encode()),
        ("json", b'{"version": 1'),
        ("ris", b"TY  - NEWS"),
        ("bibtex", b"@article{"),
        ("csl", b"[\n"),
        ("html", b"<!doctype html>"),
        ("docx", b"PK"),
    ],
)
def test_an_answer_is_sent_as_a_file(reader: Reader, wanted: str, begins: bytes) -> None:
    if wanted == "docx":
        pytest.importorskip("docx")
    answer = reader.client.get("/export", params={"q": "bac", "format": wanted})
    assert answer.status_code == 200
    assert answer.content.lower().startswith(begins.lower())
    assert answer.headers["content-type"] == ExportFormat(wanted).media_type
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="bac{ExportFormat(wanted).suffix}"')


def test_all_that_narrows_a_search_and_its_order_hold_for_its_export(reader: Reader) -> None:
    answer = reader.client.get("/export?q=bac&source=Le+Phare&sort=oldest&size=1&page=2&format=json")
    assert ids_in(answer.content) == ["b3", "b1"]


def test_the_page_offers_what_its_forms_send(reader: Reader) -> None:
    page = reader.see("/export?q=bac&source=Le+Phare&sort=oldest&lang=en")
    form = page.get_element_by_id("export")
    assert form.form_values() == [("q", "bac"), ("source", "Le Phare"), ("sort", "oldest"), ("lang", "en")]
    assert words(page.get_element_by_id("total")) == "2 articles, reprints included"
    assert [button.get("value") for button in select(page, "#export button")] == [
        *("html", "docx", "ris", "bibtex", "csl", "csv", "json")
    ]


def test_a_press_review_has_the_title_asked_for_and_shows_what_was_found(reader: Reader) -> None:
    answer = reader.client.get("/export", params={"q": "bac", "format": "html", "title": "Bacs & ponts"})
    assert "Bacs &amp; ponts" in answer.text
    assert "<mark>" in answer.text
    assert SCRIPT not in answer.text


def test_a_press_review_is_never_shown_as_a_page_of_ours(reader: Reader) -> None:
    answer = reader.client.get("/export?q=bac&format=html")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_dossier_is_exported_in_the_order_of_its_page(reader: Reader) -> None:
    number = reader.make_dossier("Trêves", "b1", "b2", "b3")
    page = reader.see(f"/dossier/{number}?sort=oldest")
    offered = reader.see(page.get_element_by_id("export").get("href"))
    fields = dict(offered.get_element_by_id("export").form_values())
    answer = reader.client.get(offered.get_element_by_id("export").get("action"), params={**fields, "format": "json"})
    assert ids_in(answer.content) == ["b3", "b1", "b2"]
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"Treves.json\"; filename*=UTF-8''Tr%C3%AAves.json"
    )


def test_the_press_review_of_a_dossier_has_its_name(reader: Reader) -> None:
    number = reader.make_dossier("Trêves", "b1")
    assert "<h1>Trêves</h1>" in reader.client.get(f"/dossier/{number}/export?format=html").text


def test_what_has_left_the_archive_is_left_out(reader: Reader) -> None:
    number = reader.make_dossier("Bacs", "b1", "b2")
    with Archive.open(reader.path) as archive:
        archive.remove(["b1"])
    assert ids_in(reader.client.get(f"/dossier/{number}/export?format=json").content) == ["b2"]
    assert words(reader.see(f"/dossier/{number}/export").get_element_by_id("total")) == "1 article"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/export?q=SAUF&format=ris", 400, "Caractère 1"),
        ("/export?q=SAUF", 400, "Caractère 1"),
        ("/export", 400, "Rien à chercher"),
        ("/export?format=csv", 400, "Rien à chercher"),
        ("/export?q=catamaran&format=docx", 404, "Aucun article à exporter"),
        ("/export?q=bac&format=pdf", 422, "bibtex"),
        ("/dossier/1/export?format=csv", 404, "Aucun article à exporter"),
    ],
)
def test_what_cannot_be_exported_is_a_page_and_not_half_a_file(
    reader: Reader, address: str, status: int, said: str
) -> None:
    reader.make_dossier("Vide")
    page = reader.see(address, status)
    assert said in words(page.find_class("failure")[0])


def test_an_answer_of_nothing_offers_nothing(reader: Reader) -> None:
    page = reader.see("/export?q=catamaran")
    assert select(page, "#export") == []
    assert page.get_element_by_id("none") is not None


def test_word_is_told_where_what_writes_it_is_absent(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_pages, "find_spec", lambda _name: None)
    page = reader.see("/export?q=bac")
    assert page.get_element_by_id("as-docx").get("disabled") is not None
    assert "docx" in words(reader.see("/export?q=bac&format=docx", 409).find_class("failure")[0])


def test_many_articles_are_better_had_as_a_table(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_pages, "MANY", 2)
    assert select(reader.see("/export?q=bac"), "#many")
    assert not select(reader.see("/export?q=titre:pont"), "#many")


def site_of(reader: Reader) -> Site:
    site: Site = reader.client.app.state.site  # type: ignore[attr-defined]
    return site


def held(reader: Reader) -> int:
    """Count who has the archive in hand."""
    return sum(site_of(reader).holder._users.values())


@pytest.mark.parametrize(
    "address", ["/export?q=bac&format=html", "/export?q=SAUF&format=ris", "/export?q=x&format=ris"]
)
def test_the_archive_is_given_back_whatever_happens(reader: Reader, address: str) -> None:
    reader.client.get(address)
    assert held(reader) == 0


def test_the_archive_is_held_until_the_browser_goes(reader: Reader) -> None:
    reader.client.get("/search.json?q=bac")
    download = send_articles(
        site_of(reader), lambda _: Chosen("bac", {}, "bac"), ExportOptions(format=ExportFormat.RIS)
    )
    assert held(reader) == 1
    del download
    assert held(reader) == 0


@given(st.text(), st.sampled_from(ExportFormat))
def test_every_text_makes_the_name_of_a_file(text: str, wanted: ExportFormat) -> None:
    name = name_file(text, wanted.suffix)
    assert name.endswith(wanted.suffix)
    assert len(name) > len(wanted.suffix)
    assert len(name.encode("utf-8", "replace")) <= 350
    assert not set(name) & set('\\/:*?"<>|%\n\r\t\0')
    assert not name.startswith((".", " "))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_name_is_told_in_ascii_and_as_it_is(text: str) -> None:
    header = disposition(name_file(text, ".csv"))
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert unquote(header.partition("filename*=UTF-8''")[2]) == name_file(text, ".csv")

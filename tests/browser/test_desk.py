"""Keeping articles in dossiers, exporting them, saving a search."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser


def keep_two(page: Page) -> None:
    """Tick two hits, and put them in a new dossier."""
    for place in (0, 1):
        page.locator(".hit").nth(place).get_by_role("checkbox").check()
    page.locator("#new-selection").fill("Trêves")
    page.get_by_role("button", name="Ajouter au dossier").click()
    expect(page.locator("#desk-news")).to_contain_text("2 articles ajoutés")


def open_dossier(page: Page) -> None:
    """Open the dossier that `keep_two` made."""
    page.goto("/dossiers")
    page.get_by_role("link", name="Trêves").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trêves")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_articles_that_are_ticked_go_into_a_dossier(own_desktop: str, read: Open, scripts: bool) -> None:
    page = read(own_desktop, "/search?q=Syrie", java_script_enabled=scripts)
    keep_two(page)
    open_dossier(page)
    expect(page.locator("#articles .hit")).to_have_count(2)


def test_the_name_of_a_dossier_stays_where_nothing_was_ticked(own_desktop: str, read: Open) -> None:
    page = read(own_desktop, "/search?q=Syrie")
    page.locator("#new-selection").fill("Trêves")
    page.get_by_role("button", name="Ajouter au dossier").click()
    expect(page.locator("#desk-news")).to_contain_text("Rien n’est coché")
    expect(page.locator("#new-selection")).to_have_value("Trêves")


def test_a_note_is_kept_with_an_article(own_desktop: str, read: Open) -> None:
    page = read(own_desktop, "/search?q=Syrie")
    keep_two(page)
    open_dossier(page)
    row = page.locator("#articles .hit").first
    row.get_by_text("Ajouter une note").click()
    row.get_by_label("Note", exact=True).fill("à citer lundi")
    row.get_by_role("button", name="Enregistrer la note").click()
    expect(page.locator(".note-text")).to_have_text("à citer lundi")
    page.reload()
    expect(page.locator(".note-text")).to_have_text("à citer lundi")


def test_a_dossier_that_is_deleted_can_be_had_back(own_desktop: str, read: Open) -> None:
    page = read(own_desktop, "/search?q=Syrie")
    keep_two(page)
    open_dossier(page)
    page.get_by_text("Renommer ou supprimer").click()
    page.get_by_role("button", name="Supprimer le dossier").click()
    expect(page.get_by_role("link", name="Trêves")).to_have_count(0)
    page.locator("#undo").click()
    expect(page.get_by_role("link", name="Trêves").first).to_be_visible()


@pytest.mark.parametrize(
    ("form", "suffix", "content"),
    [("ris", ".ris", "TY  - NEWS"), ("html", ".html", "<mark>"), ("csv", ".csv", "Syrie")],
)
def test_an_answer_is_exported(desktop: str, read: Open, tmp_path: Path, form: str, suffix: str, content: str) -> None:
    page = read(desktop, "/search?q=Syrie")
    page.locator("#export-answer").click()
    with page.expect_download() as download:
        page.locator(f"#as-{form}").click()
    assert download.value.suggested_filename.endswith(suffix)
    download.value.save_as(tmp_path / "export")
    assert content in (tmp_path / "export").read_text(encoding="utf-8")


def test_a_search_is_saved_and_found_again(own_desktop: str, read: Open) -> None:
    page = read(own_desktop, "/search?q=trêve")
    page.get_by_text("Enregistrer cette recherche").click()
    page.locator("#save-name").fill("Les trêves")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator("#desk-news")).to_contain_text("Les trêves")
    page.goto("/searches")
    page.get_by_role("link", name="Les trêves").click()
    page.wait_for_url(re.compile("q=tr"))
    expect(page.locator(".hit").first).to_be_visible()

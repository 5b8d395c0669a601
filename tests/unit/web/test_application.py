"""Tests of the desktop as a whole."""

from starlette.testclient import TestClient

from tests.unit.web.pages import read


def test_a_search_shows_what_it_finds(browser: TestClient) -> None:
    answer = browser.get("/search", params={"q": "Lattaquié"})
    assert answer.status_code == 200
    assert "<mark>" in answer.text


def test_an_address_that_leads_nowhere_has_a_page(browser: TestClient) -> None:
    answer = browser.get("/nulle-part")
    assert answer.status_code == 404
    assert "Pas de page à cette adresse" in answer.text


def test_pages_speak_english_to_who_prefers_it(browser: TestClient) -> None:
    assert "Saved searches" in browser.get("/nulle-part", headers={"accept-language": "en-GB,fr;q=0.3"}).text
    assert "Saved searches" in browser.get("/nulle-part?lang=en").text


def test_a_name_that_is_not_ours_is_refused(browser: TestClient) -> None:
    assert browser.get("/search", headers={"host": "mechant.example"}).status_code == 421


def test_the_box_of_every_page_keeps_the_query(browser: TestClient) -> None:
    page = read(browser.get("/help", params={"q": 'gué "<b>"'}))
    assert page.get_element_by_id("q").get("value") == 'gué "<b>"'

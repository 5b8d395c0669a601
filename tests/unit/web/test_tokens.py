"""Tests of the secret that forms carry."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.unit.web.conftest import Browse, token_of


@pytest.mark.parametrize(
    "form",
    [
        pytest.param({}, id="absent"),
        pytest.param({"token": ""}, id="empty"),
        pytest.param({"token": "x" * 43}, id="wrong"),
        pytest.param({"token": "é"}, id="not of ASCII"),
    ],
)
def test_a_form_without_our_secret_is_refused(browser: TestClient, form: dict[str, str]) -> None:
    answer = browser.post("/archive/stop", data=form)
    assert answer.status_code == 403
    assert "rechargez-la" in answer.text


def test_a_form_with_it_is_taken(browser: TestClient) -> None:
    answer = browser.post("/archive/stop", data={"token": token_of(browser)}, follow_redirects=False)
    assert answer.status_code == 303


def test_the_secret_of_another_run_is_refused(browse: Browse, tmp_path: Path) -> None:
    first, second = browse(tmp_path / "archive"), browse(tmp_path / "archive")
    assert token_of(first) != token_of(second)
    assert second.post("/archive/stop", data={"token": token_of(first)}).status_code == 403


def test_a_secret_in_the_address_is_not_read(browser: TestClient) -> None:
    assert browser.post("/archive/stop", params={"token": token_of(browser)}).status_code == 403


def test_no_address_carries_the_secret(browser: TestClient) -> None:
    page = browser.get("/welcome").text
    assert f'value="{token_of(browser)}"' in page
    assert page.count(token_of(browser)) == page.count(f'name="token" value="{token_of(browser)}"')


def test_every_form_that_is_posted_has_it(browser: TestClient) -> None:
    for address in ("/welcome", "/archive", "/article/cl-160910-1", "/entity/place:syrie"):
        forms = browser.get(address).text.split("<form")[1:]
        posted = [form.split("</form>")[0] for form in forms if 'method="post"' in form.split(">")[0]]
        assert posted
        assert [form for form in posted if token_of(browser) not in form] == [], address

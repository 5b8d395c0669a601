"""References of an article, and its original file opened in its own application."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.web.article.opening import command_for, open_file, opener_here
from tests.unit.web.conftest import Browse, token_of
from tests.unit.web.pages import read, texts

DIGUE = "/article/digue.txt"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Give the file of the one article of an archive beside it."""
    file = tmp_path / "digue.txt"
    file.write_text("La digue cède\n\nElle avait été refaite en 2015.", encoding="utf-8")
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        archive.add([file])
    return file


@pytest.fixture
def opened(written: Path, browse: Browse) -> tuple[TestClient, list[Path]]:
    """Give a desktop, and the files that it would have opened."""
    client = browse(written.parent / "archive")
    files: list[Path] = []

    def note(path: Path) -> bool:
        files.append(path)
        return True

    client.app.dependency_overrides[opener_here] = lambda: note  # type: ignore[attr-defined]
    return client, files


def press(client: TestClient, *, token: str | None = None) -> Any:
    data = {"token": token_of(client) if token is None else token}
    return client.post(f"{DIGUE}/open?q=digue", data=data, follow_redirects=False)


def test_the_original_is_opened_and_the_article_says_so(opened: tuple[TestClient, list[Path]], written: Path) -> None:
    client, files = opened
    answer = press(client)
    assert files == [written.resolve()]
    assert (answer.status_code, answer.headers["location"]) == (303, f"{DIGUE}?q=digue&opened=1")
    page = read(client.get(answer.headers["location"]))
    assert texts(page, "#opened") == ["Le fichier s’ouvre dans son application."]


def test_the_button_of_the_page_opens_it(opened: tuple[TestClient, list[Path]], written: Path) -> None:
    client, files = opened
    (form,) = read(client.get(f"{DIGUE}?q=digue")).xpath("//*[@id='original']/form")
    client.post(form.get("action"), data=dict(form.form_values()))
    assert files == [written.resolve()]


@pytest.mark.parametrize("token", ["", "x" * 43], ids=["none", "of another run"])
def test_a_form_without_our_token_opens_nothing(opened: tuple[TestClient, list[Path]], token: str) -> None:
    client, files = opened
    assert press(client, token=token).status_code == 403
    assert files == []


def test_an_address_alone_opens_nothing(opened: tuple[TestClient, list[Path]]) -> None:
    client, files = opened
    assert client.get(f"{DIGUE}/open?token={token_of(client)}").status_code == 404
    assert files == []


def test_a_file_that_is_gone_is_told(opened: tuple[TestClient, list[Path]], written: Path) -> None:
    client, files = opened
    written.unlink()
    answer = press(client)
    assert "introuvable" in texts(read(answer, 409), "#fault")[0]
    assert files == []


def test_a_file_that_became_a_program_is_not_opened(opened: tuple[TestClient, list[Path]], written: Path) -> None:
    client, files = opened
    written.replace(written.with_name("virus.sh"))
    written.symlink_to(written.with_name("virus.sh"))
    assert (press(client).status_code, files) == (409, [])


def test_where_nothing_opens_files_the_path_is_given(written: Path, browse: Browse) -> None:
    client = browse(written.parent / "archive")
    client.app.dependency_overrides[opener_here] = lambda: lambda _path: False  # type: ignore[attr-defined]
    page = read(press(client))
    assert page.xpath("//*[@id='original-path']/@value") == [str(written.resolve())]


@pytest.fixture
def programs(tmp_path: Path) -> str:
    """Give a folder of programs in which there is xdg-open."""
    program = tmp_path / "bin/xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/seen\n', encoding="utf-8")
    program.chmod(0o755)
    return str(program.parent)


@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_on_a_linux_desktop_xdg_open_is_given_one_absolute_path(programs: str, screen: str) -> None:
    path = Path("/presse/-o; touch x.txt")
    command = command_for(path, platform="linux", environment={"PATH": programs, screen: ":0"})
    assert command == [f"{programs}/xdg-open", "/presse/-o; touch x.txt"]


@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ""}], ids=["none", "empty"])
def test_without_a_screen_nothing_is_run(programs: str, screen: dict[str, str]) -> None:
    assert command_for(Path("/a.txt"), platform="linux", environment={"PATH": programs, **screen}) is None


def test_without_an_opener_nothing_is_run(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path), "DISPLAY": ":0"}
    assert command_for(Path("/a.txt"), platform="linux", environment=environment) is None


def test_a_relative_path_is_never_passed_on() -> None:
    with pytest.raises(ValueError, match="absolute"):
        command_for(Path("-a.txt"), platform="darwin", environment={})


@pytest.mark.skipif(sys.platform != "linux", reason="runs a program of Linux")
def test_a_file_is_handed_to_the_opener_of_the_system(
    programs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", programs)
    monkeypatch.setenv("DISPLAY", ":0")
    # Reading waits for the program to write.
    os.mkfifo(tmp_path / "seen")
    assert open_file(tmp_path / "a b.txt")
    assert (tmp_path / "seen").read_text(encoding="utf-8") == str(tmp_path / "a b.txt")


def test_references_stand_in_fields_to_copy(browser: TestClient) -> None:
    page = read(browser.get("/article/cl-160910-1"))
    fields = {field.get("id"): field.text for field in page.xpath("//*[@id='cite']//textarea[@readonly]")}
    assert list(fields) == ["cite-iso690", "cite-bibtex", "cite-ris", "cite-csl"]
    assert "10 septembre 2016" in fields["cite-iso690"]
    assert json.loads(fields["cite-csl"])[0]["id"] == "cl-160910-1"
    assert page.xpath("//*[@id='cite']//label/@for") == list(fields)


@pytest.mark.parametrize(
    ("form", "name", "start"),
    [
        ("iso690", "cl-160910-1.txt", "«\u00a0Syrie"),
        ("bibtex", "cl-160910-1.bib", "@article{"),
        ("ris", "cl-160910-1.ris", "TY  - NEWS\r\n"),
        ("csl", "cl-160910-1.csl.json", "[\n"),
    ],
)
def test_a_reference_is_a_file_to_keep(browser: TestClient, form: str, name: str, start: str) -> None:
    answer = browser.get(f"/article/cl-160910-1/citation?format={form}")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.content.decode().startswith(start)


def test_a_form_of_reference_that_does_not_exist_is_refused(browser: TestClient) -> None:
    assert browser.get("/article/cl-160910-1/citation?format=mla").status_code == 422

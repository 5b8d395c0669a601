"""Names are corrected by forms of the page, undone from it, and never behind a reader's back."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.engines.naming.correcting import Action, Correction
from archive_search.web.shapes.names import CorrectionsAnswer
from tests.unit.web.conftest import Browse, token_of
from tests.unit.web.pages import all_words, page_of, read, words

ANKARA = "/entity/place:ankara"
ASSAD = "/entity/person:bachar-el-assad"


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    """Give a copy of the sample archive that may be corrected."""
    return Path(shutil.copytree(sample, tmp_path / "archive"))


@pytest.fixture
def client(browse: Browse, folder: Path) -> TestClient:
    return browse(folder)


def fields_of(form: Any) -> dict[str, Any]:
    return dict(form.form_values())


def form_of(client: TestClient, address: str, name: str) -> dict[str, Any]:
    """Read the fields of a form of a page as a browser fills them."""
    return fields_of(page_of(client, address).get_element_by_id(name))


def send(client: TestClient, action: str, fields: dict[str, Any], **changes: Any) -> Response:
    return client.post(f"/corrections/{action}", data=fields | changes)


def correct(client: TestClient, address: str, action: str, **changes: Any) -> Response:
    """Fill and send a form of the page of a name, and go where it leads."""
    return send(client, action, form_of(client, address, action), **changes)


def undo(client: TestClient, page: Response) -> Response:
    """Press the button of a page that undoes."""
    [form] = read(page).xpath("//form[@action='/corrections/undo']")
    [button] = form.xpath(".//button")
    return client.post("/corrections/undo", data=fields_of(form) | {"correction": button.get("value")})


def said(page: Response) -> str:
    return words(read(page, page.status_code).xpath("//main")[0])


def ids_in(client: TestClient) -> list[str]:
    return [each["id"] for each in client.get("/entities.json?size=100").json()["entities"]]


@pytest.mark.parametrize(
    ("keep", "id_", "other"), [("this", "place:ankara", "Turquie"), ("other", "place:turquie", "Turquie")]
)
def test_two_names_become_one_under_the_name_chosen(client: TestClient, keep: str, id_: str, other: str) -> None:
    answer = correct(client, ANKARA, "merge", other=other, keep=keep)
    assert answer.status_code == 200
    assert answer.url.path == f"/entity/{id_}"
    assert "ne font plus qu’un" in said(answer)
    assert len({"place:ankara", "place:turquie"} & set(ids_in(client))) == 1


def test_another_name_is_given_by_its_id_too(client: TestClient) -> None:
    assert correct(client, ANKARA, "merge", other="place:turquie").url.path == ANKARA


def test_spellings_split_off_are_a_name_of_their_own(client: TestClient) -> None:
    answer = correct(client, ASSAD, "split", variant="Bachar al Assad", shown="Le docteur Assad")
    assert "ce n’est plus « Bachar el-Assad »" in said(answer)
    assert "person:le-docteur-assad" in ids_in(client)
    [link] = read(answer).xpath("//*[@id='done']//a/@href")
    assert client.get(link).status_code == 200


def test_only_what_can_be_split_off_has_a_box(client: TestClient) -> None:
    boxes = page_of(client, ASSAD).xpath("//form[@id='split']//input[@name='variant']/@value")
    assert boxes == ["Bachar al Assad", "Bachar al-Assad"]
    assert not page_of(client, ANKARA).xpath("//form[@id='split']")


def test_a_hidden_name_is_gone(client: TestClient) -> None:
    answer = correct(client, ANKARA, "hide")
    assert answer.url.path == "/entities"
    assert "« Ankara » n’est plus parmi les noms" in said(answer)
    assert client.get(ANKARA).status_code == 404


def test_a_name_of_another_type_has_another_address(client: TestClient) -> None:
    answer = correct(client, ANKARA, "retype", wanted="org")
    assert answer.url.path == "/entity/org:ankara"
    assert "« Ankara » est maintenant : organisation" in said(answer)


@pytest.mark.parametrize(
    ("address", "action", "changes"),
    [
        (ANKARA, "merge", {"other": "Turquie"}),
        (ASSAD, "split", {"variant": "Bachar al-Assad"}),
        (ANKARA, "hide", {}),
        (ANKARA, "retype", {"wanted": "person"}),
    ],
    ids=["merge", "split", "hide", "retype"],
)
def test_a_correction_is_undone_by_the_button_that_follows_it(
    client: TestClient, folder: Path, address: str, action: str, changes: dict[str, str]
) -> None:
    before = ids_in(client)
    (folder / "aliases.toml").write_text("# à moi\n", encoding="utf-8")
    answer = undo(client, correct(client, address, action, **changes))
    assert answer.url.path == address
    assert "La correction est défaite" in said(answer)
    assert (folder / "aliases.toml").read_text(encoding="utf-8") == "# à moi\n"
    assert ids_in(client) == before


def test_a_correction_tells_its_reader_in_english_too(client: TestClient) -> None:
    fields = form_of(client, f"{ANKARA}?lang=en", "merge")
    answer = client.post("/corrections/merge?lang=en", data=fields | {"other": "Turquie"})
    assert "are now one" in said(answer)
    assert "lang=en" in str(answer.url)


def test_a_name_that_may_be_several_is_chosen_among_them(client: TestClient, folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.correct(Correction(action=Action.SPLIT, name="Sergueï Choïgou", variants=("Sergueï Shoigu",)))
    answer = correct(client, ASSAD, "merge", other="Choïgou")
    [form] = read(answer, 409).xpath("//form[@action='/corrections/merge']")
    choices = form.xpath(".//input[@type='radio'][@name='other']/@value")
    assert sorted(choices) == ["person:serguei-choigou", "person:serguei-shoigu"]
    chosen = send(client, "merge", fields_of(form), other=choices[0])
    assert chosen.url.path == ASSAD
    assert len(client.get("/corrections.json").json()["corrections"]) == 2


@pytest.mark.parametrize(
    ("other", "status", "told"),
    [
        ("", 422, "aucun nom à réunir"),
        ("Xylophone", 409, "Aucun nom « Xylophone »"),
        ("Ankara", 409, "déjà une écriture"),
        ("person:bachar-el-assad", 409, "pas du même genre"),
        ("<b>x</b>", 409, "Aucun nom « <b>x</b> »"),
    ],
    ids=["nothing", "no name", "itself", "another type", "markup"],
)
def test_what_cannot_be_merged_is_told(client: TestClient, folder: Path, other: str, status: int, told: str) -> None:
    answer = correct(client, ANKARA, "merge", other=other)
    assert answer.status_code == status
    assert told.lower() in said(answer).lower()
    assert not (folder / "aliases.toml").exists()


def test_a_split_of_nothing_is_told(client: TestClient) -> None:
    assert correct(client, ASSAD, "split").status_code == 422


@pytest.mark.parametrize("action", ["merge", "split", "hide", "retype", "undo"])
def test_a_form_without_our_token_changes_nothing(client: TestClient, folder: Path, action: str) -> None:
    fields = {"entity": "place:ankara", "summary": "", "other": "Turquie", "variant": "x", "correction": "x"}
    for token in ({}, {"token": "devine"}):
        assert client.post(f"/corrections/{action}", data=fields | {"wanted": "org"} | token).status_code == 403
    assert not (folder / "aliases.toml").exists()


@pytest.mark.parametrize("action", ["merge", "split", "hide", "retype", "undo"])
def test_a_form_without_its_fields_is_refused(client: TestClient, action: str) -> None:
    assert client.post(f"/corrections/{action}", data={"token": token_of(client)}).status_code == 422


@pytest.mark.parametrize("action", ["merge", "split", "hide", "retype", "undo"])
def test_a_correction_is_not_asked_for_by_an_address(client: TestClient, action: str) -> None:
    assert client.get(f"/corrections/{action}").status_code == 405


@pytest.mark.parametrize(
    ("first", "changes"),
    [("hide", {}), ("retype", {"wanted": "org"}), ("merge", {"other": "Turquie"})],
    ids=["hidden", "retyped", "merged"],
)
def test_a_name_that_another_window_corrected_is_not_corrected_again(
    client: TestClient, folder: Path, first: str, changes: dict[str, str]
) -> None:
    late = form_of(client, ANKARA, "hide")
    correct(client, ANKARA, first, **changes)
    content = (folder / "aliases.toml").read_bytes()
    answer = send(client, "hide", late)
    assert answer.status_code == 409
    assert "n'est plus tel que vous l'avez vu" in said(answer)
    assert (folder / "aliases.toml").read_bytes() == content


def test_another_name_may_be_corrected_meanwhile(client: TestClient) -> None:
    late = form_of(client, ANKARA, "hide")
    correct(client, ASSAD, "hide")
    assert send(client, "hide", late).status_code == 200
    assert len(client.get("/corrections.json").json()["corrections"]) == 2


def test_the_same_correction_twice_is_done_once(client: TestClient) -> None:
    fields = form_of(client, ANKARA, "merge") | {"other": "place:turquie"}
    assert send(client, "merge", fields).status_code == 200
    assert (
        send(client, "merge", fields).status_code == 404
        or len(client.get("/corrections.json").json()["corrections"]) == 1
    )


@pytest.fixture
def writer(folder: Path) -> Iterator[Archive]:
    """Give an archive that is being written to."""
    with Archive.open(folder) as archive:
        archive._engine.writer  # noqa: B018  # takes the lock
        yield archive


def test_while_the_archive_is_written_the_form_comes_back_to_be_sent_again(
    client: TestClient, folder: Path, writer: Archive
) -> None:
    fields = form_of(client, ASSAD, "split") | {"variant": ["Bachar al Assad", "Bachar al-Assad"]}
    answer = send(client, "split", fields, shown="Le docteur")
    assert answer.status_code == 409
    assert "en cours d'écriture" in said(answer)
    assert not (folder / "aliases.toml").exists()
    writer.close()
    [form] = read(answer, 409).xpath("//form[@action='/corrections/split']")
    again: dict[str, list[str]] = {}
    for name, value in form.form_values():
        again.setdefault(name, []).append(value)
    assert client.post("/corrections/split", data=again).status_code == 200
    assert "person:le-docteur" in ids_in(client)


def test_an_undo_after_an_edit_by_hand_is_refused(client: TestClient, folder: Path) -> None:
    page = correct(client, ANKARA, "hide")
    path = folder / "aliases.toml"
    path.write_bytes(path.read_bytes() + b"# une note\n")
    edited = path.read_bytes()
    answer = undo(client, page)
    assert answer.status_code == 409
    assert "a changé depuis" in said(answer)
    assert path.read_bytes() == edited
    assert page_of(client, "/corrections").get_element_by_id("edited") is not None


def test_corrections_that_contradict_a_typed_one_are_told(client: TestClient, folder: Path) -> None:
    typed = '[[hide]]\ntype = "place"\nname = "Turquie"\n'
    (folder / "aliases.toml").write_text(typed, encoding="utf-8")
    answer = correct(client, ANKARA, "merge", other="place:turquie")
    assert answer.status_code == 409
    assert "dit le contraire" in said(answer)
    assert (folder / "aliases.toml").read_text(encoding="utf-8") == typed


def test_what_was_corrected_is_listed_the_newest_first_with_one_undo(client: TestClient) -> None:
    correct(client, ANKARA, "hide")
    correct(client, ASSAD, "retype", wanted="org")
    page = page_of(client, "/corrections")
    told = all_words(page.xpath("//*[@id='made']/li/p[1]"))
    assert [each.split(" »")[0] for each in told] == ["« Bachar el-Assad", "« Ankara"]
    assert len(page.xpath("//form[@action='/corrections/undo']")) == 1


def test_what_was_corrected_has_twins(client: TestClient) -> None:
    correct(client, ANKARA, "merge", other="Turquie")
    answer = CorrectionsAnswer.model_validate_json(client.get("/corrections.json").content)
    [row] = csv.DictReader(io.StringIO(client.get("/corrections.csv").text))
    assert answer.corrections[0].variants == ["Turquie"]
    assert (row["name"], row["variants"]) == ("Ankara", "Turquie")


def test_a_damaged_journal_is_told_where_corrections_are_listed_and_nowhere_else(
    client: TestClient, folder: Path
) -> None:
    (folder / "corrections.json").write_bytes(b"\0")
    assert client.get("/corrections").status_code == 409
    assert client.get(f"{ANKARA}?done=x").status_code == 200
    assert correct(client, ANKARA, "hide").status_code == 200
    assert client.get("/corrections").status_code == 200

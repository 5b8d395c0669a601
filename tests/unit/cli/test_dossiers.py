"""The commands `dossiers ...` on a copy of an archive, which each test may change."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from cli.conftest import Run


def test_a_dossier_is_made_filled_and_shown(run_copy: Run) -> None:
    assert run_copy("dossiers", "create", "La", "digue").stderr == "dossier « La digue » créé\n"
    assert run_copy("dossiers", "add", "la digue", "digue-1", "formule").stderr == "2 articles ajoutés à « La digue »\n"
    shown = run_copy("dossiers", "show", "La", "DIGUE")
    assert shown.stdout == (
        "1. 2017-03-02 · Le Phare · La digue sera refaite · digue-1\n2. 2017-03-03 · Le Phare · =1+1 · formule\n"
    )
    assert (shown.exit_code, shown.stderr) == (0, "La digue : 2 articles\n")


def test_an_archive_without_dossiers_ends_with_1(run_copy: Run) -> None:
    listed = run_copy("dossiers", "list")
    assert (listed.exit_code, listed.stdout, listed.stderr) == (1, "", "0 dossier\n")


def test_an_empty_dossier_ends_with_1(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    shown = run_copy("dossiers", "show", "Digue")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (1, "", "Digue : 0 article\n")


def test_a_dossier_that_does_not_exist_is_not_shown(run_copy: Run) -> None:
    shown = run_copy("dossiers", "show", "Digue")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == "archive-search : pas de dossier « Digue » : choisissez dans la liste des dossiers\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["create", "DIGUE"], "il y a déjà un dossier « Digue » : choisissez un autre nom"),
        (["create", " "], "nom vide : écrivez-en un"),
        (["add", "Pont", "digue-1"], "pas de dossier « Pont » : choisissez dans la liste des dossiers"),
        (["add", "Digue", "zut"], "pas d'article « zut » dans l'archive : vérifiez l'identifiant"),
        (["note", "Digue", "zut", "lu"], "l'article « zut » n'est pas dans le dossier « Digue » : ajoutez-l'y"),
        (["rename", "Pont", "Bac"], "pas de dossier « Pont » : choisissez dans la liste des dossiers"),
        (["delete", "Pont"], "pas de dossier « Pont » : choisissez dans la liste des dossiers"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_ends_with_2(run_copy: Run, args: list[str], message: str) -> None:
    run_copy("dossiers", "create", "Digue")
    result = run_copy("dossiers", *args)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"archive-search : {message}\n")


def test_adding_again_says_what_was_there(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "digue-1")
    again = run_copy("dossiers", "add", "Digue", "digue-1", "digue-1", "formule")
    assert (again.exit_code, again.stderr) == (0, "1 article ajouté à « Digue » (1 y était déjà)\n")


def test_removing_what_is_not_there_ends_with_1(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "digue-1")
    for status, count in ((0, 1), (1, 0)):
        removed = run_copy("dossiers", "remove", "Digue", "digue-1")
        assert (removed.exit_code, removed.stderr) == (status, f"{count} article retiré de « Digue », sur 1\n")


def test_a_note_is_written_and_wiped(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "digue-1")
    assert run_copy("dossiers", "note", "Digue", "digue-1", "à", "relire").stderr == (
        "note écrite : « Digue », digue-1\n"
    )
    assert run_copy("dossiers", "show", "Digue").stdout.endswith("· digue-1\n   à relire\n")
    assert run_copy("dossiers", "note", "Digue", "digue-1").stderr == "note effacée : « Digue », digue-1\n"
    assert run_copy("dossiers", "show", "Digue").stdout.endswith("· digue-1\n")


def test_a_dossier_is_renamed(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    assert run_copy("dossiers", "rename", "digue", "Jetée").stderr == "« Digue » s'appelle maintenant « Jetée »\n"
    assert "Jetée · modifié le" in run_copy("dossiers", "list").stdout


def test_deleting_gives_what_it_takes_to_make_the_dossier_again(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "digue-1", "formule")
    run_copy("dossiers", "note", "Digue", "digue-1", "à\nrelire")
    deleted = run_copy("dossiers", "delete", "DIGUE")
    assert (deleted.exit_code, deleted.stdout) == (0, "digue-1\tà relire\nformule\n")
    assert deleted.stderr == "dossier « Digue » supprimé, qui avait 2 articles\n"
    assert run_copy("dossiers", "list").exit_code == 1


def test_an_article_that_left_the_archive_is_told(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "digue-1")
    run_copy("remove", "digue-1")
    assert run_copy("dossiers", "show", "Digue").stdout == "1. n'est plus dans l'archive · digue-1\n"
    (article,) = json.loads(run_copy("dossiers", "show", "Digue", "-f", "json").stdout)["articles"]
    assert (article["article"], article["in_archive"], article["title"]) == ("digue-1", False, None)


def test_dossiers_as_json(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "digue-1")
    listed = json.loads(run_copy("dossiers", "list", "-f", "json").stdout)
    shown = json.loads(run_copy("dossiers", "show", "Digue", "-f", "json").stdout)
    assert listed == {"version": 1, "dossiers": [shown["dossier"]]}
    assert (shown["dossier"]["name"], shown["dossier"]["articles"]) == ("Digue", 1)
    assert datetime.fromisoformat(shown["dossier"]["created"]).utcoffset() is not None


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_dossiers_as_a_table(run_copy: Run, name: str, delimiter: str) -> None:
    run_copy("dossiers", "create", "=Digue")
    run_copy("dossiers", "add", "=Digue", "formule")
    (dossier,) = csv.DictReader(io.StringIO(run_copy("dossiers", "list", "-f", name).stdout), delimiter=delimiter)
    (row,) = csv.DictReader(io.StringIO(run_copy("dossiers", "show", "=Digue", "-f", name).stdout), delimiter=delimiter)
    assert (dossier["name"], dossier["articles"]) == ("'=Digue", "1")
    assert (row["article"], row["title"], row["note"]) == ("formule", "'=1+1", "")


def test_no_control_character_of_an_article_or_argument_reaches_the_terminal(run_copy: Run) -> None:
    run_copy("dossiers", "create", "Digue")
    run_copy("dossiers", "add", "Digue", "rusé-1")
    run_copy("dossiers", "note", "Digue", "rusé-1", "rouge \x1b[31m")
    for args in (["show", "Digue"], ["create", "rouge \x1b[31m"], ["show", "rouge \x1b[31m"], ["delete", "Digue"]):
        assert "\x1b" not in run_copy("dossiers", *args).output


def test_an_archive_gets_no_desk_from_being_read(run_copy: Run, copy: Path) -> None:
    run_copy("dossiers", "list")
    run_copy("alerts")
    assert not (copy / "desk.sqlite").exists()

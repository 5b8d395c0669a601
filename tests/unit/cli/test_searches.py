"""The commands `searches ...`."""

import json

import pytest

from cli.conftest import Run


def test_a_search_is_saved_and_listed(run_copy: Run) -> None:
    saved = run_copy("searches", "save", "Le port", "port", "-bac", "--source", "Le Phare", "--any", "--sort", "newest")
    assert (saved.exit_code, saved.stdout) == (0, "")
    assert saved.stderr == "recherche « Le port » enregistrée : 1 article pour l'instant\n"
    listed = run_copy("searches", "list")
    assert listed.stdout == "Le port · port -bac · un seul mot suffit · sources : Le Phare\n"
    assert (listed.exit_code, listed.stderr) == (0, "1 recherche\n")


def test_an_archive_without_saved_searches_ends_with_1(run_copy: Run) -> None:
    listed = run_copy("searches", "list")
    assert (listed.exit_code, listed.stdout, listed.stderr) == (1, "", "0 recherche\n")


def test_a_saved_search_is_shown_with_what_it_finds(run_copy: Run) -> None:
    run_copy("searches", "save", "Le port", "port", "--syntax", "europresse", "--date", "2017")
    shown = run_copy("searches", "show", "LE", "port")
    first, *others, last = shown.stdout.splitlines()
    assert (shown.exit_code, first, last) == (0, "Le port", "1 article, 0 nouveau")
    assert others[:4] == [
        "Requête : port",
        "Langage : europresse",
        "Dates : 2017",
        "Ordre : les plus pertinents d'abord",
    ]
    assert others[4].endswith(", jamais revue")


def test_a_search_that_does_not_exist_is_not_shown(run_copy: Run) -> None:
    shown = run_copy("searches", "show", "port")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == "archive-search : pas de recherche « port » : choisissez dans la liste des recherches\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["save", "PORT", "port"], "il y a déjà une recherche « Port » : choisissez un autre nom"),
        (["save", "Bac"], "il manque REQUÊTE..., un nom, une source ou une date"),
        (["save", "Bac", "-bac"], "rien à chercher"),
        (["rename", "Bac", "Pont"], "pas de recherche « Bac »"),
        (["delete", "Bac"], "pas de recherche « Bac »"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_ends_with_2(run_copy: Run, args: list[str], message: str) -> None:
    run_copy("searches", "save", "Port", "port")
    result = run_copy("searches", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"archive-search : {message}")


def test_a_search_is_renamed_and_deleted(run_copy: Run) -> None:
    run_copy("searches", "save", "Port", "port", "--place", "Brévan")
    assert run_copy("searches", "rename", "port", "Le port").stderr == "« Port » s'appelle maintenant « Le port »\n"
    assert run_copy("searches", "delete", "le port").stderr == (
        "recherche « Le port » supprimée : port · lieux : Brévan\n"
    )
    assert run_copy("searches", "list").exit_code == 1


def test_saved_searches_as_json(run_copy: Run) -> None:
    run_copy("searches", "save", "Port", "port", "--agency", "AFP")
    listed = json.loads(run_copy("searches", "list", "-f", "json").stdout)
    shown = json.loads(run_copy("searches", "show", "Port", "-f", "json").stdout)
    assert listed == {"version": 1, "searches": [shown["search"]]}
    assert (shown["total"], shown["new"], shown["fault"]) == (0, 0, None)
    search = shown["search"]
    assert (search["query"], search["sort"], search["visited"]) == ("port", "relevance", None)
    assert search["options"] == {
        "any_word": False,
        "syntax": "standard",
        "persons": [],
        "places": [],
        "orgs": [],
        "sources": [],
        "agencies": ["AFP"],
        "sections": [],
        "dates": [],
    }

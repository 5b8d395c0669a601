from pathlib import Path

import click
import pytest

from archive_search.cli.entities import entities_command
from archive_search.cli.program import program
from cli.conftest import Run, RunProcess

REFUSED = {
    "an unknown command": ["trouve", "Syrie"],
    "an unknown option": ["--rouge"],
    "an unknown option of a command": ["query", "port", "--limt", "3"],
    "no words": ["query"],
    "an empty query": ["query", ""],
    "blanks": ["query", "   "],
    "punctuation": ["query", "?!…"],
    "only words to exclude": ["query", "--", "-port"],
    "an excluded word alone": ["query", "-port"],
    "a query that is too long": ["query", "a" * 100_001],
    "a query that is too deep": ["query", "(" * 200 + "port" + ")" * 200 + " SAUF " + "(" * 101 + "a SAUF b"],
    "too many words": ["query", "mot " * 1_001],
    "a bad date": ["query", "date:32/13/2015"],
    "a limit that is no number": ["query", "port", "--limit", "dix"],
    "a limit below 0": ["query", "port", "--limit", "-1"],
    "a limit that is too high": ["query", "port", "--limit", "10001"],
    "an option without its value": ["query", "port", "--limit"],
    "a flag with a value": ["query", "port", "--any=oui"],
    "an unknown format": ["query", "port", "--format", "xml"],
    "an unknown order": ["query", "port", "--sort", "hasard"],
    "no archive": ["query", "port", "--index", "nulle-part"],
    "a file for an archive": ["query", "port", "--index", __file__],
    "a folder name that is too long": ["query", "port", "--index", "a" * 5_000],
    "an unknown article": ["show", "inconnu"],
    "two articles to show": ["show", "digue-1", "formule"],
    "an unknown facet": ["facets", "--by", "humeur"],
    "an unknown command of a group": ["entities", "trouve"],
    "names to merge without a variant": ["entities", "merge", "Brévan"],
    "a type that there is not": ["entities", "list", "--type", "bateau"],
    "a name to retype without its type": ["entities", "retype", "Brévan"],
    "a name without letters": ["query", "port", "--person", "?!"],
    "a name that the archive lacks": ["entities", "hide", "Xylophone"],
    "nothing to index": ["index"],
    "a column without a name": ["index", "x", "--map", "text"],
    "standard input among files": ["index", "-", "x"],
}


@pytest.mark.parametrize("args", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_ends_with_2_and_one_french_line(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("archive-search : ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "args",
    [("show", b"\xff\xfe"), ("remove", b"\xff"), ("query", b"abc\xffd"), ("index", b"\xff", "--no-entities")],
    ids=lambda args: args[0],
)
def test_bytes_that_are_no_text_never_end_in_a_traceback(
    run_process: RunProcess, args: tuple[str | bytes, ...]
) -> None:
    done = run_process(*args)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["query", "port", "--limt", "3"],
            "option --limt inconnue : vouliez-vous --limit ? (voir archive-search query",
        ),
        (["query", "port", "--limit"], "l'option --limit veut une valeur"),
        (["query", "port", "--any=1"], "l'option --any ne prend pas de valeur"),
        (["query", "port", "-f", "xml"], "--format : choisissez parmi text, json, jsonl, csv, tsv"),
        (["query", "port", "-n", "x"], "--limit : donnez un nombre entier de 0 à 10000"),
        (["query", "port", "--offset", "x"], "--offset : donnez un nombre entier, 0 ou plus"),
        (["query"], "il manque REQUÊTE"),
        (["trouve"], "commande « trouve » inconnue : choisissez parmi index, watch"),
        (["show", "a", "b"], "« b » est de trop"),
        (["entities", "trouve"], "commande « trouve » inconnue : choisissez parmi update, list"),
        (["entities", "retype", "a"], "il manque l'option --to (voir archive-search entities retype --help)"),
        (["entities", "merge", "a"], "il manque VARIANTE... (voir archive-search entities merge --help)"),
        (["query", "-port"], "écrivez avant SAUF ce qu'il faut trouver (caractère 1)"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_refusal_says_what_to_do(run: Run, args: list[str], message: str) -> None:
    assert message in run(*args).stderr


def test_the_archive_is_taken_from_the_environment(run: Run) -> None:
    assert run("stats", env={"ARCHIVE_SEARCH_INDEX": "ailleurs"}).stderr.startswith(
        "archive-search : pas d'archive dans ailleurs"
    )


def test_an_option_wins_over_the_environment(run: Run, archive: object) -> None:
    assert run("stats", "--index", str(archive), env={"ARCHIVE_SEARCH_INDEX": "ailleurs"}).exit_code == 0


def test_without_either_the_archive_is_the_folder_index(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "pas d'archive dans index :" in run("stats", env={"ARCHIVE_SEARCH_INDEX": ""}).stderr


def commands_of(group: click.Group) -> list[str]:
    return group.list_commands(click.Context(group))


PAGES = [*([name] for name in commands_of(program)), *(["entities", name] for name in commands_of(entities_command))]


@pytest.mark.parametrize("words", [[], *PAGES], ids=" ".join)
def test_help_is_in_french_throughout(run: Run, words: list[str]) -> None:
    page = run(*words, "--help").stdout
    assert page.startswith("Usage : archive-search")
    for word in ("Show this", "default:", "INTEGER", "DIRECTORY", "Commands", "TEXT ", "required", "<="):
        assert word not in page


def test_examples_of_the_help_stand_on_lines_of_their_own(run: Run) -> None:
    assert '\n  archive-search query "Lattaquié base aérienne"\n' in run("query", "--help").stdout


def test_search_is_another_name_of_query(run: Run) -> None:
    assert run("search", "digue", "-f", "csv").stdout == run("query", "digue", "-f", "csv").stdout


@pytest.mark.parametrize("words", [[], ["entities"]], ids=["program", "entities"])
def test_a_group_without_a_command_shows_its_help(run: Run, words: list[str]) -> None:
    shown = run(*words).output
    assert shown.startswith("Usage : archive-search")
    assert "\nCommandes :\n" in shown

import json
import re
from pathlib import Path

import pytest
from click.testing import Result

from archive_search.archive.report import AddReport
from archive_search.cli.reporting import describe_interruption, describe_run
from archive_search.records import Failure
from cli.conftest import Run

FAILURE = Failure(path="x", reason="vide")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "un.txt"
    path.write_text("Un titre\n\nLe bac de Brévan ne passe plus.\n", encoding="utf-8")
    return path


@pytest.fixture
def target(tmp_path: Path) -> str:
    return str(tmp_path / "archive")


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (AddReport(added=1, files_read=1), "1 article ajouté ; 1 fichier lu ; 0,0 s"),
        (
            AddReport(added=1200, files_read=2, seconds=2),
            "1\u202f200 articles ajoutés ; 2 fichiers lus ; 2,0 s, 600 articles/s",
        ),
        (AddReport(files_unchanged=3), "rien de nouveau ; 3 fichiers inchangés ; 0,0 s"),
        (
            AddReport(replaced=2, removed=1, unchanged=1, files_read=1),
            "2 articles remplacés, 1 article retiré ; 1 article inchangé, 1 fichier lu ; 0,0 s",
        ),
        (AddReport(failures=[FAILURE]), "rien de nouveau ; 1 échec ; 0,0 s"),
        (AddReport(failures=[FAILURE, FAILURE]), "rien de nouveau ; 2 échecs ; 0,0 s"),
    ],
    ids=["one", "many", "nothing new", "changes", "one failure", "two failures"],
)
def test_a_run_is_told_in_one_sentence(report: AddReport, sentence: str) -> None:
    assert describe_run(report) == sentence


@pytest.mark.parametrize(
    ("committed", "kept"),
    [(0, "l'archive est comme avant"), (1, "1 article est enregistré"), (2, "2 articles sont enregistrés")],
)
def test_an_interrupted_run_says_what_it_kept(committed: int, kept: str) -> None:
    sentence = describe_interruption(AddReport(committed=committed, interrupted=True))
    assert sentence == f"interrompu : {kept} ; relancez la même commande pour continuer"


def test_indexing_says_what_it_did_on_standard_error(run: Run, source: Path, target: str) -> None:
    result = run("index", "--no-entities", str(source), "--index", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("1 article ajouté ; 1 fichier lu ; ")


def test_a_second_run_finds_nothing_new(run: Run, source: Path, target: str) -> None:
    run("index", "--no-entities", str(source), "--index", target)
    assert run("index", "--no-entities", str(source), "--index", target).stderr.startswith(
        "rien de nouveau ; 1 fichier inchangé ; "
    )


def test_a_file_that_fails_ends_with_2_and_the_rest_is_indexed(run: Run, source: Path, target: str) -> None:
    result = run("index", "--no-entities", str(source), str(source.parent / "absent.txt"), "--index", target)
    assert result.exit_code == 2
    assert "échec : " in result.stderr
    assert "absent.txt : introuvable" in result.stderr
    assert run("query", "bac", "--index", target).exit_code == 0


def test_many_failures_are_cut_short(run: Run, source: Path, target: str) -> None:
    absent = [str(source.parent / f"absent{number}.txt") for number in range(203)]
    lines = run("index", "--no-entities", *absent, "--index", target).stderr.splitlines()
    assert len(lines) == 202
    assert lines[-2] == "… et 3 autres échecs (--format json les donne tous)"


def test_json_report(run: Run, source: Path, target: str) -> None:
    result = run(
        "index", "--no-entities", str(source), str(source.parent / "absent.txt"), "--index", target, "--format", "json"
    )
    report = json.loads(result.stdout)
    assert (report["version"], report["added"], report["interrupted"]) == (1, 1, False)
    assert [failure["reason"] for failure in report["failures"]] == ["introuvable : vérifiez le chemin"]


def test_names_are_found_after_the_text(indexed_with_names: tuple[Path, Result]) -> None:
    _, result = indexed_with_names
    report = json.loads(result.stdout)
    names = report["entities"]
    assert report["added"] == names["settled"] == 23
    assert (names["recognised"] > 100, names["waiting"], names["interrupted"]) == (True, 0, False)
    text, *_content, found = result.stderr.splitlines()
    assert text.startswith("23 articles ajoutés ; ")
    assert re.fullmatch(r"noms : \d+ paragraphes lus, 23 articles traités ; \d+ noms connus ; .* mots/s", found)


def test_names_may_be_left_for_later(run: Run, source: Path, target: str) -> None:
    result = run("index", str(source), "--no-entities", "--index", target, "--format", "json")
    assert json.loads(result.stdout)["entities"] is None
    assert "noms" not in result.stderr


def test_standard_input_is_read_when_named(run: Run, target: str) -> None:
    record = '{"id": "s1", "titre": "Le bac", "texte": "Le bac ne passe plus."}\n'
    assert run("index", "--no-entities", "-", "--index", target, stdin=record).exit_code == 0
    assert run("show", "s1", "--index", target).exit_code == 0


def test_an_empty_standard_input_fails(run: Run, target: str) -> None:
    assert run("index", "--no-entities", "-", "--index", target, stdin="").exit_code == 2


def test_a_column_is_mapped(run: Run, tmp_path: Path, target: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text("ref;prose\nr1;Le bac ne passe plus.\n", encoding="utf-8")
    assert run("index", "--no-entities", str(table), "--index", target).exit_code == 2
    assert (
        run("index", "--no-entities", str(table), "--map", "text=prose", "--map", "id=ref", "--index", target).exit_code
        == 0
    )
    assert run("show", "r1", "--index", target).exit_code == 0


def test_files_that_are_gone_are_told_and_removed_only_when_asked(run: Run, source: Path, target: str) -> None:
    folder = str(source.parent)
    run("index", "--no-entities", folder, "--index", target)
    source.unlink()
    assert "disparu : " in run("index", "--no-entities", folder, "--index", target).stderr
    assert "1 article retiré" in run("index", "--no-entities", folder, "--index", target, "--remove-missing").stderr
    assert run("query", "bac", "--index", target).exit_code == 1


def test_a_folder_that_holds_something_else_is_not_made_an_archive(run: Run, source: Path) -> None:
    result = run("index", "--no-entities", str(source), "--index", str(source.parent))
    assert result.exit_code == 2
    assert "n'est pas vide" in result.stderr


def test_the_report_counts_what_the_articles_are(indexed_with_names: tuple[Path, Result]) -> None:
    _, result = indexed_with_names
    content = dict(line.split(" : ", 1) for line in result.stderr.splitlines()[1:-1])
    assert content["sources"].startswith("Le Courrier du Littoral (6), La Gazette du Rhône (4), non indiqué (")
    assert content["années"].startswith("2014 (1), 2015 (2), ")
    assert content["familles"] == "1 dans l'archive, de 2 articles en tout"


def test_a_dry_run_says_what_would_be_read_and_writes_nothing(run: Run, source: Path, target: str) -> None:
    result = run("index", "--dry-run", str(source), "--index", target)
    assert (result.exit_code, result.stdout) == (0, f"nouveau  texte       {source}\n")
    assert result.stderr.splitlines()[-1] == "rien n'est écrit : 1 fichier nouveau"
    assert not Path(target).exists()


def test_a_dry_run_ends_with_2_where_something_would_fail(run: Run, source: Path, target: str) -> None:
    source.write_bytes(b"")
    result = run("index", "--dry-run", str(source), "--index", target, "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["files"][0]["reason"] == "fichier vide"


def test_standard_input_cannot_be_looked_at_beforehand(run: Run, target: str) -> None:
    result = run("index", "--dry-run", "-", "--index", target)
    assert result.exit_code == 2
    assert "--dry-run veut des fichiers" in result.stderr


def test_the_cleaning_is_named_by_the_environment(
    run: Run, tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Un titre\n\nLe bac de Brévan ne passe plus depuis lundi matin.\n\nPartager\n", encoding="utf-8")
    run("index", "--no-entities", str(path), "--index", target)
    assert run("query", "=partager", "--index", target).exit_code == 1
    monkeypatch.setenv("ARCHIVE_SEARCH_CLEANING", "none")
    run("index", "--no-entities", str(path), "--index", target)
    assert run("query", "=partager", "--index", target).exit_code == 0


def test_an_unknown_cleaning_is_refused(run: Run, source: Path, target: str) -> None:
    result = run("index", "--cleaning", "tout", str(source), "--index", target)
    assert result.exit_code == 2
    assert "all" in result.stderr

import json
import sys
from pathlib import Path

import pytest

from archive_search import Archive
from cli.conftest import Run, RunProcess

ENDINGS = {
    ".csv": b"\xef\xbb\xbfarticle;title;",
    ".json": b'{"version": 1, "articles": [\n',
    ".ris": b"TY  - NEWS\r\n",
    ".bib": b"@article{",
    ".csl.json": b'[\n{"id": ',
    ".html": b"<!DOCTYPE html>\n",
    ".docx": b"PK",
}


@pytest.mark.parametrize("suffix", ENDINGS)
def test_the_name_of_the_file_tells_its_format(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"revue{suffix}"
    result = run("export", "digue", "-o", str(path))
    assert (result.exit_code, result.stderr) == (0, f"2 articles dans {path}\n")
    assert path.read_bytes().startswith(ENDINGS[suffix])


def test_without_a_file_articles_are_printed(run: Run) -> None:
    result = run("export", "digue", "--format", "ris")
    assert (result.stdout_bytes.count(b"TY  - NEWS\r\n"), result.stderr) == (2, "")


def test_a_format_may_be_given_beside_the_name(run: Run, tmp_path: Path) -> None:
    run("export", "digue", "-o", str(tmp_path / "notices.txt"), "-f", "bibtex")
    assert (tmp_path / "notices.txt").read_bytes().startswith(b"@article{")


def test_given_articles_are_written_in_their_order(run: Run) -> None:
    document = json.loads(run("export", "--article", "formule", "--article", "digue-1", "-f", "json").stdout)
    assert [article["article"] for article in document["articles"]] == ["formule", "digue-1"]


def test_options_narrow_the_query(run: Run) -> None:
    document = json.loads(run("export", "--source", "Le Phare", "--date", "2017-03-02", "-f", "json").stdout)
    assert [article["article"] for article in document["articles"]] == ["digue-1"]


def test_a_word_may_be_excluded(run: Run) -> None:
    document = json.loads(run("export", "digue", "-grues", "-f", "json").stdout)
    assert [article["article"] for article in document["articles"]] == ["digue-1"]


def test_a_dossier_is_written_under_its_name(run_copy: Run, copy: Path, tmp_path: Path) -> None:
    with Archive.open(copy) as opened:
        dossier = opened.desk.create_dossier("La côte")
        opened.desk.add_to_dossier(dossier.id, ["formule", "digue-1"])
    result = run_copy("export", "--dossier", "la cote", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 0
    assert "<h1>La côte</h1>" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_a_title_may_be_given(run: Run) -> None:
    assert "<h1>Pour le maire</h1>" in run("export", "digue", "--title", "Pour le maire", "-f", "html").stdout


def test_nothing_found_makes_no_file(run: Run, tmp_path: Path) -> None:
    result = run("export", "introuvable", "-o", str(tmp_path / "a.ris"))
    assert (result.exit_code, result.stderr, list(tmp_path.iterdir())) == (1, "aucun article\n", [])


def test_a_file_is_replaced_only_when_asked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("ancien")
    assert run("export", "digue", "-o", str(path)).exit_code == 2
    assert path.read_text() == "ancien"
    assert run("export", "digue", "-o", str(path), "--force").exit_code == 0
    assert path.read_bytes().startswith(b"TY")


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["-f", "ris"], "il manque REQUÊTE..., --dossier ou --article"),
        (["digue", "--article", "digue-1", "-f", "ris"], "un seul des trois"),
        (["--source", "Le Phare", "--dossier", "a", "-f", "ris"], "un seul des trois"),
        (["digue"], "forme inconnue : donnez --format"),
        (["digue", "-o", "revue.pdf"], "forme inconnue : donnez --format"),
        (["--article", "absent", "-f", "ris"], "pas d'article « absent »"),
        (["--dossier", "absent", "-f", "ris"], "pas de dossier « absent »"),
        (["titre:", "-f", "ris"], "caractère"),
        (["digue", "-f", "pdf"], "--format : choisissez parmi csv, json, ris"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_written_is_refused(run: Run, args: list[str], reason: str) -> None:
    result = run("export", *args)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert reason in result.stderr


def test_an_article_that_left_a_dossier_is_told(run: Run, tmp_path: Path) -> None:
    target = str(tmp_path / "archive")
    records = '{"id": "a", "text": "La digue."}\n{"id": "b", "text": "Le pont."}\n'
    run("index", "-", "--no-entities", "--index", target, stdin=records)
    with Archive.open(target) as opened:
        dossier = opened.desk.create_dossier("Côte")
        opened.desk.add_to_dossier(dossier.id, ["a", "b"])
        opened.remove(["b"])
    result = run("export", "--dossier", "Côte", "-f", "ris", "-i", target)
    assert (result.exit_code, result.stderr) == (0, "1 article en moins, hors de l'archive : « b »\n")


def test_without_the_extra_a_word_document_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    result = run("export", "digue", "-o", str(tmp_path / "a.docx"))
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "installez « archive-search[docx] »" in result.stderr


def test_a_process_prints_the_whole_document(run_process: RunProcess) -> None:
    result = run_process("export", "digue", "-f", "csl")
    assert (result.returncode, len(json.loads(result.stdout)), result.stderr) == (0, 2, "")

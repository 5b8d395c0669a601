import json
from pathlib import Path

from cli.conftest import Run


def test_an_article_is_shown_with_numbered_paragraphs(run: Run) -> None:
    lines = run("show", "digue-1").stdout.splitlines()
    assert lines[:2] == ["Article : digue-1", "Titre : La digue sera refaite"]
    assert "§ 1 (titre)" in lines
    assert "§ 2 (texte)" in lines


def test_an_article_as_json(run: Run) -> None:
    article = json.loads(run("show", "digue-1", "--format", "json").stdout)
    assert (article["version"], article["article"], article["date"]) == (1, "digue-1", "2017-03-02")
    assert [each["number"] for each in article["paragraphs"]] == [1, 2]


def test_what_cleaning_removed_is_shown_when_asked(run: Run, tmp_path: Path) -> None:
    text = "Le bac de Brévan\n\nLe bac de Brévan ne passe plus depuis lundi.\n\nPartager sur Facebook\n"
    (tmp_path / "bac.txt").write_text(text, encoding="utf-8")
    target = str(tmp_path / "archive")
    run("index", str(tmp_path / "bac.txt"), "--index", target)
    assert "Partager" not in run("show", "bac.txt", "--index", target).stdout
    assert "— retiré (partage) : Partager sur Facebook" in run("show", "bac.txt", "-i", target, "--removed").stdout

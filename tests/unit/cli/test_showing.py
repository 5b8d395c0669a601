import json
import re
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


def test_the_names_of_an_article_end_it(run_named: Run) -> None:
    last = run_named("show", "seeds/senatrice_nfd.txt").stdout.rpartition("\n\n")[2].splitlines()
    assert [line.partition(" : ")[0] for line in last] == ["Personnes", "Lieux", "Organisations"]
    assert re.search(r"\bAurélie Désormeaux \(\d\)", last[0])


def test_who_only_signed_an_article_is_not_among_its_persons(run_named: Run) -> None:
    shown = run_named("show", "seeds/depeche_ankara.txt").stdout
    persons = next(line for line in shown.splitlines() if line.startswith("Personnes : "))
    assert "Marchenoir" not in persons


def test_mentions_as_json_stand_where_they_say(run_named: Run) -> None:
    article = json.loads(run_named("show", "seeds/depeche_ankara.txt", "--format", "json").stdout)
    texts = {each["number"]: each["text"] for each in article["paragraphs"]}
    assert article["names_known"]
    for place in [*article["mentions"], *article["references"]]:
        start, end = place["span"]
        assert texts[place["paragraph"]][start:end] == place["surface"]


def test_signatures_have_their_role_in_json(run_named: Run) -> None:
    article = json.loads(run_named("show", "seeds/depeche_ankara.txt", "--format", "json").stdout)
    roles = {mention["surface"]: mention["role"] for mention in article["mentions"]}
    assert (roles["Elodie Marchenoir"], roles["Bachar al Assad"]) == ("byline", "text")


def test_a_reference_leads_to_a_dispatch_of_the_archive(run: Run, tmp_path: Path) -> None:
    records = (
        '{"id": "tag:dépêches:nL5N0AB12C", "title": "La digue", "text": "La digue cède."}\n'
        '{"id": "suite", "title": "La suite", "text": "La digue tient. (voir ID:nL5N0AB12C ) (voir ID:nL5N0ZZ99Z )"}\n'
    )
    target = str(tmp_path / "archive")
    run("index", "-", "--no-entities", "--index", target, stdin=records)
    assert run("show", "suite", "-i", target).stdout.splitlines()[-1] == "voir : tag:dépêches:nL5N0AB12C"
    references = json.loads(run("show", "suite", "-i", target, "-f", "json").stdout)["references"]
    assert [reference["article"] for reference in references] == ["tag:dépêches:nL5N0AB12C", None]


def test_an_article_whose_names_are_not_known_says_so(run: Run) -> None:
    result = run("show", "digue-1")
    assert result.stderr.startswith("les noms de cet article ne sont pas encore relevés : ")
    article = json.loads(run("show", "digue-1", "--format", "json").stdout)
    assert (article["names_known"], article["mentions"]) == (False, [])


def test_what_cleaning_removed_is_shown_when_asked(run: Run, tmp_path: Path) -> None:
    text = "Le bac de Brévan\n\nLe bac de Brévan ne passe plus depuis lundi.\n\nPartager sur Facebook\n"
    (tmp_path / "bac.txt").write_text(text, encoding="utf-8")
    target = str(tmp_path / "archive")
    run("index", "--no-entities", str(tmp_path / "bac.txt"), "--index", target)
    assert "Partager" not in run("show", "bac.txt", "--index", target).stdout
    assert "— retiré (partage) : Partager sur Facebook" in run("show", "bac.txt", "-i", target, "--removed").stdout


def test_an_article_tells_how_large_its_family_is(run_families: Run) -> None:
    assert "Famille : 3 articles (voir --family)" in run_families("show", "bac-2").stdout.splitlines()
    assert json.loads(run_families("show", "bac-2", "-f", "json").stdout)["family"] == {"id": "bac-1", "members": 3}


def test_an_article_without_family_says_nothing_of_one(run_families: Run) -> None:
    assert "Famille" not in run_families("show", "foire").stdout
    assert json.loads(run_families("show", "foire", "-f", "json").stdout)["family"] is None

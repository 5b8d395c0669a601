import json

import pytest

from archive_search.cli.comparing import describe_comparison
from archive_search.family_records import Comparison, ParagraphComparison, Segment, SegmentKind
from cli.conftest import Run


def test_the_members_of_a_family_are_shown_with_what_they_changed(run_families: Run) -> None:
    shown = run_families("show", "--family", "bac-2").stdout.partition("\nDe ")[0]
    assert shown == (
        "Famille de 3 articles\n"
        "\n"
        "1. Le bac ne passe plus\n"
        "   2017-03-01 08:00 · Agence Fluviale · bac-1\n"
        "   première publication\n"
        "\n"
        "2. Le bac ne passe plus\n"
        "   2017-03-02 · Le Phare · bac-2\n"
        "   reprise : 1 mot ajouté, 1 mot retiré\n"
        "\n"
        "3. Brévan : un bac promis [31m\n"
        "   2017-03-03 · Agence Fluviale · bac-3\n"
        "   mise à jour : 18 mots ajoutés\n"
    )


def test_the_latest_member_is_compared_with_the_first(run_families: Run) -> None:
    lines = run_families("show", "--family", "bac-2").stdout.partition("\nDe ")[2].splitlines()
    assert lines[0] == "bac-1 à bac-3 : [-retiré-] {+ajouté+}"
    assert lines[2:6] == [
        "§ 1 (retiré)  [-Le bac ne passe plus-]",
        "§ 1 (ajouté)  {+Brévan : un bac promis [31m+}",
        "§ 2  (inchangé)",
        "§ 3  (inchangé)",
    ]
    assert lines[6].startswith("§ 4 (ajouté)  {+Le maire a promis")


def test_another_member_is_compared_when_asked(run_families: Run) -> None:
    shown = run_families("show", "--family", "bac-3", "--compare", "bac-2").stdout
    assert "De bac-1 à bac-2 : " in shown
    assert "la crue de [-lundi-]{+dimanche+} a emporté" in shown.replace("] {", "]{")


def test_a_family_as_json(run_families: Run) -> None:
    document = json.loads(run_families("show", "--family", "bac-2", "--compare", "bac-2", "-f", "json").stdout)
    assert (document["version"], document["article"], document["family"]["members"]) == (1, "bac-2", 3)
    members = document["family"]["articles"]
    assert [(each["article"], each["relation"], each["nearest"]) for each in members] == [
        ("bac-1", "first", None),
        ("bac-2", "reprint", "bac-1"),
        ("bac-3", "update", "bac-1"),
    ]
    comparison = document["comparison"]
    assert (comparison["first"], comparison["second"]) == ("bac-1", "bac-2")
    changed = comparison["paragraphs"][1]["segments"]
    assert {segment["kind"] for segment in changed} == {"same", "dropped", "added"}
    assert "dimanche" in "".join(segment["text"] for segment in changed if segment["kind"] != "dropped")


def test_an_article_without_family_ends_with_1(run_families: Run) -> None:
    result = run_families("show", "--family", "foire")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "pas de famille pour « foire » : aucun autre article de l'archive ne donne son texte\n"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--family", "inconnu"], "pas d'article « inconnu »"),
        (["--family", "bac-1", "--compare", "foire"], "« foire » n'est pas de cette famille : choisissez parmi bac-1,"),
        (["bac-1", "--compare", "bac-2"], "--compare va avec --family"),
    ],
    ids=["unknown", "not a member", "without --family"],
)
def test_what_cannot_be_compared_is_refused(run_families: Run, args: list[str], told: str) -> None:
    result = run_families("show", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def compare(*segments: Segment, first: int | None = 1, second: int | None = 1) -> list[str]:
    paragraph = ParagraphComparison(first=first, second=second, segments=segments)
    lines = describe_comparison(Comparison(first="a", second="b", paragraphs=(paragraph,)), colours=False)
    return list(lines)[2:]


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [(1, 1, "§ 1  Le {+bac+}"), (2, 3, "§ 2 → 3  Le {+bac+}"), (4, None, "§ 4 (retiré)  Le {+bac+}")],
    ids=["same place", "moved", "gone"],
)
def test_a_paragraph_is_numbered_in_both_articles(first: int, second: int | None, line: str) -> None:
    segments = Segment(SegmentKind.SAME, "Le"), Segment(SegmentKind.ADDED, " bac")
    assert compare(*segments, first=first, second=second) == [line]


def test_blanks_stand_outside_the_signs_and_control_characters_are_left_out() -> None:
    dropped = Segment(SegmentKind.DROPPED, "\n un\nmot\x1b[2J ")
    assert compare(dropped, Segment(SegmentKind.ADDED, " ")) == ["§ 1    [-un mot[2J-]  "]


def test_changes_are_coloured_when_asked() -> None:
    paragraph = ParagraphComparison(first=1, second=1, segments=(Segment(SegmentKind.ADDED, "bac"),))
    comparison = Comparison(first="a", second="b", paragraphs=(paragraph,))
    assert list(describe_comparison(comparison, colours=True))[2] == "§ 1  \x1b[32m{+bac+}\x1b[0m"


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["not a terminal", "NO_COLOR"])
def test_no_colour_goes_to_a_file(run_families: Run, environment: dict[str, str]) -> None:
    assert "\x1b" not in run_families("show", "--family", "bac-1", env=environment).stdout

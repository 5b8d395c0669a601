import json
import re

import pytest

from archive_search.cli.portraying import describe_years
from cli.conftest import Run


def test_a_name_is_shown_with_its_counts_and_spellings(run_named: Run) -> None:
    lines = run_named("entities", "show", "Aurélie", "Désormeaux").stdout.splitlines()
    assert lines[0] == "Aurélie Désormeaux · personne · person:aurelie-desormeaux"
    assert re.fullmatch(r"nommé \d fois, \d paragraphes?, 1 article, du 2018-06-22 au 2018-06-22", lines[1])
    spellings = lines[lines.index("écritures") + 1 : lines.index("articles par année")]
    assert "Aurélie Désormeaux" in [line.strip().partition("  ")[2] for line in spellings]


def test_a_name_is_known_by_its_id_and_by_any_spelling(run_named: Run) -> None:
    entity = json.loads(run_named("entities", "show", "place:lattaquie", "--format", "json").stdout)["entity"]
    for spelling in (variant["surface"] for variant in entity["variants"]):
        portrait = json.loads(run_named("entities", "show", spelling, "--type", "place", "-f", "json").stdout)
        assert portrait["entity"] == entity


def test_spellings_of_a_name_are_gathered(run_named: Run) -> None:
    portrait = json.loads(run_named("entities", "show", "Bachar el-Assad", "--format", "json").stdout)
    spellings = {variant["surface"] for variant in portrait["entity"]["variants"]}
    assert portrait["version"] == 1
    assert {"Bachar el-Assad", "Bachar al-Assad", "Bachar al Assad"} <= spellings


def test_a_year_has_a_block_an_article() -> None:
    assert describe_years([(2015, 2), (2016, 1)]) == ["     2015  ██ 2", "     2016  █ 1"]


def test_the_largest_year_has_the_longest_bar() -> None:
    assert describe_years([(2015, 2), (2016, 80), (2018, 1)]) == [
        f"     2015  {'█'} 2",
        f"     2016  {'█' * 40} 80",
        f"     2018  {'█'} 1",
    ]


def test_as_many_neighbours_are_shown_as_asked(run_named: Run) -> None:
    args = ["entities", "show", "Syrie", "--format", "json"]
    everyone = json.loads(run_named(*args).stdout)["neighbours"]
    assert json.loads(run_named(*args, "--limit", "1").stdout)["neighbours"] == everyone[:1]
    assert json.loads(run_named(*args, "--limit", "0").stdout)["neighbours"] == []


def test_the_measure_of_association_is_explained(run_named: Run) -> None:
    assert run_named("entities", "show", "Syrie").stdout.splitlines()[-1].startswith("association (logDice) : 14 ")


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_an_unknown_name_ends_with_1_and_says_where_to_look(run_named: Run, output_format: str) -> None:
    result = run_named("entities", "show", "Xylophone", "--format", output_format)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("archive-search : aucun nom « Xylophone »")


def test_a_name_of_another_type_is_not_shown(run_named: Run) -> None:
    assert run_named("entities", "show", "Syrie", "--type", "person").exit_code == 1

import csv
import io
import json

import pytest

from cli.conftest import Run


def names_of(run: Run, *args: str) -> list[str]:
    return [row["name"] for row in csv.DictReader(io.StringIO(run("entities", "list", *args, "-f", "csv").stdout))]


def test_names_in_the_most_articles_come_first(run_named: Run) -> None:
    listed = json.loads(run_named("entities", "list", "--format", "json").stdout)
    counts = [entity["articles"] for entity in listed["entities"]]
    assert (listed["version"], listed["offset"], len(counts)) == (1, 0, 20)
    assert counts == sorted(counts, reverse=True)


def test_a_line_gives_articles_name_and_id(run_named: Run) -> None:
    line = "        1  Rami Khoueiry · person:rami-khoueiry\n"
    assert run_named("entities", "list", "Khoueiry").stdout == line


def test_who_only_signs_is_listed_with_signatures(run_named: Run) -> None:
    line = "        0  Elodie Marchenoir · person:elodie-marchenoir · 1 signature\n"
    assert run_named("entities", "list", "Marchenoir").stdout == line


@pytest.mark.parametrize("text", ["desormeaux", "DÉSORMEAUX", "aurelie déso"])
def test_a_part_of_a_spelling_finds_the_name(run_named: Run, text: str) -> None:
    assert names_of(run_named, *text.split()) == ["Aurélie Désormeaux"]


@pytest.mark.parametrize("entity_type", ["person", "place", "org"])
def test_only_one_type_is_listed_when_asked(run_named: Run, entity_type: str) -> None:
    listed = json.loads(run_named("entities", "list", "--type", entity_type, "-f", "json").stdout)
    assert {entity["type"] for entity in listed["entities"]} == {entity_type}


def test_an_offset_leads_on(run_named: Run) -> None:
    first = run_named("entities", "list", "--limit", "2")
    assert ", n° 1 à 2 (suite : --offset 2)\n" in first.stderr
    assert names_of(run_named, "-n", "1", "--offset", "1") == names_of(run_named, "-n", "2")[1:]


@pytest.mark.parametrize("output_format", ["text", "json", "csv", "tsv"])
def test_a_name_that_is_not_there_ends_with_1(run_named: Run, output_format: str) -> None:
    assert run_named("entities", "list", "xylophone", "--format", output_format).exit_code == 1


def test_an_archive_without_names_says_how_to_find_them(run: Run) -> None:
    result = run("entities", "list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "lancez « archive-search entities update »" in result.stderr

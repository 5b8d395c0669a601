import json
import re

import pytest

from archive_search.cli.options import FACETS, USUAL_FACETS
from archive_search.cli.printing import FACET_NAMES
from archive_search.search import facets
from archive_search.search.facets import Facet
from cli.conftest import Run


def test_the_command_knows_every_facet() -> None:
    assert FACETS == tuple(facet.value for facet in Facet) == tuple(FACET_NAMES)
    assert USUAL_FACETS == facets.USUAL_FACETS


def test_totals_stand_under_one_another(run: Run) -> None:
    lines = run("stats").stdout.splitlines()
    assert lines[0].split() == ["articles", "4"]
    assert len({len(line) for line in lines[:12]}) == 1


def test_totals_as_json_have_plain_numbers(run: Run) -> None:
    totals = json.loads(run("stats", "--format", "json").stdout)
    assert (totals["version"], totals["articles"], totals["files"]) == (1, 4, 2)


def test_all_articles_are_counted_without_a_query(run: Run) -> None:
    result = run("facets", "--by", "source")
    assert result.exit_code == 0
    assert result.stdout.startswith("Source\n        2  Le Phare\n")


def test_the_count_of_names_is_among_the_totals(run_named: Run) -> None:
    line = next(line for line in run_named("stats").stdout.splitlines() if line.startswith("noms connus"))
    listed = json.loads(run_named("entities", "list", "-f", "json").stdout)
    assert int(line.split()[-1]) == listed["total"] > 20


def test_articles_are_counted_by_person(run_named: Run) -> None:
    counts = json.loads(run_named("facets", "--by", "person", "-f", "json").stdout)["facets"]["person"]
    assert {"id": "person:rami-khoueiry", "name": "Rami Khoueiry", "count": 1} in counts


def test_ten_names_are_shown_in_text(run_named: Run) -> None:
    lines = run_named("facets", "--by", "place").stdout.splitlines()
    assert (lines[0], len(lines)) == ("Lieu", 12)
    assert re.fullmatch(r" +…  \d+ autres", lines[-1])


@pytest.mark.parametrize(("output_format", "lines"), [("text", 3 + 1 + 1), ("csv", 1 + 3)])
def test_as_many_values_are_shown_as_asked(run_named: Run, output_format: str, lines: int) -> None:
    printed = run_named("facets", "--by", "place", "--limit", "3", "-f", output_format).stdout
    assert len(printed.splitlines()) == lines


def test_years_are_shown_whatever_the_limit(run_named: Run) -> None:
    assert len(run_named("facets", "--by", "year", "--limit", "1", "-f", "csv").stdout.splitlines()) > 3


def test_months_and_days_are_counted_when_named(run: Run) -> None:
    table = run("facets", "--by", "month", "--by", "day", "digue", "-f", "csv").stdout
    assert table.splitlines()[1:] == ["month,2017-03,1", "day,2017-03-02,1"]
    assert set(json.loads(run("facets", "-f", "json").stdout)["facets"]) == set(USUAL_FACETS)


def test_options_confine_the_counts_even_without_a_query(run: Run) -> None:
    table = run("facets", "--by", "section", "--source", "Le Phare", "--date", "2017", "-f", "csv").stdout
    assert table.splitlines()[1:] == ["section,Région,1"]


def test_a_query_confines_the_counts(run: Run) -> None:
    table = run("facets", "calcul", "--by", "source", "--format", "csv").stdout
    assert table == "facet,value,count\nsource,Le Phare,1\n"


def test_a_word_may_be_excluded(run: Run) -> None:
    table = run("facets", "port", "-Inouï", "-rusé", "--by", "year", "--format", "tsv").stdout
    assert table.splitlines()[1:] == ["year\t2017\t1"]


@pytest.mark.parametrize("output_format", ["text", "json", "csv", "tsv"])
def test_a_query_that_finds_nothing_ends_with_1_and_says_why(run: Run, output_format: str) -> None:
    result = run("facets", "xylophone", "--format", output_format)
    assert result.exit_code == 1
    assert "« xylophone » n'est dans aucun article" in result.stderr


@pytest.mark.parametrize(("syntax", "count"), [("standard", 2), ("nexis", 1)])
def test_what_is_counted_is_read_as_its_service_reads_it(run: Run, syntax: str, count: int) -> None:
    table = run("facets", "calcul OR digue AND Brévan", "--by", "year", "-f", "csv", "--syntax", syntax).stdout
    assert table == f"facet,value,count\nyear,2017,{count}\n"

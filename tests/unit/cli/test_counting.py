import json

import pytest

from archive_search.cli.counting import FACETS
from archive_search.cli.printing import FACET_NAMES
from archive_search.search.facets import Facet
from cli.conftest import Run


def test_the_command_knows_every_facet() -> None:
    assert FACETS == tuple(facet.value for facet in Facet) == tuple(FACET_NAMES)


def test_totals_stand_under_one_another(run: Run) -> None:
    lines = run("stats").stdout.splitlines()
    assert lines[0].split() == ["articles", "4"]
    assert len({len(line) for line in lines[:11]}) == 1


def test_totals_as_json_have_plain_numbers(run: Run) -> None:
    totals = json.loads(run("stats", "--format", "json").stdout)
    assert (totals["version"], totals["articles"], totals["files"]) == (1, 4, 2)


def test_all_articles_are_counted_without_a_query(run: Run) -> None:
    result = run("facets", "--by", "source")
    assert result.exit_code == 0
    assert result.stdout.startswith("Source\n        2  Le Phare\n")


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

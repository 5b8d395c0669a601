import csv
import io
import json

import pytest

from cli.conftest import Run


def test_articles_alike_are_shown_like_the_answer_to_a_query(run_families: Run) -> None:
    result = run_families("more-like", "foire")
    assert result.exit_code == 0
    assert result.stdout.startswith("1. ")
    assert result.stderr.startswith("Interprété : ")
    assert result.stderr.splitlines()[1].startswith("3 articles, 1 sans les reprises (")


def test_a_folded_hit_says_how_to_see_its_family(run_families: Run) -> None:
    article = json.loads(run_families("more-like", "foire", "-f", "json").stdout)["hits"][0]["article"]
    assert f"   et 2 reprises (voir show --family {article})\n" in run_families("more-like", "foire").stdout


def test_the_answer_as_json_names_the_article(run_families: Run) -> None:
    document = json.loads(run_families("more-like", "foire", "--format", "json").stdout)
    assert (document["version"], document["article"], document["total"], document["hits_total"]) == (1, "foire", 3, 1)
    assert document["hits"][0]["family"] == {"id": "bac-1", "members": 3, "others": 2}
    assert document["query"] == document["interpreted"]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_the_answer_as_a_table(run_families: Run, name: str, delimiter: str) -> None:
    (row,) = csv.DictReader(io.StringIO(run_families("more-like", "foire", "-f", name).stdout), delimiter=delimiter)
    assert (row["family"], row["others"]) == ("bac-1", "2")


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl", "csv", "tsv"])
def test_nothing_alike_ends_with_1(run_families: Run, output_format: str) -> None:
    result = run_families("more-like", "opéra", "-f", output_format)
    assert result.exit_code == 1
    assert result.stderr == "pas d'article semblable à « opéra » dans l'archive\n"
    assert json.loads(result.stdout)["hits"] == [] if output_format == "json" else result.stdout == ""


def test_an_unknown_article_ends_with_2(run_families: Run) -> None:
    result = run_families("more-like", "inconnu")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pas d'article « inconnu »" in result.stderr

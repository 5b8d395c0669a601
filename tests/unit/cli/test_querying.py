import csv
import io
import json
from pathlib import Path

import pytest

from cli.conftest import Run


def articles_of(run: Run, *args: str) -> list[str]:
    return [row["article"] for row in csv.DictReader(io.StringIO(run("query", *args, "--format", "csv").stdout))]


def test_found_ends_with_0(run: Run) -> None:
    assert run("query", "digue").exit_code == 0


def test_nothing_found_ends_with_1_and_an_empty_standard_output(run: Run) -> None:
    result = run("query", "xylophone")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "« xylophone » n'est dans aucun article" in result.stderr


def test_hits_go_to_standard_output_and_remarks_to_standard_error(run: Run) -> None:
    result = run("query", "digue")
    assert "1. La [digue] sera refaite" in result.stdout
    assert result.stderr.startswith("Interprété : digue\n2 articles (")


@pytest.mark.parametrize("excluded", ["-Brévan", "-Inouï", "-n", "-France", "-hiver", "-refaite"])
def test_a_hyphen_excludes_a_word_whatever_its_letters(run: Run, excluded: str) -> None:
    interpreted = run("query", "digue", f"{excluded}").stderr
    if excluded == "-n":
        assert "l'option -n veut une valeur" in interpreted
    else:
        assert f"Interprété : digue SAUF {excluded[1:]}" in interpreted


def test_an_excluded_word_may_come_first(run: Run) -> None:
    assert articles_of(run, "-tempête", "digue") == ["digue-1"]


def test_options_may_follow_the_words(run: Run) -> None:
    assert len(articles_of(run, "port", "--limit", "1")) == 1


@pytest.mark.parametrize("glued", [["-n1"], ["-n", "1"], ["--limit=1"]], ids=" ".join)
def test_a_limit_is_written_in_any_usual_way(run: Run, glued: list[str]) -> None:
    assert len(articles_of(run, "port", *glued)) == 1


def test_a_limit_of_0_only_counts(run: Run) -> None:
    result = run("query", "digue", "--limit", "0")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 articles, aucun montré" in result.stderr


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["-n", "1"], "4 articles, n° 1 (suite : --offset 1) ("),
        (["-n", "2"], "4 articles, n° 1 à 2 (suite : --offset 2) ("),
        (["--offset", "2"], "4 articles, n° 3 à 4 ("),
        (["--offset", "9"], "4 articles, aucun montré ("),
        ([], "4 articles ("),
    ],
    ids=["one of many", "some", "the last", "beyond", "all"],
)
def test_a_page_says_where_it_stands(run: Run, args: list[str], sentence: str) -> None:
    assert sentence in run("query", "port OU digue", *args).stderr


def test_an_offset_leads_to_the_next_page(run: Run) -> None:
    both = articles_of(run, "digue")
    assert articles_of(run, "digue", "--offset", "1") == both[1:]


def test_any_word_is_enough_when_asked(run: Run) -> None:
    assert articles_of(run, "calcul xylophone") == []
    assert articles_of(run, "calcul xylophone", "--any") == ["formule"]


def test_newest_first(run: Run) -> None:
    dates = [row["date"] for row in json.loads(run("query", "port", "--sort", "newest", "-f", "json").stdout)["hits"]]
    assert dates == sorted(dates, key=lambda date: date or "", reverse=True)


def test_json_is_one_document_of_version_1(run: Run) -> None:
    page = json.loads(run("query", "digue", "--format", "json").stdout)
    assert (page["version"], page["total"], len(page["hits"])) == (1, 2, 2)
    assert page["facets"]["source"] == [{"id": "Le Phare", "name": "Le Phare", "count": 1}]


def test_jsonl_is_one_hit_a_line(run: Run) -> None:
    lines = run("query", "digue", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["rank"] for line in lines] == [1, 2]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_table_has_one_row_a_hit(run: Run, name: str, delimiter: str) -> None:
    rows = list(csv.reader(io.StringIO(run("query", "digue", "--format", name).stdout), delimiter=delimiter))
    assert len(rows) == 3
    assert rows[0][:4] == ["rank", "score", "article", "title"]


def test_a_title_that_is_a_formula_is_not_one_in_a_spreadsheet(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", "calcul", "--format", "csv").stdout)))
    assert rows[0]["title"] == "'=1+1"


@pytest.mark.parametrize(
    "args",
    [["base", "-p", "Choïgou"], ["--person", "Choigou", "base"], ["base personne:Shoigu"]],
    ids=["short", "long", "in the query"],
)
def test_a_person_narrows_the_answer(run_named: Run, args: list[str]) -> None:
    everything = articles_of(run_named, "base", "-n", "100")
    narrowed = articles_of(run_named, *args)
    assert 0 < len(narrowed) < len(everything)
    assert set(narrowed) < set(everything)


def test_names_may_be_asked_for_without_words(run_named: Run) -> None:
    both = articles_of(run_named, "--person", "Choïgou", "--place", "Syrie", "-n", "100")
    persons = articles_of(run_named, "--person", "Choïgou", "-n", "100")
    places = articles_of(run_named, "--place", "Syrie", "-n", "100")
    assert both
    assert set(both) == set(persons) & set(places)


def test_the_option_org_asks_for_an_organisation(run_named: Run) -> None:
    result = run_named("query", "--org", "ONU", "--limit", "0")
    assert result.stderr.startswith('Interprété : organisation:"ONU"\n')


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["--source", "Le Phare"], {"digue-1", "formule"}),
        (["--source", "Le Phare", "--date", "2017-03-02"], {"digue-1"}),
        (["--date", "2017-03-02", "--date", "2018"], {"digue-1", "rusé-1"}),
        (["--section", "Région", "digue"], {"digue-1"}),
        (["--agency", "AFP"], set()),
        (["--source", "Phare"], set()),
    ],
    ids=["source", "source and date", "either date", "section and word", "agency", "part of a source"],
)
def test_articles_of_a_source_or_a_date_may_be_asked_for(run: Run, args: list[str], found: set[str]) -> None:
    assert set(articles_of(run, *args)) == found


def test_a_date_that_cannot_be_read_is_named(run: Run) -> None:
    result = run("query", "digue", "--date", "demain")
    assert result.exit_code == 2
    assert "date illisible « demain »" in result.stderr


def test_nothing_asked_for_is_told(run: Run) -> None:
    assert "il manque REQUÊTE..., un nom, une source ou une date" in run("query").stderr


def test_facets_may_be_named(run: Run) -> None:
    page = json.loads(run("query", "digue", "--by", "month", "-f", "json").stdout)
    assert page["facets"] == {"month": [{"id": "2017-03", "name": "2017-03", "count": 1}]}


def test_a_name_that_nobody_has_ends_with_1_and_close_names(run_named: Run) -> None:
    result = run_named("query", "--person", "Rami Khoueri")
    assert result.exit_code == 1
    assert "vouliez-vous dire « Rami Khoueiry » ?" in result.stderr


def test_facets_are_shown_under_the_hits(run: Run) -> None:
    assert "\nSource\n        1  Le Phare\n" in run("query", "digue", "--facets").stdout


@pytest.mark.parametrize(
    ("syntax", "interpreted"),
    [
        ("standard", "calcul OU (digue ET port)"),
        ("europresse", "calcul OU (digue ET port)"),
        ("factiva", "calcul OU (digue ET port)"),
        ("nexis", "(calcul OU digue) ET port"),
    ],
)
def test_a_query_is_read_as_its_service_reads_it(run: Run, syntax: str, interpreted: str) -> None:
    result = run("query", "calcul OR digue AND port", "-n", "0", "--syntax", syntax)
    assert f"Interprété : {interpreted}" in result.stderr.splitlines()


def test_an_unknown_syntax_is_refused_with_those_that_exist(run: Run) -> None:
    result = run("query", "digue", "--syntax", "google")
    assert result.exit_code == 2
    assert "--syntax : choisissez parmi standard, europresse, factiva, nexis" in result.stderr


def test_words_beside_a_list_of_equations_are_refused(run: Run) -> None:
    result = run("query", "digue", "-port", "--batch", "-", stdin="calcul\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr == "archive-search : « digue -port » est de trop : donnez une requête ou --batch, pas les deux\n"
    )


def test_the_options_of_a_query_hold_for_each_equation_of_a_list(run: Run) -> None:
    args = ["--any", "--sort", "oldest", "--offset", "1", "--limit", "1", "--syntax", "nexis"]
    alone = articles_of(run, "calcul digue", *args)
    listed = run("query", "--batch", "-", *args, "-f", "csv", stdin="calcul digue\n").stdout
    assert [row["article"] for row in csv.DictReader(io.StringIO(listed))] == alone


def test_names_narrow_each_equation_of_a_list(run_named: Run, tmp_path: Path) -> None:
    (tmp_path / "veille.txt").write_text("base\n", encoding="utf-8")
    named = ["--person", "Choïgou", "-f", "csv"]
    listed = run_named("query", "--batch", str(tmp_path / "veille.txt"), *named).stdout
    alone = run_named("query", "base", *named).stdout
    assert [row["article"] for row in csv.DictReader(io.StringIO(listed))] == [
        row["article"] for row in csv.DictReader(io.StringIO(alone))
    ]


def test_reprints_are_told_under_the_hit_that_stands_for_them(run_families: Run) -> None:
    result = run_families("query", "ponton", "--sort", "oldest")
    assert result.stdout.count("bac-") == 2
    assert "   et 2 reprises (voir --all, ou show --family bac-1)\n" in result.stdout
    assert "4 articles, 2 sans les reprises (" in result.stderr


def test_all_shows_each_article(run_families: Run) -> None:
    result = run_families("query", "ponton", "--all")
    assert "reprise" not in result.stdout + result.stderr
    assert len(articles_of(run_families, "ponton", "--all")) == 4


def test_pages_of_a_folded_answer_go_to_its_end(run_families: Run) -> None:
    result = run_families("query", "ponton", "--limit", "1")
    assert "4 articles, 2 sans les reprises, n° 1 (suite : --offset 1) (" in result.stderr
    assert len(articles_of(run_families, "ponton", "--offset", "1")) == 1


def test_a_table_names_the_family_of_a_hit(run_families: Run) -> None:
    printed = run_families("query", "ponton", "--sort", "oldest", "-f", "csv").stdout
    rows = [(row["article"], row["family"], row["others"]) for row in csv.DictReader(io.StringIO(printed))]
    assert rows == [("bac-1", "bac-1", "2"), ("foire", "", "")]


@pytest.mark.parametrize(
    ("options", "ids"), [([], ["bac-1", "foire"]), (["--all"], ["bac-1", "bac-2", "bac-3", "foire"])]
)
def test_jsonl_is_folded_like_the_rest(run_families: Run, options: list[str], ids: list[str]) -> None:
    printed = run_families("query", "ponton", "--sort", "oldest", "-f", "jsonl", *options).stdout
    assert [json.loads(line)["article"] for line in printed.splitlines()] == ids

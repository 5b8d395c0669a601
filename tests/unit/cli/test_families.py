import csv
import io
import json

import pytest

from archive_search.cli.family_wording import count_relations
from archive_search.family_records import Family, FamilyMember, Relation
from cli.conftest import Run


def test_families_are_listed_with_their_first_publication(run_families: Run) -> None:
    result = run_families("families")
    assert result.stdout == (
        "        3  2017-03-01 08:00 · Agence Fluviale · Le bac ne passe plus · bac-1 (1 reprise, 1 mise à jour)\n"
    )
    assert (result.exit_code, result.stderr) == (0, "1 famille\n")


def test_an_archive_without_families_ends_with_1(run: Run) -> None:
    result = run("families")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "0 famille\n")


def test_a_page_beyond_the_last_family_is_empty(run_families: Run) -> None:
    result = run_families("families", "--offset", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 famille, aucun montré\n"


SUMMARY = {
    "id": "bac-1",
    "members": 3,
    "reprints": 1,
    "updates": 1,
    "extracts": 0,
    "title": "Le bac ne passe plus",
    "date": "2017-03-01",
    "source": "Agence Fluviale",
    "agency": None,
}


def test_families_as_json(run_families: Run) -> None:
    listed = json.loads(run_families("families", "-f", "json").stdout)
    assert listed == {"version": 1, "total": 1, "offset": 0, "families": [SUMMARY]}
    assert json.loads(run_families("families", "-f", "jsonl").stdout) == SUMMARY


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_families_as_a_table(run_families: Run, name: str, delimiter: str) -> None:
    printed = run_families("families", "-f", name).stdout
    (row,) = csv.DictReader(io.StringIO(printed), delimiter=delimiter)
    assert row == {key: "" if value is None else str(value) for key, value in SUMMARY.items()}


def family(*relations: Relation) -> Family:
    members = (FamilyMember(id=f"m{rank}", heading="Le bac", relation=each) for rank, each in enumerate(relations))
    return Family(id="m0", members=tuple(members))


@pytest.mark.parametrize(
    ("relations", "told"),
    [
        ([Relation.REPRINT], "1 reprise"),
        ([Relation.UPDATE, Relation.UPDATE], "2 mises à jour"),
        ([Relation.EXTRACT, Relation.REPRINT, Relation.REPRINT], "2 reprises, 1 extrait"),
    ],
    ids=["reprint", "updates", "both"],
)
def test_relations_are_counted_in_words(relations: list[Relation], told: str) -> None:
    assert count_relations(family(Relation.FIRST, *relations)) == told

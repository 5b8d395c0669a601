import json
from pathlib import Path

import pytest

from archive_search.cli.naming import describe_interrupted_naming, describe_naming
from archive_search.engines.naming.report import NamingReport
from cli.conftest import Run


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (
            NamingReport(recognised=1200, words=9000, settled=1, entities=40, recognising_seconds=3, seconds=4),
            "noms : 1\u202f200 paragraphes lus, 1 article traité ; 40 noms connus ; 4,0 s, 3\u202f000 mots/s",
        ),
        (NamingReport(entities=1), "noms : rien de nouveau ; 1 nom connu ; 0,0 s"),
        (NamingReport(settled=2, entities=0), "noms : 2 articles traités ; 0 nom connu ; 0,0 s"),
        (NamingReport(waiting=3, entities=7), "noms : rien de nouveau ; 7 noms connus ; 3 articles en attente ; 0,0 s"),
    ],
    ids=["read", "nothing new", "read before", "waiting"],
)
def test_a_run_is_told_in_one_sentence(report: NamingReport, sentence: str) -> None:
    assert describe_naming(report) == sentence


@pytest.mark.parametrize(
    ("report", "kept"),
    [
        (NamingReport(interrupted=True, recognised=42, waiting=3), "42 paragraphes), 3 articles en attente"),
        (NamingReport(interrupted=True, recognised=0, waiting=1), "0 paragraphe), 1 article en attente"),
    ],
    ids=["some", "none"],
)
def test_an_interrupted_run_says_what_it_kept(report: NamingReport, kept: str) -> None:
    again = "relancez la même commande pour continuer"
    assert describe_interrupted_naming(report) == f"noms : interrompu : ce qui est lu reste ({kept} ; {again}"


def test_a_second_run_finds_nothing_new(run_corrected: Run) -> None:
    result = run_corrected("entities", "update")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("noms : rien de nouveau ; ")


def test_a_run_afresh_works_everything_out_without_reading_again(run_corrected: Run) -> None:
    report = json.loads(run_corrected("entities", "update", "--afresh", "--format", "json").stdout)
    assert (report["version"], report["recognised"], report["waiting"]) == (1, 0, 0)
    assert report["settled"] > 0


def test_faulty_corrections_are_told_and_end_with_2(run_corrected: Run, corrected: Path) -> None:
    (corrected / "aliases.toml").write_text('[[hide]]\nname = "Syrie"\n', encoding="utf-8")
    result = run_corrected("entities", "update")
    assert result.exit_code == 2
    assert result.stderr.startswith("aliases.toml : [[hide]] n° 1 : ")


def test_corrections_that_are_no_toml_end_with_2_and_name_the_line(run_corrected: Run, corrected: Path) -> None:
    (corrected / "aliases.toml").write_text("[[hide]]\nname =\n", encoding="utf-8")
    result = run_corrected("entities", "update")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("archive-search : aliases.toml, ligne 2 : ")

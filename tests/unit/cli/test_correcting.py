import json
import re
from typing import Any

import pytest

from cli.conftest import Run


def entity_of(run: Run, name: str) -> dict[str, Any]:
    entity: dict[str, Any] = json.loads(run("entities", "show", name, "--format", "json").stdout)["entity"]
    return entity


def variants_of(run: Run, name: str) -> set[str]:
    return {variant["surface"] for variant in entity_of(run, name)["variants"] if variant["mentions"]}


def is_known(run: Run, *args: str) -> bool:
    return run("entities", "show", *args).exit_code == 0


def test_merged_names_are_one(run_corrected: Run) -> None:
    before = variants_of(run_corrected, "Ankara")
    result = run_corrected("entities", "merge", "Turquie", "Ankara")
    assert (result.exit_code, result.stdout) == (0, "")
    assert before <= variants_of(run_corrected, "Turquie")
    assert entity_of(run_corrected, "Ankara")["id"] == "place:turquie"


def test_split_spellings_are_a_name_of_their_own(run_corrected: Run) -> None:
    assert "Sergueï Shoigu" in variants_of(run_corrected, "Sergueï Choïgou")
    result = run_corrected("entities", "split", "Sergueï Choïgou", "Sergueï Shoigu", "--as", "Son frère")
    assert result.exit_code == 0
    assert variants_of(run_corrected, "person:son-frere") == {"Sergueï Shoigu"}
    assert "Sergueï Shoigu" not in variants_of(run_corrected, "Sergueï Choïgou")


def test_a_hidden_name_is_gone_until_it_is_put_back(run_corrected: Run) -> None:
    assert run_corrected("entities", "hide", "Syrie").exit_code == 0
    assert not is_known(run_corrected, "Syrie")
    assert run_corrected("entities", "hide", "Syrie", "--undo", "--type", "place").exit_code == 0
    assert is_known(run_corrected, "Syrie")


def test_a_retyped_name_is_of_the_other_type(run_corrected: Run) -> None:
    assert run_corrected("entities", "retype", "Lattaquié", "--to", "org").exit_code == 0
    assert is_known(run_corrected, "org:lattaquie")
    assert not is_known(run_corrected, "Lattaquié", "--type", "place")


@pytest.mark.parametrize(
    ("args", "done"),
    [
        (["merge", "Turquie", "Ankara"], "« Ankara » réuni à « Turquie »"),
        (["merge", "Turquie", "Ankara", "Alep"], "« Ankara », « Alep » réunis à « Turquie »"),
        (["split", "Sergueï Choïgou", "Shoigu"], "« Shoigu » séparé de « Sergueï Choïgou »"),
        (["hide", "Syrie"], "« Syrie » écarté des noms"),
        (["retype", "Lattaquié", "--to", "org"], "« Lattaquié » est maintenant : organisation"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_correction_is_told_in_one_line_with_its_time(run_corrected: Run, args: list[str], done: str) -> None:
    result = run_corrected("entities", *args)
    assert re.fullmatch(rf"{done} ; \d+ noms connus(?: au lieu de \d+|, comme avant) ; \d+,\d s\n", result.stderr)


def test_a_correction_that_contradicts_another_ends_with_2(run_corrected: Run) -> None:
    run_corrected("entities", "hide", "Syrie")
    result = run_corrected("entities", "merge", "Syrie", "Alep", "--type", "place")
    assert result.exit_code == 2


def test_a_name_that_the_archive_lacks_needs_its_type(run_corrected: Run) -> None:
    refused = run_corrected("entities", "hide", "Xylophone")
    assert refused.exit_code == 2
    assert "--type" in refused.stderr
    assert run_corrected("entities", "hide", "Xylophone", "--type", "org").exit_code == 0


def test_an_undo_takes_back_the_last_correction_then_the_one_before(run_corrected: Run) -> None:
    run_corrected("entities", "hide", "Syrie")
    run_corrected("entities", "merge", "Turquie", "Ankara")
    last = run_corrected("entities", "undo")
    assert last.stderr.startswith("défait : « Ankara » réuni à « Turquie » ; ")
    assert entity_of(run_corrected, "Ankara")["id"] == "place:ankara"
    assert run_corrected("entities", "undo").stderr.startswith("défait : « Syrie » écarté des noms ; ")
    assert is_known(run_corrected, "Syrie")


def test_with_nothing_to_undo_an_undo_ends_with_1(run_corrected: Run) -> None:
    result = run_corrected("entities", "undo")
    assert (result.exit_code, result.stderr) == (1, "aucune correction à défaire\n")


def test_an_id_that_is_no_more_is_not_taken_for_a_name(run_corrected: Run) -> None:
    refused = run_corrected("entities", "merge", "Turquie", "place:nulle-part")
    assert refused.exit_code == 2
    assert "aucun nom « place:nulle-part »" in refused.stderr

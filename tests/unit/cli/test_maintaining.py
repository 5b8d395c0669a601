from pathlib import Path

import pytest

from cli.conftest import Run

RECORDS = "".join(f'{{"id": "b{number}", "title": "Bac", "text": "Le bac passe."}}\n' for number in range(3))


@pytest.fixture
def target(run: Run, tmp_path: Path) -> str:
    path = str(tmp_path / "archive")
    run("index", "--no-entities", "-", "--index", path, stdin=RECORDS)
    return path


@pytest.mark.parametrize(
    ("ids", "status", "sentence"),
    [
        (["b1"], 0, "1 article retiré sur 1\n"),
        (["b0", "b1", "b9"], 0, "2 articles retirés sur 3\n"),
        (["b9"], 1, "0 article retiré sur 1\n"),
    ],
    ids=["one", "two", "none"],
)
def test_removing_says_how_many(run: Run, target: str, ids: list[str], status: int, sentence: str) -> None:
    result = run("remove", *ids, "--index", target)
    assert (result.exit_code, result.stdout, result.stderr) == (status, "", sentence)


def test_rebuilding_says_how_many(run: Run, target: str) -> None:
    assert run("rebuild", "--index", target).stderr == "index reconstruit : 3 articles\n"


def test_a_sound_archive_ends_with_0(run: Run, target: str) -> None:
    result = run("check", "--index", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "archive saine\n")


def test_a_damaged_archive_ends_with_2_and_names_the_file(run: Run, target: str) -> None:
    segment = next(Path(target, "whoosh").glob("*.terms"))
    segment.write_bytes(segment.read_bytes()[:-1])
    result = run("check", "--index", target)
    assert result.exit_code == 2
    assert segment.name in result.stdout

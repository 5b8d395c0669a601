"""Pickles inside an index may hold harmless values and nothing else."""

import datetime
import decimal
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search.indexing.whoosh_face.safe_pickles import dump_pickle, load_pickle
from indexing.hostile import NAMES, make_bombs

VALUES = {
    "set": {1, 2},
    "dict": {"a": [b"x", b""]},
    "tuple": (1, 1.5, None),
    "date": datetime.datetime(2015, 9, 18, 12, tzinfo=datetime.UTC),
    "decimal": decimal.Decimal("1.50"),
}


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """Name a file that must never appear."""
    target = tmp_path / "run"
    yield target
    assert not target.exists()


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("protocol", [0, 2, 4])
def test_plain_values_are_read_in_every_protocol(value: object, protocol: int) -> None:
    assert load_pickle(pickle.dumps(value, protocol)) == value


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    assert load_pickle(dump_pickle(value)) == value


def test_a_pickle_reaches_only_what_stands_in_for_what_it_names() -> None:
    known = {("os", "system"): lambda command: f"not run: {command}"}
    pickled = make_bombs(Path("run"))["os.system, protocol 0"]
    named = pickled.replace(os.system.__module__.encode(), b"os")
    assert load_pickle(named, known=known) == "not run: touch run"


@pytest.mark.parametrize("name", NAMES)
def test_a_pickle_that_would_run_a_program_is_refused(target: Path, name: str) -> None:
    with pytest.raises(pickle.UnpicklingError, match="rien à faire dans un index"):
        load_pickle(make_bombs(target)[name])


def test_what_would_be_refused_is_not_written() -> None:
    with pytest.raises(TypeError, match="Path"):
        dump_pickle({"path": Path("a")})

"""Settings come from the environment, and there is an answer without it."""

from pathlib import Path

import pytest

from archive_search.settings import CLEANING_VARIABLE, DEFAULT_INDEX, INDEX_VARIABLE, read_settings


@pytest.mark.parametrize(
    ("value", "index"), [(None, DEFAULT_INDEX), ("", DEFAULT_INDEX), ("/presse/index", Path("/presse/index"))]
)
def test_the_index_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, value: str | None, index: Path) -> None:
    monkeypatch.delenv(INDEX_VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(INDEX_VARIABLE, value)
    assert read_settings().index == index


@pytest.mark.parametrize(("value", "cleaning"), [(None, "all"), ("", "all"), ("rules", "rules")])
def test_the_cleaning_is_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, value: str | None, cleaning: str
) -> None:
    monkeypatch.delenv(CLEANING_VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(CLEANING_VARIABLE, value)
    assert read_settings().cleaning == cleaning

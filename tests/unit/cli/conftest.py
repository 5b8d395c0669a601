"""An archive of a few invented articles, and ways to run the command on it."""

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from archive_search.cli.program import program

SEEDS = Path(__file__).parents[3] / "seeds"
Run: TypeAlias = Callable[..., Result]
RunProcess: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

PORT = """Le port de Brévan rouvre après la tempête

Le port de Brévan a rouvert lundi, ont annoncé les pilotes.

Deux grues restent à terre, et la digue attend des pierres.
"""
# An escape sequence in every text of the record, to recolour or clear the terminal that shows it.
HOSTILE = (
    '{"id": "rusé-1", "title": "Titre \\u001b[2Jrusé", "date": "2018-05-04", "source": "Gazette \\u009b31m",'
    ' "text": "Un texte rusé\\u001b]0;x\\u0007 sur le port."}\n'
)
RECORDS = (
    '{"id": "digue-1", "title": "La digue sera refaite", "date": "2017-03-02", "source": "Le Phare",'
    ' "section": "Région", "text": "La digue de Brévan sera refaite. =SOMME(A1) disent les comptes."}\n'
    '{"id": "formule", "title": "=1+1", "date": "2017-03-03", "source": "Le Phare", "text": "Un calcul au port."}\n'
)


FERRY = (
    "Le bac de Brévan ne passe plus depuis que la crue de lundi a emporté la rampe de la rive gauche, a annoncé la "
    "mairie. Les passeurs réparent le ponton avant la foire."
)
BRIDGE = "Le pont suspendu reste ouvert aux piétons, mais les camions font un détour de quarante kilomètres par Doriac."
MAYOR = "Le maire a promis mercredi un bac de remplacement, que deux remorqueurs amèneront de la côte avant dimanche."
DISPATCHES: list[dict[str, str]] = [
    {
        "id": "bac-1",
        "title": "Le bac ne passe plus",
        "date": "2017-03-01",
        "time": "08:00",
        "source": "Agence Fluviale",
        "text": f"{FERRY}\n\n{BRIDGE}",
    },
    {
        "id": "bac-2",
        "title": "Le bac ne passe plus",
        "date": "2017-03-02",
        "source": "Le Phare",
        "text": f"{FERRY.replace('lundi', 'dimanche')}\n\n{BRIDGE}",
    },
    {
        "id": "bac-3",
        "title": "Brévan : un bac promis \u001b[31m",
        "date": "2017-03-03",
        "source": "Agence Fluviale",
        "text": f"{FERRY}\n\n{BRIDGE}\n\n{MAYOR}",
    },
    {
        "id": "foire",
        "title": "La foire de Brévan aura lieu",
        "date": "2017-03-05",
        "source": "Le Phare",
        "text": "La foire de Brévan ouvrira samedi sur la rive droite. Le bac et le ponton attendent la crue.",
    },
    {"id": "opéra", "title": "Verdi en province", "source": "Le Phare", "text": "La soprano enrouée se tait."},
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("presse")
    (path / "port.txt").write_text(PORT, encoding="utf-8")
    (path / "notices.jsonl").write_text(RECORDS + HOSTILE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def archive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive")
    result = CliRunner().invoke(program, ["index", "--no-entities", str(folder), "--index", str(path)])
    assert result.exit_code == 0, result.stderr
    return path


@pytest.fixture(scope="session")
def indexed_with_names(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """Index the sample archive with its names, once: the model takes seconds to load."""
    path = tmp_path_factory.mktemp("named") / "archive"
    args = ["index", str(SEEDS), "--index", str(path), "--workers", "1", "--format", "json"]
    return path, CliRunner().invoke(program, args)


@pytest.fixture(scope="session")
def named_archive(indexed_with_names: tuple[Path, Result]) -> Path:
    path, result = indexed_with_names
    assert result.exit_code == 0, result.stderr
    return path


@pytest.fixture
def run_named(named_archive: Path) -> Run:
    """Run the command inside this process, on an archive whose names are known; for reading only."""

    def invoke(*args: str) -> Result:
        environment = {"ARCHIVE_SEARCH_INDEX": str(named_archive)}
        return CliRunner(env=environment).invoke(program, list(args), prog_name="archive-search")

    return invoke


@pytest.fixture
def corrected(named_archive: Path, tmp_path: Path) -> Path:
    """Give a copy of that archive, to be changed."""
    return shutil.copytree(named_archive, tmp_path / "corrected")


@pytest.fixture
def run_corrected(corrected: Path) -> Run:
    """Run the command on that copy."""

    def invoke(*args: str) -> Result:
        return CliRunner(env={"ARCHIVE_SEARCH_INDEX": str(corrected)}).invoke(program, list(args))

    return invoke


@pytest.fixture
def run(archive: Path) -> Run:
    """Run the command inside this process, on the archive."""

    def invoke(*args: str, stdin: str | None = None, env: dict[str, str] | None = None) -> Result:
        environment = {"ARCHIVE_SEARCH_INDEX": str(archive), **(env or {})}
        return CliRunner(env=environment).invoke(program, list(args), input=stdin, prog_name="archive-search")

    return invoke


@pytest.fixture
def copy(archive: Path, tmp_path: Path) -> Path:
    """Give a copy of the archive, to be changed."""
    return shutil.copytree(archive, tmp_path / "copy")


@pytest.fixture
def run_copy(copy: Path) -> Run:
    """Run the command on that copy."""

    def invoke(*args: str) -> Result:
        environment = {"ARCHIVE_SEARCH_INDEX": str(copy)}
        return CliRunner(env=environment).invoke(program, list(args), prog_name="archive-search")

    return invoke


@pytest.fixture(scope="session")
def archive_with_families(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Index dispatches that papers reprint, cut and complete, and one article that stands alone."""
    folder = tmp_path_factory.mktemp("familles")
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in DISPATCHES)
    (folder / "depeches.jsonl").write_text(lines, encoding="utf-8")
    path = folder / "archive"
    result = CliRunner().invoke(program, ["index", "--no-entities", str(folder), "--index", str(path)])
    assert result.exit_code == 0, result.stderr
    return path


@pytest.fixture
def run_families(archive_with_families: Path) -> Run:
    """Run the command inside this process, on that archive."""

    def invoke(*args: str, stdin: str | None = None, env: dict[str, str] | None = None) -> Result:
        environment = {"ARCHIVE_SEARCH_INDEX": str(archive_with_families), **(env or {})}
        return CliRunner(env=environment).invoke(program, list(args), input=stdin, prog_name="archive-search")

    return invoke


@pytest.fixture
def command() -> str:
    """Give the path of the command as it is installed."""
    return str(Path(sysconfig.get_path("scripts")) / "archive-search")


@pytest.fixture
def environment(archive: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    return {**kept, "ARCHIVE_SEARCH_INDEX": str(archive), "PYTHONUTF8": "1"}


@pytest.fixture
def run_process(command: str, environment: dict[str, str], tmp_path: Path) -> RunProcess:
    """Run the command as a process of its own, on the archive."""

    def start(*args: str | bytes, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, *args],
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
            env={**environment, **(env or {})},
            check=False,
            timeout=60,
        )

    return start

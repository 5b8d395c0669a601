"""Programs that other processes run on a desk: ``python desk_process.py PROGRAM FOLDER [ARGUMENT]``."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from archive_search.errors import ArchiveSearchError
from archive_search.store.desk.dossiers import insert_dossier, list_dossiers
from archive_search.store.desk.opening import reading, writing

KILLED = 9
NOBODY = 65534


def make_dossiers(folder: Path, prefix: str, count: str) -> None:
    """Make dossiers one after the other, each in a transaction of its own."""
    for number in range(int(count)):
        with writing(folder, making=True) as connection:
            insert_dossier(connection, f"{prefix}{number}", key=f"{prefix}{number}", at=datetime.now(UTC))


def die_writing(folder: Path) -> None:
    """Die when some of what is written has reached the file already, as in a large transaction."""
    with writing(folder, making=True) as connection:
        connection.execute("pragma cache_size = 1")
        for number in range(500):
            name = f"{number} {'long ' * 100}"
            insert_dossier(connection, name, key=name, at=datetime.now(UTC))
        os._exit(KILLED)


def use_as_nobody(folder: Path) -> None:
    """Read, then write, as a user who may only read."""
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    with reading(folder) as connection:
        sys.stdout.write(f"{len(list_dossiers(connection))}\n")
    try:
        make_dossiers(folder, "refusé", "1")
    except ArchiveSearchError as error:
        sys.stdout.write(f"{type(error).__name__}: {error}\n")


def start(program: str, *arguments: str | Path) -> "subprocess.Popen[str]":
    """Start one of these programs."""
    here = Path(__file__)
    path = os.pathsep.join([str(here.parents[1]), str(here.parents[3])])
    environment = os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(here), program, *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8")


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])

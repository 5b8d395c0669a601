"""Make the virtual environment that the peers run in, and the plots with them, apart from the program's own."""

import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

PACKAGES = {
    "tantivy1": ("tantivy",),
    "tantivy2": ("tantivy",),
    "fts5": (),  # part of Python
    "xapian": ("xapian-bindings-binary",),
    "whoosh": ("whoosh-reloaded==2.7.5", "PyStemmer"),
}
PLOTTING = "matplotlib"
TELL_VERSIONS = """
import sqlite3, sys
from importlib.metadata import version
print("; ".join([f"SQLite {sqlite3.sqlite_version}", *(f"{name} {version(name)}" for name in sys.argv[1:])]))
"""


def make_environment(folder: Path, peers: Sequence[str]) -> Path:
    """Create the environment, unless it is there already, and install what the peers need.

    Args:
        folder: Where the environment lives.
        peers: Names of peers, keys of `PACKAGES`.

    Returns:
        The environment's Python.
    """
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
    subprocess.run([*install, PLOTTING, *packages_of(peers)], check=True)
    return python


def packages_of(peers: Sequence[str]) -> list[str]:
    """List what peers need, each requirement once.

    >>> packages_of(["tantivy1", "tantivy2", "fts5"])
    ['tantivy']
    """
    return sorted({package for peer in peers for package in PACKAGES[peer]})


def describe_versions(python: Path, peers: Sequence[str]) -> str:
    """Name the version of every engine, and of what this program leans on most."""
    names = [package.partition("==")[0] for package in packages_of(peers)]
    told = subprocess.run([python, "-c", TELL_VERSIONS, *names], check=True, stdout=subprocess.PIPE, text=True)
    ours = [f"{name} {version(name)}" for name in ("archive-search", "numpy", "Whoosh")]
    return "; ".join([f"{ours[0]} (over {' and '.join(ours[1:])})", told.stdout.strip()])


def describe_machine(cores: int | None) -> str:
    """Tell what the figures were measured on."""
    return f"{processor_name()}, {cores} cores, {memory_gigabytes()} GB, Python {platform.python_version()}"


def processor_name() -> str:
    """Give the name that Linux knows the processor by, or else its architecture."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def memory_gigabytes() -> str:
    """Give the size of memory as Linux tells it, or a question mark."""
    described = Path("/proc/meminfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    sizes = (int(line.split()[1]) for line in lines if line.startswith("MemTotal"))
    return next((f"{size / 1e6:.0f}" for size in sizes), "?")

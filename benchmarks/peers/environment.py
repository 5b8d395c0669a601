"""Make the virtual environment that the peers run in, apart from the program's own.

>>> from pathlib import Path
>>> from peers.environment import make_environment
>>> python = make_environment(Path("build/peers/environment"), ["fts5"])  # doctest: +SKIP
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PACKAGES = {
    "fts5": (),  # part of Python
    "tantivy1": ("tantivy",),
    "tantivy2": ("tantivy",),
    "whoosh": ("whoosh-reloaded==2.7.5", "PyStemmer"),
    "xapian": ("xapian-bindings-binary",),
}


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
    wanted = sorted({package for peer in peers for package in PACKAGES[peer]})
    if wanted:
        install = [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *wanted]
        subprocess.run(install, check=True)
    return python

"""Read the data files of the analysis, and the sources of the packages that it relies on.

Neither `importlib.resources` nor `importlib.metadata` is used: they take longer to import than a search takes.
"""

from importlib.util import find_spec
from pathlib import Path

_FOLDER = Path(__file__).with_name("data")


def read_data(name: str) -> bytes:
    """Read a file of the folder ``data``."""
    return (_FOLDER / name).read_bytes()


def package_folder(name: str) -> Path:
    """Find the folder of an installed package, without importing it.

    Raises:
        ModuleNotFoundError: There is no such package.
    """
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name, name=name)
    return Path(spec.submodule_search_locations[0])

"""The settings of the program: where each comes from, and what holds without it.

Only the command line and the web application read them; the library takes values.
"""

import os
from dataclasses import dataclass
from pathlib import Path

INDEX_VARIABLE = "ARCHIVE_SEARCH_INDEX"
DEFAULT_INDEX = Path("index")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Hold the settings of one run.

    Attributes:
        index: Folder of the archive: ``$ARCHIVE_SEARCH_INDEX``, or ``index`` in the current folder.
    """

    index: Path = DEFAULT_INDEX


def read_settings() -> Settings:
    """Read the settings from the environment."""
    named = os.environ.get(INDEX_VARIABLE)
    return Settings(index=Path(named)) if named else Settings()

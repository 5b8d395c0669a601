"""The settings of the program: where each comes from, and what holds without it.

Only the command line and the web application read them; the library takes values.
"""

import os
from dataclasses import dataclass
from pathlib import Path

INDEX_VARIABLE = "ARCHIVE_SEARCH_INDEX"
DEFAULT_INDEX = Path("index")
CLEANING_VARIABLE = "ARCHIVE_SEARCH_CLEANING"
DEFAULT_CLEANING = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Hold the settings of one run.

    Attributes:
        index: Folder of the archive: ``$ARCHIVE_SEARCH_INDEX``, or ``index`` in the current folder.
        cleaning: How much is taken out of articles as not belonging to them, "all", "rules" or "none":
            ``$ARCHIVE_SEARCH_CLEANING``, or all.
    """

    index: Path = DEFAULT_INDEX
    cleaning: str = DEFAULT_CLEANING


def read_settings() -> Settings:
    """Read the settings from the environment."""
    named = os.environ.get(INDEX_VARIABLE)
    return Settings(
        index=Path(named) if named else DEFAULT_INDEX,
        cleaning=os.environ.get(CLEANING_VARIABLE) or DEFAULT_CLEANING,
    )

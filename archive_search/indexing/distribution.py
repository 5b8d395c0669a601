"""Refuse to start when two distributions own the module `whoosh`: nobody could tell which one runs."""

import os
import re
import sys
from collections.abc import Iterator

from archive_search.errors import InstallationError

DISTRIBUTIONS = ("whoosh", "whoosh-reloaded", "whoosh3")

# Not by `importlib.metadata`, which takes longer to import than a search takes.
_METADATA = re.compile(r"(whoosh|whoosh[-_.]reloaded|whoosh3)-[^-]+\.(?:dist|egg)-info", re.IGNORECASE)


def check_single_whoosh() -> None:
    """Check that no more than one of the known distributions of Whoosh is installed.

    Raises:
        InstallationError: Two or more are; the message names them.
    """
    installed = sorted(set(_find_installed()))
    if len(installed) > 1:
        raise InstallationError(
            f"plusieurs distributions se partagent le module whoosh ({', '.join(installed)}) : n'en gardez qu'une"
        )


def _find_installed() -> Iterator[str]:
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  # a path object a name would be slower
        except OSError:  # an archive of modules, or a folder that is not there
            continue
        for name in names:
            found = _METADATA.fullmatch(name)
            if found:
                yield re.sub(r"[-_.]", "-", found.group(1).lower())

"""Refuse to start when two distributions own the module `whoosh`: nobody could tell which one runs."""

from importlib.metadata import PackageNotFoundError, distribution

from archive_search.errors import InstallationError

DISTRIBUTIONS = ("whoosh", "whoosh-reloaded", "whoosh3")


def check_single_whoosh() -> None:
    """Check that exactly one of the known distributions of Whoosh is installed.

    Raises:
        InstallationError: Two or more are; the message names them.
    """
    installed = [name for name in DISTRIBUTIONS if _is_installed(name)]
    if len(installed) > 1:
        raise InstallationError(
            f"plusieurs distributions se partagent le module whoosh ({', '.join(installed)}) : n'en gardez qu'une"
        )


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True

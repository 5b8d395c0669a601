"""Follow folders: what comes into them is in the archive some seconds later."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive_search.archive.adding import AddOptions
from archive_search.archive.report import AddReport
from archive_search.errors import ArchiveLockedError, InstallationError, SourceError
from archive_search.sources.files import path_text

_MISSING = "module watchfiles absent : installez « archive-search[watch] »"
_UNWATCHABLE = "{path} : dossier impossible à surveiller ({reason}) ; relancez avec --poll"

# How long changes may go on before those seen are taken, and how often the stop is looked at, in milliseconds.
_GATHERING = 1_000
_ROUND = 500

# Seconds before an archive that another process writes to is tried again.
_PATIENCE = 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class WatchOptions:
    """Hold how folders are to be followed.

    Attributes:
        adding: How files are to be brought in; ``only`` is of no use here.
        poll: Whether to look at all files again and again, for folders of another machine that tell no changes.
        stop: Set it, from another thread, to end.
    """

    adding: AddOptions = field(default_factory=AddOptions)
    poll: bool = False
    stop: threading.Event = field(default_factory=threading.Event)


def follow(add: Callable[[AddOptions], AddReport], paths: Sequence[Path], options: WatchOptions) -> Iterator[AddReport]:
    """Bring an archive up to date, and again each time that something changes.

    It may be stopped at any moment: what was not committed is read by the next run.

    Args:
        add: Brings the archive up to date with the paths.
        paths: Files and folders.
        options: How to follow them.

    Yields:
        What was done, each time that something was.

    Raises:
        InstallationError: The extra ``watch`` is not installed.
        SourceError: A path is absent, or cannot be watched.
    """
    absent = next((path for path in paths if not path.exists()), None)
    if absent is not None:
        raise SourceError(f"{path_text(absent)} : introuvable, vérifiez le chemin", path=path_text(absent))
    pending: set[Path] = set()
    is_first = True
    for changed in _changes(paths, options):
        pending |= changed
        # The first round comes once the folders are watched: nothing slips in between it and the next.
        if not (is_first or pending):
            continue
        try:
            report = add(replace(options.adding, only=None if is_first else frozenset(pending)))
        except ArchiveLockedError:
            options.stop.wait(_PATIENCE)
            continue
        is_first, pending = False, set()
        yield report


def _changes(paths: Sequence[Path], options: WatchOptions) -> Iterator[set[Path]]:
    """Yield the paths that changed, at least every round; at first an empty set, once the paths are watched."""
    try:
        from watchfiles import watch
    except ImportError as error:
        raise InstallationError(_MISSING) from error
    rounds = watch(
        *paths,
        watch_filter=None,
        debounce=_GATHERING,
        stop_event=options.stop,
        rust_timeout=_ROUND,
        yield_on_timeout=True,
        force_polling=options.poll or None,
        ignore_permission_denied=True,
    )
    try:
        for changes in rounds:
            yield {Path(path) for _change, path in changes}
    except OSError as error:
        where = ", ".join(map(str, paths))
        raise SourceError(_UNWATCHABLE.format(path=where, reason=error.strerror or error), path=where) from error

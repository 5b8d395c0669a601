"""Open a file in its own application, as a double click on it would.

>>> from pathlib import Path
>>> command_for(Path("/presse/digue.pdf"), platform="darwin", environment={})
['open', '/presse/digue.pdf']
>>> command_for(Path("/presse/digue.pdf"), platform="linux", environment={}) is None
True
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

Opener: TypeAlias = Callable[[Path], bool]
"""Opens the file of an absolute path, and tells whether there is what opens it."""

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def open_file(path: Path) -> bool:
    """Have the system open a file, without waiting for the application; False where nothing can show it."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            # No application is associated with files of this kind.
            return False
        return True
    command = command_for(path, platform=sys.platform, environment=os.environ)
    return command is not None and _run(command)


def command_for(path: Path, *, platform: str, environment: Mapping[str, str]) -> list[str] | None:
    """Give the command that opens a file; None where there is no such program, or no screen.

    Args:
        path: Absolute path: it begins with "/", and is never taken for an option.
        platform: As `sys.platform` names it.
        environment: Variables of the environment.
    """
    if not path.is_absolute():
        raise ValueError(f"not an absolute path: {path}")
    if platform == "darwin":
        return ["open", str(path)]
    opener = shutil.which("xdg-open", path=environment.get("PATH", ""))
    has_screen = any(environment.get(name) for name in _SCREENS)
    return [opener, str(path)] if opener and has_screen else None


def _run(command: list[str]) -> bool:
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
    except OSError:
        return False
    # Somebody must take note of its end, or it stays in the system's list for as long as the desktop runs.
    threading.Thread(target=process.wait, daemon=True).start()
    return True


def opener_here() -> Opener:
    """Give what opens files on this machine, as an argument of a page; tests give another."""
    return open_file

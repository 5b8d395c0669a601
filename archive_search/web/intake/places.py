r"""Where a reader's folders are, and how a folder is written in a form.

A path never stands in an address. In a form it stands as its bytes, percent-encoded: a name may hold line breaks, or
bytes that are no text, and would come back changed.

>>> from pathlib import Path
>>> write_path(Path("/presse/été 2015"))
'/presse/%C3%A9t%C3%A9%202015'
>>> read_path(write_path(Path("/presse/ligne\nbrisée"))) == Path("/presse/ligne\nbrisée")
True
>>> str(read_typed("'file:///presse/%C3%A9t%C3%A9'"))
'/presse/été'
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes
from urllib.request import url2pathname

_QUOTES = "\"'«»“”‘’ \t\r\n\u00a0\u202f"
_FILE_ADDRESS = re.compile(r"file:(//[^/]*)?", re.IGNORECASE)
_XDG_LINE = re.compile(r'^XDG_(DOCUMENTS|DESKTOP|DOWNLOAD)_DIR="(?P<home>\$HOME/)?(?P<path>[^"]+)"$', re.MULTILINE)
_USUAL_NAMES = ("Documents", "Bureau", "Desktop", "Téléchargements", "Downloads")
_MOST_BYTES_OF_SETTINGS = 100_000


def write_path(path: Path) -> str:
    """Write a path for a field of a form."""
    return quote_from_bytes(os.fsencode(path), safe="/:")


def read_path(written: str) -> Path:
    """Read a path that `write_path` wrote."""
    return Path(os.fsdecode(unquote_to_bytes(written)))


def find_home() -> Path:
    """Give the home folder; where there is none, as for some services, the root."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home raises where there is none
    return home if home.is_absolute() else Path("/")


def read_typed(text: str) -> Path:
    """Read a path as a person types or pastes it: between quotes, as a ``file:`` address, from ``~``.

    What begins nowhere begins in the home folder: nobody knows in which folder the program was started.
    """
    bare = text.strip(_QUOTES)
    address = _FILE_ADDRESS.match(bare)
    if address:
        bare = url2pathname(bare[address.end() :])
    return find_home() / os.path.expanduser(bare)  # noqa: PTH111 - Path.expanduser raises where there is no such user


def find_places() -> tuple[Path, ...]:
    """Give the folders from which a reader starts: the home folder, those of documents and the like, plugged disks."""
    home = find_home()
    places = [home, *_named_by_settings(home), *(home / name for name in _USUAL_NAMES), *_disks(home)]
    # Path.is_dir raises where it may not look.
    found = [Path(os.path.realpath(place)) for place in places if os.path.isdir(place)]  # noqa: PTH112
    return tuple(dict.fromkeys(found))


def _named_by_settings(home: Path) -> Iterator[Path]:
    """Give the folders that the user's desktop names, in whatever language (freedesktop's xdg-user-dirs)."""
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    try:
        with settings.open(encoding="utf-8", errors="replace") as stream:
            text = stream.read(_MOST_BYTES_OF_SETTINGS)
    except OSError:
        return  # other systems, and many users, have none
    for match in _XDG_LINE.finditer(text):
        yield home / match["path"] if match["home"] else Path(match["path"])


def _disks(home: Path) -> Iterator[Path]:
    """Give the disks that are plugged in, where Linux and macOS put them."""
    for mounted in (Path("/media", home.name), Path("/run/media", home.name), Path("/Volumes")):
        yield from sorted(mounted.glob("*"))

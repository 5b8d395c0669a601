r"""Name the files that a browser keeps, after queries and dossiers, which may hold any characters.

>>> name_file('bac ET "Brévan"', ".csv")
'bac ET Brévan.csv'
>>> name_file("../../.bashrc\n", ".ris"), name_file("???", ".ris"), name_file("Con", ".json")
('bashrc.ris', 'archive-search.ris', 'archive-search Con.json')
>>> print(disposition("trêve.csv"))
attachment; filename="treve.csv"; filename*=UTF-8''tr%C3%AAve.csv
"""

import re
import unicodedata
from urllib.parse import quote

from archive_search.analysis.characters import drop_hidden

_LONGEST = 80
_USUAL = "archive-search"

# What some system keeps out of names of files (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), blanks,
# and "%", which some browsers read as quoting.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|%\s]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def name_file(text: str, suffix: str) -> str:
    """Make of a text the name of a file that every system takes.

    Args:
        text: What the file is about.
        suffix: End of its name, such as ".csv".
    """
    shown = unicodedata.normalize("NFC", drop_hidden(text[: 4 * _LONGEST]))
    stem = _NOT_IN_NAMES.sub(" ", shown)[:_LONGEST].strip(" .'")
    if not stem:
        return f"{_USUAL}{suffix}"
    return f"{_USUAL} {stem}{suffix}" if _RESERVED.fullmatch(stem) else f"{stem}{suffix}"


def disposition(name: str) -> str:
    """Give the header that has a browser keep an answer as a file (RFC 6266), with a name in ASCII for old ones.

    Args:
        name: Name of the file, as `name_file` gives it.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r'[\x00-\x1f\x7f"\\]', "", plain).strip(" .")
    return f"attachment; filename=\"{plain or _USUAL}\"; filename*=UTF-8''{quote(name, safe='')}"

r"""Read the names that zip and tar files give to what is in them, in any encoding, and refuse those that climb out.

>>> from archive_search.sources.packed.member_names import decode_name, is_hidden, name_fault, tidy_name
>>> tidy_name(".\\presse\\2015\\a.txt"), decode_name("été.txt".encode("cp850"))
('presse/2015/a.txt', 'été.txt')
>>> name_fault("../../etc/passwd")
"nom qui sort de son archive : fichier laissé de côté, vérifiez d'où elle vient"
>>> is_hidden("__MACOSX/presse/._a.txt"), is_hidden("presse/a.txt")
(True, False)
"""

import re

from archive_search.sources.characters import clean_characters

CLIMBS = "nom qui sort de son archive : fichier laissé de côté, vérifiez d'où elle vient"
IMPOSSIBLE = "nom impossible (vide, trop long ou caractère nul) : fichier laissé de côté, vérifiez d'où elle vient"
LINK = "lien dans un zip ou un tar"
LONGEST_NAME = 4096
LONGEST_SHOWN = 200

_DRIVE = re.compile(r"[A-Za-z]:")
_MAC_FOLDER = "__MACOSX"

# Letters of names written in French; cp850 is what Windows writes, cp1252 and Mac OS Roman what other programs do.
_FRENCH_LETTERS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒÆ’‘“”«»–—°€\N{NO-BREAK SPACE}")
_ENCODINGS = ("cp850", "cp1252", "mac_roman")


def decode_name(data: bytes) -> str:
    """Decode a name whose encoding is not stated: UTF-8, else the encoding that makes French of it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        readings = [data.decode(encoding, "replace") for encoding in _ENCODINGS]
        return max(readings, key=_count_french)


def tidy_name(name: str) -> str:
    """Write a name with ``/`` between folders, without what changes nothing and without control characters."""
    name = clean_characters(name).replace("\n", " ").replace("\t", " ")
    if "/" not in name:
        name = name.replace("\\", "/")
    return "/".join(part for part in name.split("/") if part not in ("", "."))


def shown_name(name: str) -> str:
    """Give a name for a message: on one line, without end when it is too long to read."""
    tidy = " ".join(clean_characters(name).split())
    return tidy if len(tidy) <= LONGEST_SHOWN else tidy[:LONGEST_SHOWN] + "…"


def name_fault(name: str) -> str | None:
    """Say why a file of that name, as the archive writes it, is not read; None when nothing is wrong."""
    if not tidy_name(name) or len(name) > LONGEST_NAME or "\0" in name:
        return IMPOSSIBLE
    slashed = name.replace("\\", "/")
    if slashed.startswith("/") or _DRIVE.match(slashed) or ".." in slashed.split("/"):
        return CLIMBS
    return None


def is_hidden(name: str) -> bool:
    """Tell whether a file is one that systems keep for themselves, or lies in a folder that they hide."""
    parts = name.replace("\\", "/").split("/")
    return any((part.startswith(".") and part not in (".", "..")) or part == _MAC_FOLDER for part in parts)


def _count_french(text: str) -> int:
    return sum(character in _FRENCH_LETTERS for character in text)

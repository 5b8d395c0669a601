"""Hold the text of ``aliases.toml`` entry by entry, so that one can change while the others stay as they are typed.

A library that edits TOML would put all entries of a kind side by side, and move the comments between them: each entry
is edited alone, and the text put together again.
"""

import os
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.aliases import read_corrections, read_file
from archive_search.entities.corrections import Correction, find_contradictions
from archive_search.errors import AliasError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Kind = TypeVar("Kind", bound=Correction)

HEADER: Final = """\
# Corrections des noms de l'archive. Elles l'emportent toujours sur le programme ; les noms s'y comparent sans
# accents, majuscules ni traits d'union. Types : person, place, org. Ce qui suit un dièse est un commentaire.
#
# Réunir plusieurs noms en une entité, montrée sous le premier :
#     [[merge]]
#     type = "person"
#     name = "Mouammar Kadhafi"
#     variants = ["Muammar Gaddafi", "Moammar Gadhafi"]
#
# Séparer d'une entité des noms qui en désignent une autre, montrée sous le nom « as » (facultatif) :
#     [[split]]
#     type = "person"
#     name = "George Bush"
#     variants = ["George W. Bush"]
#     as = "George Bush fils"
#
# Masquer ce qui n'est pas un nom :
#     [[hide]]
#     type = "person"
#     name = "Photo"
#
# Changer le type d'un nom :
#     [[retype]]
#     name = "Orange"
#     from = "place"
#     to = "org"
"""

_ENTRY_START = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


class Entry:
    """Hold the text of one entry, up to the next one."""

    def __init__(self, text: str) -> None:
        self.text = text

    def rename(self, name: str) -> None:
        """Spell the name of the entry otherwise."""
        document, fields = _parse_entry(self.text)
        if fields["name"] != name:
            fields["name"] = name
            self.text = document.as_string()

    def add_variants(self, names: Sequence[str]) -> None:
        """Add the names that are not among the variants yet."""
        document, fields = _parse_entry(self.text)
        known = {fold_name(variant) for variant in fields["variants"]}
        missing = {fold_name(name): name for name in reversed(names) if fold_name(name) not in known}
        for name in reversed(missing.values()):
            fields["variants"].append(name)
        if missing:
            self.text = document.as_string()

    def drop_variants(self, folded: Collection[str]) -> None:
        """Take names, given folded, off the variants; an entry that has no other is taken out."""
        document, fields = _parse_entry(self.text)
        dropped = [variant for variant in fields["variants"] if fold_name(variant) in folded]
        if len(dropped) == len(fields["variants"]):
            self.remove()
        elif dropped:
            for variant in dropped:
                fields["variants"].remove(variant)
            self.text = document.as_string()

    def remove(self) -> None:
        """Take the entry out; the comments after it stay, as they may belong to the next."""
        lines = self.text.splitlines(keepends=True)
        while lines and lines[-1].lstrip()[:1] in {"", "#"}:
            lines.pop()
        self.text = self.text[len("".join(lines)) :].lstrip("\r\n")


class AliasFile:
    """Hold the file of corrections while it is edited."""

    def __init__(self, path: Path) -> None:
        """Read the file; one that is missing or empty will begin with a comment that explains it.

        Raises:
            AliasError: It cannot be read, or its entries cannot be told apart.
        """
        self._path = path
        content = read_file(path)
        corrections, _faults = read_corrections(content, path=path)
        self._reasons = {contradiction.reason for contradiction in find_contradictions(corrections)}
        self._head, *self._entries = (Entry(part) for part in _cut(content.decode("utf-8-sig") or HEADER))
        self._text_before = self._text()
        for entry in self._entries:
            self._check_alone(entry)

    def find(self, kind: type[Kind]) -> Iterator[tuple[Entry, Kind]]:
        """Yield the entries of a kind with what they say, those that are not understood left out."""
        for entry in self._entries:
            for correction in read_corrections(entry.text.encode(), path=self._path)[0]:
                if isinstance(correction, kind):
                    yield entry, correction

    def append(self, kind: str, fields: Mapping[str, object]) -> None:
        """Add an entry at the end."""
        last = [self._head, *self._entries][-1]
        end_of_line = _end_of_line(last.text)
        last.text = last.text.rstrip("\r\n") + 2 * end_of_line
        self._entries.append(Entry(_write_entry(kind, fields).replace("\n", end_of_line)))

    def save(self) -> bool:
        """Replace the file in one step, and tell whether it changed.

        Raises:
            AliasError: An entry contradicts another that was there before, or the disk refuses to write.
        """
        text = self._text()
        if text == self._text_before:
            return False
        corrections, _faults = read_corrections(text.encode(), path=self._path)
        for contradiction in find_contradictions(corrections):
            if contradiction.reason not in self._reasons:
                raise AliasError(f"{self._path.name} dit le contraire : {contradiction.reason}", path=self._path)
        _replace(self._path, text.rstrip("\r\n") + _end_of_line(text))
        return True

    def _text(self) -> str:
        return "".join(entry.text for entry in (self._head, *self._entries))

    def _check_alone(self, entry: Entry) -> None:
        """Refuse to edit a file where the lines that look like the start of an entry are not."""
        try:
            [entries] = tomllib.loads(entry.text).values()
            is_alone = isinstance(entries, list) and len(entries) == 1
        except ValueError:  # what is inside a string of several lines, or several keys
            is_alone = False
        if not is_alone:
            reason = "a des entrées d'une forme inhabituelle : faites cette correction dans le fichier"
            raise AliasError(f"{self._path.name} {reason}", path=self._path)


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _cut(text: str) -> list[str]:
    """Cut a text before each entry; the first part is what stands before them all."""
    starts = [0, *(found.start() for found in _ENTRY_START.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


def _parse_entry(text: str) -> tuple["TOMLDocument", Any]:
    """Parse one entry for editing: the document, and its fields, which tomlkit types as nothing in particular."""
    import tomlkit

    document = tomlkit.parse(text)
    [entries] = document.values()
    return document, entries[0]


def _write_entry(kind: str, fields: Mapping[str, object]) -> str:
    import tomlkit

    table = tomlkit.table()
    table.update(fields)
    entries = tomlkit.aot()
    entries.append(table)
    return tomlkit.dumps({kind: entries})


def _replace(path: Path, text: str) -> None:
    written = path.with_name(f"{path.name}.new")
    try:
        with written.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    except OSError as error:
        raise AliasError(f"{path.name} ne peut être écrit : vérifiez le dossier et ses droits", path=path) from error

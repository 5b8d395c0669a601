"""Open the files that stand beside one another inside a zip or tar file.

>>> import io
>>> from archive_search.sources.packed.packed_folders import PackedFiles, PackedFolder
>>> members = {"n1/mets.xml": b"<mets/>", "n1/ALTO/1.xml": b"<alto/>"}
>>> files = PackedFiles(lambda: members, open_member=io.BytesIO)
>>> folder = PackedFolder(files, "n1/ALTO")
>>> folder.list_files(), folder.parent.open_file("alto/1.XML").read()
(['1.xml'], b'<alto/>')
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, BinaryIO

from archive_search.sources.packed.budget import PackedError
from archive_search.sources.packed.member_names import name_fault

_numbers = itertools.count()


class PackedFiles:
    """Hold the files of one zip or tar file by their names, as `member_names.tidy_name` writes them.

    They are listed when one is asked for: most formats need no other file than their own.
    """

    def __init__(
        self, list_members: Callable[[], Mapping[str, Any]], *, open_member: Callable[[Any], BinaryIO]
    ) -> None:
        self._list_members = list_members
        self._open_member = open_member
        self.number = next(_numbers)

    def open_file(self, name: str) -> BinaryIO | None:
        """Open a file, whatever the case of its name, or give None when there is none to be read."""
        member = self._members.get(name)
        if member is None:
            member = self._members.get(self._by_folded_name.get(name.casefold(), ""))
        try:
            return self._open_member(member) if member is not None else None
        except PackedError:
            return None

    def list_files(self, folder: str) -> list[str]:
        """Name the files directly in a folder, sorted."""
        return self._by_folder.get(folder, [])

    @cached_property
    def _members(self) -> Mapping[str, Any]:
        return self._list_members()

    @cached_property
    def _by_folder(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self._members):
            folder, _, file_name = name.rpartition("/")
            found[folder].append(file_name)
        return dict(found)

    @cached_property
    def _by_folded_name(self) -> dict[str, str]:
        return {name.casefold(): name for name in self._members}


@dataclass(frozen=True, slots=True)
class PackedFolder:
    """A folder inside a zip or tar file; the folder above it may be looked into once, and no further."""

    files: PackedFiles
    path: str
    may_climb: bool = True

    @property
    def name(self) -> str:
        """Its own name; empty for the zip or tar file itself."""
        return self.path.rpartition("/")[2]

    @property
    def stamp(self) -> Hashable:
        """Its place; what is packed does not change."""
        return self.files.number, self.path

    def open_file(self, name: str) -> BinaryIO | None:
        """Open the file of a relative path, or give None when there is none to be read."""
        if name_fault(name) is not None:
            return None
        return self.files.open_file(f"{self.path}/{name}" if self.path else name)

    def list_files(self) -> list[str]:
        """Name the files directly in the folder, sorted."""
        return self.files.list_files(self.path)

    @property
    def parent(self) -> "PackedFolder | None":
        """The folder above."""
        if not self.may_climb or not self.path:
            return None
        return PackedFolder(self.files, self.path.rpartition("/")[0], may_climb=False)

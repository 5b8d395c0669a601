r"""Find the pages that a METS file cites among the files beside it, whatever way it writes their addresses.

>>> from archive_search.sources.formats.scans.mets_pages import list_places
>>> list_places(r"file://./ALTO\page%201.xml")[0]
'ALTO/page 1.xml'
>>> list_places("file:///D:/scans/n1/ALTO/1.xml")
['D:/scans/n1/ALTO/1.xml', 'n1/ALTO/1.xml', 'ALTO/1.xml', '1.xml']
"""

import re
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from contextlib import closing
from typing import BinaryIO
from urllib.parse import unquote

from archive_search.records import Failure
from archive_search.sources.folders import Folder
from archive_search.sources.formats.scans.alto_pages import Block, Page, read_pages
from archive_search.sources.formats.scans.mets_document import Area, list_addresses
from archive_search.sources.looking import DAMAGE, describe_damage
from archive_search.sources.streams import decompress, peek
from archive_search.sources.xml.documents import XmlError

MISSING = "{count} page{s} alto introuvable{s} ({names}) : placez-les à côté du fichier mets"
OUT_OF_REACH = "pages alto hors d'atteinte : sortez le fichier mets et ses pages du fichier qui les contient"
MOST_NAMES = 5

# Pages held at once; an issue has fewer, and the articles of a volume follow one another.
MOST_PAGES = 200

# Folders of which one remembers the pages that a METS file in them cites.
MOST_FOLDERS = 32
MOST_FILES_LOOKED_AT = 2000
HEAD_BYTES = 4096
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]{1,30}:/*")
_METS_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?mets[\s>]", re.IGNORECASE)
_LIKELY_NAME = re.compile(r"mets|manifest", re.IGNORECASE)


class IssuePages:
    """Give the blocks of the pages of an issue; each page is read once, when it is first asked for."""

    def __init__(self, files: Mapping[str, str], folder: Folder | None, *, path: str) -> None:
        self._files = files
        self._folder = folder
        self._path = path
        self._pages: OrderedDict[str, list[Page]] = OrderedDict()
        self._missing: dict[str, None] = {}
        self._damaged: dict[str, str] = {}

    def find(self, area: Area) -> list[Block]:
        """Give the blocks of a part of a page, or of all of it; none when the page is not there."""
        pages = self.read(area.file)
        if area.begin is None:
            return [block for page in pages for block in page.reading_order]
        return next((blocks for page in pages if (blocks := page.find(area.begin or "", area.end))), [])

    def read(self, file: str) -> list[Page]:
        """Give the pages of a file; none when it is not there."""
        if file in self._pages:
            self._pages.move_to_end(file)
        elif file in self._files:
            self._pages[file] = list(self._read(file))
            if len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        return self._pages.get(file, [])

    def failures(self) -> Iterator[Failure]:
        """Tell which pages were asked for in vain: those that are missing in one line, each damaged one in another."""
        if self._missing and self._folder is None:
            yield Failure(path=self._path, reason=OUT_OF_REACH)
        elif self._missing:
            names = list(self._missing)
            said = ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
            reason = MISSING.format(count=len(names), s="s" if len(names) > 1 else "", names=said)
            yield Failure(path=self._path, reason=reason)
        for name, fault in self._damaged.items():
            yield Failure(path=self._path, reason=f"page {name} : {fault}")

    def _read(self, file: str) -> Iterator[Page]:
        address = self._files[file]
        name = list_places(address)[-1]
        stream = open_address(self._folder, address)
        if stream is None:
            self._missing[name] = None
            return
        with closing(stream):
            try:
                yield from read_pages(decompress(stream))
            except XmlError as error:
                self._damaged[name] = str(error)
            except DAMAGE as error:
                self._damaged[name] = describe_damage(error)


def open_address(folder: Folder | None, address: str) -> BinaryIO | None:
    """Open the file of an address that a METS file in a folder cites, or give None when it is not there."""
    if folder is None:
        return None
    for place in list_places(address):
        start, name = (folder.parent, place[3:]) if place.startswith("../") else (folder, place)
        stream = start.open_file(name) if start is not None else None
        if stream is not None:
            return stream
    return None


def list_places(address: str) -> list[str]:
    """Give the places where the file of an address may be, from the folder of the METS file, the likeliest first."""
    text = _SCHEME.sub("", unquote(address).replace("\\", "/"), count=1)
    parts = [part for part in text.split("/") if part not in ("", ".")]
    places = ["/".join(parts), *("/".join(parts[-count:]) for count in (3, 2, 1) if count < len(parts))]
    return list(dict.fromkeys(places)) if parts else [address]


class CitedPages:
    """Remember which pages the METS files of folders cite."""

    def __init__(self) -> None:
        self._by_folder: OrderedDict[Hashable, frozenset[str]] = OrderedDict()

    def cites(self, folder: Folder | None, name: str) -> bool:
        """Tell whether a METS file in a folder, or in the one above, cites the file of that name in the folder.

        Args:
            folder: Folder of the file.
            name: Name of the file, without its folder.
        """
        if folder is None:
            return False
        above = folder.parent
        place = f"{folder.name}/{name}".casefold()
        return name.casefold() in self._list(folder) or (above is not None and place in self._list(above))

    def _list(self, folder: Folder) -> frozenset[str]:
        stamp = folder.stamp
        if stamp not in self._by_folder:
            self._by_folder[stamp] = frozenset(_list_cited(folder))
            if len(self._by_folder) > MOST_FOLDERS:
                self._by_folder.popitem(last=False)
        return self._by_folder[stamp]


def _list_cited(folder: Folder) -> Iterator[str]:
    names = [name for name in folder.list_files() if name.casefold().endswith((".xml", ".xml.gz", ".mets"))]
    likely = [name for name in names if _LIKELY_NAME.search(name)]
    for name in likely or names[:MOST_FILES_LOOKED_AT]:
        stream = folder.open_file(name)
        if stream is None:
            continue
        with closing(stream):
            yield from _list_cited_by(stream)


def _list_cited_by(stream: BinaryIO) -> list[str]:
    try:
        head, whole = peek(decompress(stream), size=HEAD_BYTES)
        addresses = list_addresses(whole) if _METS_ROOT.search(head) is not None else []
    except (XmlError, *DAMAGE):
        # A METS file that cannot be read gives no article: its pages are read by themselves.
        return []
    return [place.casefold() for address in addresses for place in list_places(address)]

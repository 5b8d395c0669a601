"""Read what an EPUB says of its parts: metadata, chapters in order, titles of the table of contents.

>>> from archive_search.sources.formats.office.epub_package import resolve
>>> resolve("OEBPS/text/ch1.xhtml", "../images/une%20photo.png#haut")
'OEBPS/images/une photo.png'
"""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote
from zipfile import ZipFile

from archive_search.sources.packed.budget import Budget
from archive_search.sources.packed.zip_members import has_member, read_member
from archive_search.sources.xml.documents import (
    Element,
    XmlError,
    attribute,
    child,
    children,
    local_name,
    parse_xml,
    text_of,
)

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
LARGEST_PART = 1 << 25
NO_PACKAGE = "aucun fichier opf, retéléchargez le fichier"

# Fonts may be scrambled in a book that anybody may read.
_SCRAMBLED_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_NAVIGATION = frozenset({"toc", "cover", "title-page", "copyright-page", "index", "loi", "lot"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapter:
    """Hold a document of the spine.

    Attributes:
        name: Its name in the file.
        title: Its title in the table of contents, when it is there.
        is_navigation: Whether the book says that it is its cover, its contents or its legal notice.
    """

    name: str
    title: str | None
    is_navigation: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class EpubPackage:
    """Hold what an EPUB says of itself.

    Attributes:
        metadata: Element that holds its metadata.
        chapters: Documents in reading order.
    """

    metadata: Element | None
    chapters: tuple[Chapter, ...]


def is_protected(archive: ZipFile, budget: Budget) -> bool:
    """Tell whether an EPUB is encrypted so that only some programs read it."""
    if not has_member(archive, ENCRYPTION):
        return False
    methods = parse_xml(read_member(archive, ENCRYPTION, limit=LARGEST_PART, budget=budget)).iter("{*}EncryptionMethod")
    return any(attribute(method, "Algorithm") not in _SCRAMBLED_FONTS for method in methods)


def read_package(archive: ZipFile, budget: Budget) -> EpubPackage:
    """Read the package of an EPUB.

    Raises:
        XmlError: A part that it needs is malformed, or names no package.
        PackedError: A part is missing, damaged or a trap.
    """
    reader = _PackageReader(archive, budget)
    name = reader.find_package()
    root = reader.parse(name)
    items = {
        attribute(item, "id") or "": item
        for item in children(child(root, "manifest"), "item")
        if attribute(item, "href")
    }
    titles = reader.read_titles(name, items)
    guided = {
        resolve(name, attribute(item, "href") or ""): item for item in children(child(root, "guide"), "reference")
    }
    chapters: dict[str, Chapter] = {}
    for reference in children(child(root, "spine"), "itemref"):
        item = items.get(attribute(reference, "idref") or "")
        if item is not None and "html" in (attribute(item, "media-type") or "html"):
            path = resolve(name, attribute(item, "href") or "")
            is_navigation = _is_navigation(item, guided.get(path))
            chapters[path] = Chapter(name=path, title=titles.get(path), is_navigation=is_navigation)
    return EpubPackage(metadata=child(root, "metadata"), chapters=tuple(chapters.values()))


def resolve(base: str, target: str) -> str:
    """Give the name in the file of what one of its documents points to; a name that climbs out stays inside."""
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), path))[1:]


class _PackageReader:
    def __init__(self, archive: ZipFile, budget: Budget) -> None:
        self._archive = archive
        self._budget = budget

    def parse(self, name: str) -> Element:
        return parse_xml(read_member(self._archive, name, limit=LARGEST_PART, budget=self._budget))

    def find_package(self) -> str:
        """Name the package that the container points to, or else the only one that there is."""
        if has_member(self._archive, CONTAINER):
            for root in self.parse(CONTAINER).iter("{*}rootfile"):
                name = resolve("", attribute(root, "full-path") or "")
                if has_member(self._archive, name):
                    return name
        packages = [name for name in self._archive.namelist() if name.endswith(".opf")]
        if not packages:
            raise XmlError(NO_PACKAGE)
        return packages[0]

    def read_titles(self, package: str, items: dict[str, Element]) -> dict[str, str]:
        """Read the titles of the table of contents, of version 3 and of version 2, by the documents they point to."""
        titles: dict[str, str] = {}
        for item in items.values():
            name = resolve(package, attribute(item, "href") or "")
            is_ncx = (attribute(item, "media-type") or "") == "application/x-dtbncx+xml"
            if not (is_ncx or "nav" in _words(item, "properties")) or not has_member(self._archive, name):
                continue
            try:
                root = self.parse(name)
            except XmlError:
                # Chapters have titles of their own: a book is read without its contents.
                continue
            links = _ncx_links(root) if is_ncx else _nav_links(root)
            for target, title in links:
                titles.setdefault(resolve(name, target), title)
        return titles


def _ncx_links(root: Element) -> list[tuple[str, str]]:
    points = ((child(point, "content"), child(point, "navLabel")) for point in root.iter("{*}navPoint"))
    return [(attribute(content, "src") or "", text_of(label)) for content, label in points if content is not None]


def _nav_links(root: Element) -> list[tuple[str, str]]:
    navs = list(root.iter("{*}nav"))
    contents = [nav for nav in navs if (attribute(nav, "type") or "toc") == "toc"]
    return [(attribute(link, "href") or "", text_of(link)) for nav in contents for link in nav.iter("{*}a")]


def _words(element: Element, name: str) -> list[str]:
    return (attribute(element, name) or "").split()


def _is_navigation(item: Element, guided: Element | None) -> bool:
    if "nav" in _words(item, "properties"):
        return True
    return guided is not None and local_name(guided) == "reference" and attribute(guided, "type") in _NAVIGATION

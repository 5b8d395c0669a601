"""Read a Word document: one article, or one for each of its titles.

Pictures are not opened, headers and footers are left out. A file that Word protects by a password is no zip any more,
and is refused before it comes here.
"""

import posixpath
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile

from archive_search.records import Failure
from archive_search.sources.days.dates import read_date
from archive_search.sources.formats.office.documents import OfficeProperties, read_office_text
from archive_search.sources.formats.office.docx_body import DocxBody, read_notes
from archive_search.sources.formats.office.docx_styles import read_styles
from archive_search.sources.packed.zip_members import has_member, open_zip, read_member
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, XmlError, attribute, child, children, parse_xml, text_of

LARGEST_PART = 1 << 27
NO_BODY = "docx sans texte : ouvrez-le et enregistrez-le de nouveau"
BROKEN = "docx : {reason}"
_USUAL_MAIN_PART = "word/document.xml"


def read_docx(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a Word document."""
    origin = reading.origin
    try:
        with open_zip(stream, reading) as archive:
            package = _Package(archive, reading)
            body = child(package.read(package.main), "body")
            if body is None:
                yield Failure(path=origin.path, reason=NO_BODY)
                return
            notes = read_notes(package.read_beside(name) for name in ("footnotes", "endnotes"))
            styles = read_styles(package.read_beside("styles"))
            texts, properties = list(DocxBody(styles, notes=notes).read(body)), _read_properties(package)
    except XmlError as error:
        yield Failure(path=origin.path, reason=BROKEN.format(reason=error))
        return
    yield from read_office_text(texts, properties, origin=origin)


class _Package:
    """Find the parts of a document by their relations, which programs name as they like."""

    def __init__(self, archive: ZipFile, reading: Reading) -> None:
        self._archive = archive
        self._budget = reading.budget
        targets = self._targets("")
        self.main = targets.get("officeDocument", _USUAL_MAIN_PART)
        self.properties = targets.get("core-properties", "docProps/core.xml")
        self._beside = self._targets(self.main)

    def read(self, name: str) -> Element:
        """Parse a part that must be there."""
        return parse_xml(read_member(self._archive, name, limit=LARGEST_PART, budget=self._budget), limit=LARGEST_PART)

    def read_if_any(self, name: str) -> Element | None:
        """Parse a part, or give None when there is none."""
        return self.read(name) if has_member(self._archive, name) else None

    def read_beside(self, kind: str) -> Element | None:
        """Parse the part that the main one has of some kind, or give None when it has none."""
        name = self._beside.get(kind)
        return self.read_if_any(name) if name is not None else None

    def _targets(self, part: str) -> dict[str, str]:
        folder, _, name = part.rpartition("/")
        relations = self.read_if_any(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = children(relations, "Relationship")
        kinds = {(attribute(item, "Type") or "").rpartition("/")[2]: attribute(item, "Target") or "" for item in found}
        return {kind: posixpath.normpath(posixpath.join("/", folder, target))[1:] for kind, target in kinds.items()}


def _read_properties(package: _Package) -> OfficeProperties:
    core = package.read_if_any(package.properties)
    if core is None:
        return OfficeProperties()
    keywords = text_of(child(core, "keywords"))
    made = text_of(child(core, "modified")) or text_of(child(core, "created"))
    return OfficeProperties(
        title=text_of(child(core, "title")) or None,
        authors=text_of(child(core, "creator")) or None,
        keywords=tuple(filter(None, map(str.strip, keywords.replace(";", ",").split(",")))),
        language=text_of(child(core, "language")) or None,
        made=read_date(made),
    )

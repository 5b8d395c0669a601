"""Read an OpenDocument text, as LibreOffice writes it: one article, or one for each of its titles.

Pictures are not opened; headers, footers, comments and deleted text are left out.
"""

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile

from archive_search.records import Failure
from archive_search.sources.days.dates import read_date
from archive_search.sources.formats.office.documents import OfficeProperties, read_office_text
from archive_search.sources.formats.office.odt_body import OdtBody
from archive_search.sources.formats.office.odt_styles import OdtStyles
from archive_search.sources.packed.zip_members import has_member, open_zip, read_member
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, XmlError, child, children, local_name, parse_xml, text_of

LARGEST_PART = 1 << 27
NO_BODY = "odt sans texte : ouvrez-le et enregistrez-le de nouveau"
BROKEN = "odt : {reason}"
PROTECTED = "odt protégé par un mot de passe : enregistrez-le sans mot de passe"


def read_odt(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of an OpenDocument text."""
    origin = reading.origin
    try:
        with open_zip(stream, reading) as archive:
            if _is_encrypted(archive, reading):
                yield Failure(path=origin.path, reason=PROTECTED)
                return
            content = _read_part(archive, "content.xml", reading)
            styles = _read_if_any(archive, "styles.xml", reading)
            properties = _read_properties(_read_if_any(archive, "meta.xml", reading))
    except XmlError as error:
        yield Failure(path=origin.path, reason=BROKEN.format(reason=error))
        return
    body = child(content, "body", "text")
    if body is None:
        yield Failure(path=origin.path, reason=NO_BODY)
        return
    known = OdtStyles(root for root in (styles, content) if root is not None)
    yield from read_office_text(list(OdtBody(known).read(body)), properties, origin=origin)


def _read_part(archive: ZipFile, name: str, reading: Reading) -> Element:
    return parse_xml(read_member(archive, name, limit=LARGEST_PART, budget=reading.budget), limit=LARGEST_PART)


def _read_if_any(archive: ZipFile, name: str, reading: Reading) -> Element | None:
    return _read_part(archive, name, reading) if has_member(archive, name) else None


def _is_encrypted(archive: ZipFile, reading: Reading) -> bool:
    manifest = _read_if_any(archive, "META-INF/manifest.xml", reading)
    return manifest is not None and any(local_name(element) == "encryption-data" for element in manifest.iter("*"))


def _read_properties(root: Element | None) -> OfficeProperties:
    meta = child(root, "meta")
    if meta is None:
        return OfficeProperties()
    return OfficeProperties(
        title=text_of(child(meta, "title")) or None,
        authors=text_of(child(meta, "initial-creator")) or text_of(child(meta, "creator")) or None,
        keywords=tuple(filter(None, map(text_of, children(meta, "keyword")))),
        language=text_of(child(meta, "language")) or None,
        made=read_date(text_of(child(meta, "date")) or text_of(child(meta, "creation-date"))),
    )

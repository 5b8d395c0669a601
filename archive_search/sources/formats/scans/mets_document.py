"""Read the parts of a METS file that tell where the articles of an issue are: records, files, structures, links.

>>> import io
>>> from archive_search.sources.formats.scans.mets_document import read_document
>>> xml = b'<mets OBJID="n1"><fileSec><fileGrp><file ID="f1"><FLocat href="file://./ALTO/1.xml"/></file></fileGrp></fileSec></mets>'
>>> document = read_document(io.BytesIO(xml))
>>> document.object_id, document.files
('n1', {'f1': 'file://./ALTO/1.xml'})
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from archive_search.sources.formats.scans.mets_records import Record, read_record
from archive_search.sources.xml.documents import Element, attribute, children, iterate_elements, local_name

_SECTIONS = ("dmdSec", "amdSec", "fileSec", "structMap", "structLink")
_OF_TEXT = (".xml", ".xml.gz", ".alto")


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """Point to a part of a file.

    Attributes:
        file: Id of the file.
        begin: Id of the first element, or None for the whole file.
        end: Id of the last element, where it is not the first.
    """

    file: str
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Division:
    """Hold one division of a structure.

    Attributes:
        id: Its id in the file.
        type: What it is, in small letters without separators, such as "article" or "titlesection".
        label: What it is called.
        order_label: What is printed on the page that it is.
        order: Its place among its siblings.
        records: Ids of the records about it.
        areas: Parts of files that hold its text, in order.
        inner: Divisions in it, in order.
    """

    id: str | None = None
    type: str
    label: str | None = None
    order_label: str | None = None
    order: str | None = None
    records: Sequence[str] = ()
    areas: Sequence[Area] = ()
    inner: "Sequence[Division]" = ()

    def walk(self) -> "Iterator[Division]":
        """Give the division and all that are in it, in order."""
        stack = [self]
        while stack:
            division = stack.pop()
            yield division
            stack += reversed(division.inner)


@dataclass(slots=True)
class Document:
    """Hold what a METS file says of an issue.

    Attributes:
        object_id: Id of the issue.
        label: What it is called.
        records: Records by their ids.
        files: Addresses of the files of text by their ids.
        logical: Structure made of articles, None where there is none.
        physical: Structure made of pages, None where there is none.
        links: Ids of divisions of pages for the id of a division of articles.
    """

    object_id: str | None = None
    label: str | None = None
    records: dict[str, Record] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    logical: Division | None = None
    physical: Division | None = None
    links: dict[str, list[str]] = field(default_factory=dict)


def read_document(stream: BinaryIO) -> Document:
    """Read a METS file.

    Args:
        stream: Bytes, decompressed.

    Raises:
        XmlError: The file is malformed, cut, or too large.
    """
    document = Document()
    for section in iterate_elements(stream, names=_SECTIONS):
        root = section.getparent()
        if root is not None:
            document.object_id, document.label = attribute(root, "OBJID"), attribute(root, "LABEL")
        _read_section(section, document)
    return document


def list_addresses(stream: BinaryIO) -> list[str]:
    """Give the addresses of the files of text that a METS file cites.

    Raises:
        XmlError: The file is malformed, cut, or too large.
    """
    document = Document()
    for section in iterate_elements(stream, names=_SECTIONS):
        if local_name(section) == "fileSec":
            _read_section(section, document)
    return list(document.files.values())


def _read_section(section: Element, document: Document) -> None:
    name = local_name(section)
    if name == "dmdSec":
        document.records[attribute(section, "ID") or ""] = read_record(section)
    elif name == "fileSec":
        document.files.update(_read_files(section))
    elif name == "structMap":
        _read_structure(section, document)
    elif name == "structLink":
        _read_links(section, document)


def _read_files(section: Element) -> Iterator[tuple[str, str]]:
    for file in section.iter("{*}file"):
        group = file.getparent()
        # Tables of contents are XML too.
        is_contents = "toc" in (attribute(group, "USE") or "").casefold()
        for location in children(file, "FLocat"):
            address, id_ = attribute(location, "href"), attribute(file, "ID")
            if address and id_ and not is_contents and address.casefold().endswith(_OF_TEXT):
                yield id_, address


def _read_structure(section: Element, document: Document) -> None:
    root = next(iter(children(section, "div")), None)
    if root is None:
        return
    type_ = (attribute(section, "TYPE") or "").casefold()
    if type_.startswith("physical"):
        document.physical = document.physical or _read_division(root)
    elif type_ != "toc":
        document.logical = document.logical or _read_division(root)


def _read_division(element: Element) -> Division:
    inner = [_read_division(division) for division in children(element, "div")]
    return Division(
        id=attribute(element, "ID"),
        type="".join(filter(str.isalpha, (attribute(element, "TYPE") or "").casefold())),
        label=attribute(element, "LABEL"),
        order_label=attribute(element, "ORDERLABEL"),
        order=attribute(element, "ORDER"),
        records=(attribute(element, "DMDID") or "").split(),
        areas=[area for pointer in children(element, "fptr") for area in _read_areas(pointer)],
        inner=_in_order(inner),
    )


def _in_order(divisions: Sequence[Division]) -> Sequence[Division]:
    orders = [division.order for division in divisions]
    if not all(order is not None and order.isdecimal() for order in orders):
        return divisions
    return sorted(divisions, key=lambda division: int(division.order or 0))


def _read_areas(pointer: Element) -> Iterator[Area]:
    whole = attribute(pointer, "FILEID")
    if whole is not None:
        yield Area(file=whole)
    for element in pointer.iter("{*}area"):
        file = attribute(element, "FILEID")
        if file is not None:
            yield Area(file=file, begin=attribute(element, "BEGIN"), end=attribute(element, "END"))


def _read_links(section: Element, document: Document) -> None:
    for link in section.iter("{*}smLink"):
        _link(document, [attribute(link, "from") or "", attribute(link, "to") or ""])
    for group in section.iter("{*}smLinkGrp"):
        # The first of a group is the division of articles, the others where it is printed.
        _link(document, [attribute(place, "href") or "" for place in children(group, "smLocatorLink")])


def _link(document: Document, ids: Sequence[str]) -> None:
    names = [id_.rpartition("#")[2] for id_ in ids]
    if len(names) > 1:
        document.links.setdefault(names[0], []).extend(names[1:])

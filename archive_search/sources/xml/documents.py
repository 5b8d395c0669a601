"""Read XML that nobody vouches for: whole documents, or one element after another out of files of any size.

Nothing outside the file is ever opened, and nothing that it defines is expanded. Elements are lxml's; what they are
called is asked without their namespaces, which vary from one vendor and one version to the next.

>>> from archive_search.sources.xml.documents import child, local_name, parse_xml, text_of
>>> root = parse_xml(b"<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf xmlns='urn:n'><p>l'&eacute;t&eacute;</p></nitf>")
>>> local_name(root), text_of(child(root, "p"))
('nitf', "l'été")
"""

import io
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any, BinaryIO, TypeAlias

from lxml.etree import ErrorDomains, XMLPullParser, XMLSyntaxError

from archive_search.sources.xml.decoding import decode_xml
from archive_search.sources.xml.markup import XmlError, plain_markup

__all__ = ["XmlError", "attribute", "child", "children", "iterate_elements", "local_name", "parse_xml", "text_of"]

Element: TypeAlias = Any
"""An element of lxml, whose types are its own."""

LARGEST_DOCUMENT = 1 << 26

# As a tree, a tag or an attribute takes 150 to 250 bytes, however short it is.
MOST_NODES = 3_000_000
TOO_LARGE = "document ou article xml de plus de {size} Mo : découpez le fichier"
TOO_MANY_NODES = "document ou article xml de plus de 3 millions de balises et d'attributs : découpez le fichier"
TOO_DEEP = "balises xml emboîtées sur plus de 250 niveaux : réexportez le fichier"
TOO_LONG = "texte de plus de 10 Mo dans une balise xml : découpez le fichier"
MALFORMED = "xml mal formé : réexportez le fichier"
CUT = "xml coupé avant sa fin : retéléchargez le fichier"
NO_ELEMENT = "xml sans aucune balise : vérifiez le fichier"

# Fragments, and several documents one after the other, are one document inside this element.
_WRAPPER = "archive-search-file"


def parse_xml(source: BinaryIO | bytes, *, limit: int = LARGEST_DOCUMENT) -> Element:
    """Read a whole document and give its first element.

    Args:
        source: Bytes or a stream of them, decompressed.
        limit: Size above which it is refused, in characters.

    Raises:
        XmlError: The document is malformed, cut, too large, too deep, or uses entities of its own.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    parser = _new_parser(event="start", tags=[_WRAPPER])
    (wrapper,) = _parse(stream, parser, limit=limit)
    root = next(wrapper.iterchildren("*"), None)
    if root is None:
        raise XmlError(NO_ELEMENT)
    _drop_lost_prefixes(root, parser)
    return root


def iterate_elements(stream: BinaryIO, *, names: Collection[str], limit: int = LARGEST_DOCUMENT) -> Iterator[Element]:
    """Give the elements of some names one after the other, in bounded memory.

    An element inside another one of these names is left in its place. Each is emptied once the next is asked for, with
    all that stands before it; the elements around it keep their attributes.

    Args:
        stream: Bytes, decompressed.
        names: Local names.
        limit: Size above which what stands between two of them is refused, in characters.

    Raises:
        XmlError: As `parse_xml`, once the elements before the fault were given.
    """
    parser = _new_parser(event="end", tags=[f"{{*}}{name}" for name in names])
    for element in _parse(stream, parser, limit=limit):
        if any(local_name(around) in names for around in element.iterancestors()):
            continue
        _drop_lost_prefixes(element, parser)
        yield element
        _forget(element)


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> list[Element]:
    """Give the elements directly in another one that have one of these local names, in order; none of an absent one."""
    if element is None:
        return []
    return list(element.iterchildren(*(f"{{*}}{name}" for name in names)))


def child(element: Element | None, *path: str) -> Element | None:
    """Follow local names down from an element, taking the first of each; None where the path ends early."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """Give an attribute by its local name, without space around it; None when it or the element is absent, or empty."""
    if element is None:
        return None
    value = element.get(name)
    if value is None:
        value = next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")
    return value.strip() or None


def text_of(element: Element | None) -> str:
    """Give the text of an element and of all in it, on one line; nothing of an absent one."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _new_parser(*, event: str, tags: list[str]) -> XMLPullParser:
    return XMLPullParser(events=(event,), tag=tags, encoding="utf-8", resolve_entities=False, no_network=True)


def _parse(stream: BinaryIO, parser: XMLPullParser, *, limit: int) -> Iterator[Element]:
    pieces = plain_markup(decode_xml(stream))
    size = nodes = 0
    for piece in chain([f"<{_WRAPPER}>"], pieces):
        size, nodes = size + len(piece), nodes + piece.count("<") + piece.count("=")
        _check_size(size, nodes, limit=limit)
        error = _feed(parser, piece)
        for _, element in parser.read_events():
            yield element
            size = nodes = 0
        if error is not None:
            raise _translated(error) from error
    _close(parser)


def _check_size(size: int, nodes: int, *, limit: int) -> None:
    if size > limit:
        raise XmlError(TOO_LARGE.format(size=limit >> 20))
    if nodes > MOST_NODES:
        raise XmlError(TOO_MANY_NODES)


def _feed(parser: XMLPullParser, piece: str) -> XMLSyntaxError | None:
    # What was complete before the fault is still to be read.
    try:
        parser.feed(piece.encode())
    except XMLSyntaxError as error:
        return error
    return None


def _close(parser: XMLPullParser) -> None:
    try:
        parser.feed(f"</{_WRAPPER}>".encode())
        parser.close()
    except XMLSyntaxError as error:
        # A prefix that nothing declares is the sign of a fragment: its elements are as good as others.
        if any(entry.domain != ErrorDomains.NAMESPACE for entry in parser.feed_error_log):
            raise XmlError(CUT, line=error.lineno) from error


def _translated(error: XMLSyntaxError) -> XmlError:
    message = str(error)
    if "Excessive depth" in message:
        return XmlError(TOO_DEEP, line=error.lineno)
    return XmlError(TOO_LONG if "too long" in message else MALFORMED, line=error.lineno)


def _forget(element: Element) -> None:
    element.clear(keep_tail=True)
    for place in chain([element], element.iterancestors()):
        while (before := place.getprevious()) is not None:
            place.getparent().remove(before)


def _drop_lost_prefixes(element: Element, parser: XMLPullParser) -> None:
    # Without an error no prefix was lost, and there is no need to look.
    if not len(parser.feed_error_log):
        return
    for inner in element.iter("*"):
        if ":" in inner.tag.rpartition("}")[2]:
            inner.tag = local_name(inner)

"""Read the styles of an OpenDocument text: what each is called, and the letters that it asks for.

>>> from archive_search.sources.formats.office.odt_styles import OdtStyles
>>> from archive_search.sources.xml.documents import parse_xml
>>> properties = '<text-properties font-weight="bold" font-size="16pt"/>'
>>> style = f'<style name="P1" parent-style-name="Heading_20_1">{properties}</style>'
>>> style = OdtStyles([parse_xml(f"<automatic-styles>{style}</automatic-styles>".encode())]).of("P1")
>>> style.name, style.is_bold, style.size
('Heading 1', True, 16.0)
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from archive_search.sources.formats.office.letter_styles import DEEPEST, Style
from archive_search.sources.xml.documents import Element, attribute, child, local_name

DEFAULT_SIZE = 12.0
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)pt")
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


class OdtStyles:
    """Give the styles of a document by their names.

    Args:
        roots: The parts of the document that hold them; the styles of a later one count before those of an earlier.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        for root in roots:
            for element in root.iter("{*}style"):
                self._elements[attribute(element, "name") or ""] = element

    def of(self, name: str | None, *, depth: int = 0) -> Style:
        """Give a style, called by the name that its author sees; unknown ones have that name and nothing else."""
        element = self._elements.get(name or "")
        if element is None or name is None or depth > DEEPEST:
            return Style(name=_shown_name(name or ""), size=DEFAULT_SIZE)
        if name not in self._known:
            parent = attribute(element, "parent-style-name")
            style = self.of(parent, depth=depth + 1) if parent is not None else Style(size=DEFAULT_SIZE)
            # Those that a program made for one paragraph have no name that anybody gave them.
            is_automatic = parent is not None and local_name(element.getparent()) == "automatic-styles"
            shown = style.name if is_automatic else attribute(element, "display-name") or _shown_name(name)
            self._known[name] = self.apply(replace(style, name=shown), element)
        return self._known[name]

    def apply_named(self, style: Style, name: str | None) -> Style:
        """Give a style as changed by the one of some words in it."""
        element = self._elements.get(name or "")
        return self.apply(style, element) if element is not None else style

    def apply(self, style: Style, element: Element) -> Style:
        """Give a style as changed by what another one asks for."""
        properties = child(element, "text-properties")
        if properties is None:
            return style
        weight, size = attribute(properties, "font-weight"), _SIZE.fullmatch(attribute(properties, "font-size") or "")
        return replace(
            style,
            is_bold=weight in _BOLD if weight is not None else style.is_bold,
            size=float(size[1]) if size is not None else style.size,
            is_hidden=attribute(properties, "display") == "none" or style.is_hidden,
        )


def _shown_name(name: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)

"""Read the styles of a Word document: what each is called, and the letters that it asks for.

>>> from archive_search.sources.formats.office.docx_styles import read_styles
>>> from archive_search.sources.xml.documents import parse_xml
>>> style = '<style styleId="T1"><name val="heading 1"/><rPr><b/><sz val="32"/></rPr></style>'
>>> style = read_styles(parse_xml(f"<styles>{style}</styles>".encode())).of("T1")
>>> style.name, style.is_bold, style.size
('heading 1', True, 16.0)
"""

from dataclasses import dataclass, field, replace

from archive_search.sources.formats.office.letter_styles import DEEPEST, Style
from archive_search.sources.xml.documents import Element, attribute, child, children

_FALSE = frozenset({"0", "false", "off", "none"})


@dataclass(kw_only=True, slots=True)
class Styles:
    """Give the styles of a document by their identifiers."""

    normal: Style = field(default_factory=Style)
    default_id: str | None = None
    elements: dict[str, Element] = field(default_factory=dict)
    known: dict[str, Style] = field(default_factory=dict)

    def of(self, style_id: str | None, *, depth: int = 0) -> Style:
        """Give a style; for an unknown one, the style of all the others."""
        style_id = style_id if style_id is not None else self.default_id
        element = self.elements.get(style_id or "")
        if element is None or style_id is None or depth > DEEPEST:
            return self.normal
        if style_id not in self.known:
            based_on = child(element, "basedOn")
            parent = self.of(attribute(based_on, "val"), depth=depth + 1) if based_on is not None else self.normal
            named = replace(parent, name=attribute(child(element, "name"), "val") or style_id)
            self.known[style_id] = apply_properties(named, child(element, "rPr"))
        return self.known[style_id]


def read_styles(root: Element | None) -> Styles:
    """Read the part of a document that holds its styles; without one, all letters are alike."""
    if root is None:
        return Styles()
    styles = children(root, "style")
    default = next((style for style in styles if _is_default(style)), None)
    return Styles(
        normal=apply_properties(Style(), child(root, "docDefaults", "rPrDefault", "rPr")),
        default_id=attribute(default, "styleId"),
        elements={attribute(style, "styleId") or "": style for style in styles},
    )


def apply_properties(style: Style, properties: Element | None) -> Style:
    """Give a style as changed by the properties of a run, of a paragraph or of another style."""
    if properties is None or not len(properties):
        return style
    size = child(properties, "sz")
    return replace(
        style,
        is_bold=_is_set(properties, "b", default=style.is_bold),
        size=_half_points(size, default=style.size),
        is_hidden=_is_set(properties, "vanish", default=style.is_hidden),
    )


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _is_set(properties: Element, name: str, *, default: bool) -> bool:
    found = child(properties, name)
    return default if found is None else attribute(found, "val") not in _FALSE


def _half_points(element: Element | None, *, default: float) -> float:
    value = attribute(element, "val")
    return int(value) / 2 if value is not None and value.isdecimal() and len(value) < 5 else default

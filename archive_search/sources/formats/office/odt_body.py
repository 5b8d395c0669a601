"""Read the paragraphs of an OpenDocument text in order.

Rows of tables are paragraphs, text boxes come after the paragraph that they hang on, and notes at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive_search.records import Kind
from archive_search.sources.formats.office.documents import OfficeText
from archive_search.sources.formats.office.letter_styles import Style
from archive_search.sources.formats.office.odt_styles import OdtStyles
from archive_search.sources.formats.office.paragraphs import join_row, split_lines
from archive_search.sources.formats.office.style_names import is_style_of_contents, kind_of_style
from archive_search.sources.xml.documents import Element, attribute, children, local_name

# Deleted text, comments, declarations, what describes a picture, readings above letters.
_DROPPED_NAMES = "tracked-changes annotation forms sequence-decls variable-decls title desc ruby-text object"
_DROPPED = frozenset(_DROPPED_NAMES.split())
_CHARACTERS = {"tab": " ", "line-break": "\n"}
_INDEXES = frozenset(
    {"table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"}
)
MOST_SPACES = 100


@dataclass(kw_only=True, slots=True)
class _Paragraph:
    parts: list[tuple[str, Style]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class OdtBody:
    """Read the paragraphs of a document whose styles are known."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._notes: list[Element] = []

    def read(self, body: Element) -> Iterator[OfficeText]:
        """Give the paragraphs of the body, then the notes that they call."""
        yield from self._blocks(body, is_contents=False)
        # A note may call no other, whatever a file says.
        for note in list(self._notes):
            yield from self._blocks(note, is_contents=False)

    def _blocks(self, parent: Element, *, is_contents: bool) -> Iterator[OfficeText]:
        for element in parent.iterchildren("*"):
            name = local_name(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, is_contents=is_contents)
            elif name == "table-row":
                cells = (cell for cell in element.iterchildren("*") if local_name(cell) == "table-cell")
                yield from join_row([list(self._blocks(cell, is_contents=is_contents)) for cell in cells])
            elif name not in _DROPPED:
                yield from self._blocks(element, is_contents=is_contents or name in _INDEXES)

    def _paragraph(self, element: Element, *, is_contents: bool) -> Iterator[OfficeText]:
        style = self._styles.of(attribute(element, "style-name"))
        paragraph = _Paragraph()
        self._collect(element, style, paragraph)
        parts = [(text, own) for text, own in paragraph.parts if text.strip()]
        text = OfficeText(
            text="".join(text for text, _ in paragraph.parts),
            kind=_kind_of(element, style),
            is_contents=is_contents or is_style_of_contents(style.name),
            is_bold=bool(parts) and all(own.is_bold for _, own in parts),
            size=max((own.size for _, own in parts), default=style.size),
        )
        yield from split_lines(text)
        for box in paragraph.boxes:
            yield from self._blocks(box, is_contents=is_contents)

    def _collect(self, parent: Element, style: Style, paragraph: _Paragraph) -> None:
        self._add(parent.text, style, paragraph)
        for element in parent.iterchildren("*"):
            name = local_name(element)
            if name == "s":
                self._add(" " * _count(element), style, paragraph)
            elif name == "note":
                self._notes += children(element, "note-body")
            elif name == "text-box":
                paragraph.boxes.append(element)
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name], style, paragraph)
            elif name not in _DROPPED:
                named = attribute(element, "style-name") if name == "span" else None
                self._collect(element, self._styles.apply_named(style, named), paragraph)
            self._add(element.tail, style, paragraph)

    def _add(self, text: str | None, style: Style, paragraph: _Paragraph) -> None:
        # The ends of lines of the file are no more than spaces; those of the author are elements.
        if text and not style.is_hidden:
            paragraph.parts.append((text if text == "\n" else text.replace("\n", " "), style))


def _count(element: Element) -> int:
    count = attribute(element, "c") or "1"
    return min(int(count), MOST_SPACES) if count.isdecimal() and len(count) < 9 else 1


def _kind_of(element: Element, style: Style) -> Kind:
    kind = kind_of_style(style.name)
    return Kind.HEADING if kind is Kind.BODY and local_name(element) == "h" else kind

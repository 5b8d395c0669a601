"""Read the paragraphs of a Word document in order, as its last version shows them.

What was deleted with changes tracked is left out and what was inserted is kept. Rows of tables are paragraphs, text
boxes come after the paragraph that they hang on, and notes at the end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archive_search.records import Kind
from archive_search.sources.formats.office.documents import OfficeText
from archive_search.sources.formats.office.docx_styles import Styles, apply_properties
from archive_search.sources.formats.office.letter_styles import Style
from archive_search.sources.formats.office.paragraphs import join_row, split_lines
from archive_search.sources.formats.office.style_names import is_style_of_contents, kind_of_style
from archive_search.sources.xml.documents import Element, attribute, child, children, local_name

# Deleted text, what older programs show instead of a box, fields' own words, readings above letters.
_DROPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "rt", "annotationRef"})
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"})


@dataclass(kw_only=True, slots=True)
class _Run:
    text: str
    style: Style


@dataclass(kw_only=True, slots=True)
class _Paragraph:
    runs: list[_Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class DocxBody:
    """Read the paragraphs of a document.

    Args:
        styles: Its styles.
        notes: Its footnotes and endnotes, by their kind and number.
    """

    def __init__(self, styles: Styles, *, notes: dict[str, Element]) -> None:
        self._styles = styles
        self._notes = notes
        self._called: list[str] = []

    def read(self, body: Element) -> Iterator[OfficeText]:
        """Give the paragraphs of the body, then the notes that they call."""
        yield from self._blocks(body)
        for name in dict.fromkeys(self._called):
            if name in self._notes:
                yield from self._blocks(self._notes[name])

    def _blocks(self, parent: Element) -> Iterator[OfficeText]:
        for element in parent.iterchildren("*"):
            name = local_name(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name in _CONTAINERS:
                yield from self._blocks(element)

    def _table(self, table: Element) -> Iterator[OfficeText]:
        for row in _descend(table, "tr"):
            cells = [list(self._blocks(cell)) for cell in _descend(row, "tc")]
            yield from join_row(cells)

    def _paragraph(self, element: Element) -> Iterator[OfficeText]:
        properties = child(element, "pPr")
        style = self._styles.of(_value(properties, "pStyle"))
        paragraph = _Paragraph()
        self._collect(element, style, paragraph)
        self._called += paragraph.notes
        yield from split_lines(_office_text(paragraph, style, properties))
        for box in paragraph.boxes:
            yield from self._blocks(box)

    def _collect(self, parent: Element, style: Style, paragraph: _Paragraph) -> None:
        for element in parent.iterchildren("*"):
            name = local_name(element)
            if name == "r":
                own = apply_properties(style, child(element, "rPr"))
                self._collect(element, own, paragraph)
            elif name == "t":
                paragraph.runs.append(_Run(text="" if style.is_hidden else element.text or "", style=style))
            elif name in _CHARACTERS:
                paragraph.runs.append(_Run(text=_CHARACTERS[name], style=style))
            elif name in ("footnoteReference", "endnoteReference"):
                paragraph.notes.append(f"{name.removesuffix('Reference')} {attribute(element, 'id')}")
            elif name == "txbxContent":
                paragraph.boxes.append(element)
            elif name not in _DROPPED:
                self._collect(element, style, paragraph)


def _office_text(paragraph: _Paragraph, style: Style, properties: Element | None) -> OfficeText:
    runs = [run for run in paragraph.runs if run.text.strip()]
    sizes = {run.style.size for run in runs}
    kind = kind_of_style(style.name)
    if kind is Kind.BODY and _value(properties, "outlineLvl") in tuple("012345"):
        kind = Kind.HEADING
    return OfficeText(
        text="".join(run.text for run in paragraph.runs),
        kind=kind,
        is_contents=is_style_of_contents(style.name),
        is_bold=bool(runs) and all(run.style.is_bold for run in runs),
        size=max(sizes, default=style.size),
    )


def _value(properties: Element | None, name: str) -> str | None:
    return attribute(child(properties, name), "val")


def _descend(parent: Element, name: str) -> Iterator[Element]:
    """Give the rows of a table, or the cells of a row, through what may stand around them."""
    for element in parent.iterchildren("*"):
        if local_name(element) == name:
            yield element
        elif local_name(element) in _CONTAINERS:
            yield from _descend(element, name)


def read_notes(roots: Iterable[Element | None]) -> dict[str, Element]:
    """Gather the notes of a document from the parts that it has, without the lines that separate them from the text."""
    found = (note for root in roots for note in children(root, "footnote", "endnote"))
    notes = (note for note in found if attribute(note, "type") is None)
    return {f"{local_name(note)} {attribute(note, 'id')}": note for note in notes}

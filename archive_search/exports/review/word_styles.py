"""Make the empty Word document that a press review fills: its page, its styles, its footer."""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from archive_search.errors import InstallationError
from archive_search.exports.exported import Heading
from archive_search.exports.plain_text import keep_xml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

_MISSING = "module python-docx absent : installez « archive-search[docx] »"
_SERIF, _SANS = "Georgia", "Arial"
_BLACK, _QUIET = "000000", "5C5A55"


class Look(NamedTuple):
    """Say how the paragraphs of a style look.

    Attributes:
        size: Height of the letters, in points.
        font: Family of the letters.
        colour: Colour of the letters, in hexadecimal.
        bold: Whether they are bold.
        before: Space above, in points.
        after: Space below, in points.
        stays_with_next: Whether no page ends after it.
    """

    size: float
    font: str = _SERIF
    colour: str = _BLACK
    bold: bool = False
    before: float = 0
    after: float = 6
    stays_with_next: bool = False


NORMAL, TITLE, CONTENTS_TITLE, CONTENTS = "Normal", "Title", "TOCHeading", "TOC1"
ARTICLE_TITLE, ARTICLE_HEADING, CAPTION, REFERENCES = "Heading1", "Heading2", "Caption", "ListNumber"
STANDFIRST, FACTS, REFERENCE, SUBJECT = "Chapeau", "Source", "Reference", "Objet"
MARK, LINK = "Trouve", "Hyperlink"

# Those that Word has under a name of its own are only given another look.
_OWN_NAMES = {STANDFIRST: "Chapeau", FACTS: "Source", REFERENCE: "Référence", SUBJECT: "Objet", CONTENTS: "toc 1"}
_LOOKS = {
    NORMAL: Look(11),
    TITLE: Look(26, bold=True, after=8),
    SUBJECT: Look(13, after=4),
    CONTENTS_TITLE: Look(15, bold=True, before=24, after=8, stays_with_next=True),
    CONTENTS: Look(10.5, after=4),
    ARTICLE_TITLE: Look(17, bold=True, before=28, after=4, stays_with_next=True),
    ARTICLE_HEADING: Look(12, bold=True, before=10, after=4, stays_with_next=True),
    FACTS: Look(9.5, _SANS, _QUIET, after=4, stays_with_next=True),
    STANDFIRST: Look(11.5, bold=True, before=4, after=8),
    CAPTION: Look(9.5, _SANS, _QUIET),
    REFERENCE: Look(8.5, _SANS, _QUIET, before=8),
    REFERENCES: Look(10, after=5),
}


def make_document(heading: Heading) -> bytes:
    """Make a document without text.

    Args:
        heading: Its title and day are noted as properties of the document.

    Raises:
        InstallationError: The extra ``docx`` is not installed.
    """
    try:
        # Imported here: it is an extra, which takes time to load.
        import docx
    except ImportError as error:
        raise InstallationError(_MISSING) from error
    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    _set_properties(document, heading)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_page(document: "Document") -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin = section.bottom_margin = Mm(24)
    _number_pages(section.footer.paragraphs[0])


def _number_pages(footer: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    footer._p.append(field)


def _set_styles(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_COLOR_INDEX

    styles = document.styles
    for style_id, name in _OWN_NAMES.items():
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=style_id == CONTENTS).element.styleId = style_id
    by_id = {style.style_id: style for style in styles}
    for style_id, look in _LOOKS.items():
        _set_look(by_id[style_id], look)
    _add_dotted_tab(by_id[CONTENTS])
    found: CharacterStyle = styles.add_style("Passage trouvé", WD_STYLE_TYPE.CHARACTER)
    found.element.styleId = MARK
    found.font.highlight_color = WD_COLOR_INDEX.YELLOW
    styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True).font.underline = True
    _set_language(document, "fr-FR")


def _set_look(style: "ParagraphStyle", look: Look) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = look.font, Pt(look.size), look.bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    _forget_theme(style)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.keep_with_next = look.stays_with_next
    style.paragraph_format.widow_control = True


def _forget_theme(style: "ParagraphStyle") -> None:
    """Drop what the theme says of letters and lines: it goes before what the style says."""
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for border in style.element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _add_dotted_tab(style: "ParagraphStyle") -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    style.paragraph_format.tab_stops.add_tab_stop(Mm(162), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    style.paragraph_format.right_indent = Mm(30)


def _set_language(document: "Document", code: str) -> None:
    from docx.oxml.ns import qn

    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), code)


def _set_properties(document: "Document", heading: Heading) -> None:
    properties = document.core_properties
    # Longer values are refused there.
    properties.title = keep_xml(heading.title)[:255]
    properties.author, properties.comments, properties.language = "archive-search", "", "fr-FR"
    properties.created = properties.modified = datetime(heading.made.year, heading.made.month, heading.made.day)

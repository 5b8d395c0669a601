"""Write pieces of WordprocessingML, the language of Word documents (ECMA-376), from text that may hold anything.

>>> from archive_search.exports.review.wordml import paragraph, run
>>> paragraph("Normal", run("Port & digue"))
'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">Port &amp; digue</w:t></w:r></w:p>'
"""

import re
from xml.sax.saxutils import escape, quoteattr

from archive_search.exports.plain_text import keep_xml

_BREAKS = re.compile("([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def paragraph(style: str, *content: str, on_new_page: bool = False) -> str:
    """Write a paragraph.

    Args:
        style: Id of its style.
        content: Runs, links and the like, already written.
        on_new_page: Whether a page begins with it.
    """
    properties = f'<w:pStyle w:val="{style}"/>' + ("<w:pageBreakBefore/>" if on_new_page else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def run(text: str, *, style: str | None = None, italic: bool = False) -> str:
    """Write text of one look; its line ends and tabs stay.

    Args:
        text: The text.
        style: Id of a style of characters.
        italic: Whether it is in italics.
    """
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:i/>" if italic else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    # In pairs: a text, then the line end or tab that follows it.
    pieces = [_BREAK_ELEMENTS.get(piece) or _text(piece) for piece in _BREAKS.split(text) if piece]
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(keep_xml(text))}</w:t>'


def bookmark(name: str, number: int, content: str) -> str:
    """Give a place of the document a name, to which links lead.

    Args:
        name: The name: letters, digits and underscores.
        number: A number that no other bookmark has.
        content: What is there, already written.
    """
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def inner_link(name: str, content: str) -> str:
    """Link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def web_link(address: str, content: str) -> str:
    """Link to an address of the web as `web_address` gives it: without quotes, backslashes and what XML refuses."""
    instruction = f' HYPERLINK "{address}" '
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{content}</w:fldSimple>"


def field_start(instruction: str) -> str:
    """Begin a field that Word can compute anew, such as a table of contents; what follows is what it shows now."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

r"""Turn RTF into text: a paragraph a line, with the letters that the file means whatever it was written on.

>>> from archive_search.sources.formats.office.rtf_text import text_of_rtf
>>> text_of_rtf(rb"{\rtf1\mac\deff0{\fonttbl{\f0\fcharset0 Times;}}\f0 L'\'8et\'8e\par\u8217?\line ici}").split("\n")
["L'été", '’\u2028ici']
"""

import codecs
import re

from striprtf.striprtf import rtf_to_text

from archive_search.sources.formats.office.rtf_groups import take_fonts

LINE_END = "\u2028"
"""What stands for an end of line inside a paragraph."""

HEAD_BYTES = 4096
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_CHARACTER_SET = re.compile(rb"\\(mac|pca|pc)(?![a-zA-Z])")
_ENCODINGS = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_MAC_PAGES = {b"10000": "mac_roman"}

# Each of these would be lost, or would stick words together, or make the library fail.
_REWRITTEN = (
    (re.compile(r"\\(?:line|softline|lbr\d?)(?![a-zA-Z]) ?"), LINE_END),
    (re.compile(r"\\(?:nestcell|cell)(?![a-zA-Z]) ?"), r"\\tab "),
    (re.compile(r"\\(?:nestrow)(?![a-zA-Z]) ?"), r"\\par "),
    (re.compile(r"\\(?:column|sect|page|pagebb)(?![a-zA-Z]) ?"), r"\\par\\par "),
    (re.compile(r"\\u-?\d{6,10}(?!\d)"), r"\\u65533"),
    (re.compile(r"\\(uc|u)(?![a-zA-Z0-9-])"), r"\\\g<1>1 "),
    (re.compile(r"\\ansicpg\d{0,10}"), ""),
    # A link would be written after its words; the space hides it from the pattern that looks for links.
    (re.compile(r"\{\\field\{", re.IGNORECASE), r"{\\field {"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def text_of_rtf(data: bytes) -> str:
    """Give the text of a file.

    Args:
        data: The file; what `without_pictures` leaves out of it is left out already.

    Raises:
        ValueError: The file is no RTF that can be read.
    """
    encoding = encoding_of(data)
    fonts, data = take_fonts(data, is_mac=encoding == "mac_roman")
    rtf = _decode(data, encoding=encoding)
    for pattern, replacement in _REWRITTEN:
        rtf = pattern.sub(replacement, rtf)
    opening, _, rest = rtf.partition("\\rtf")
    # A last brace ends what a file that is cut leaves open.
    rtf = f"{opening}{fonts}\\rtf{rest}}}"
    try:
        text = rtf_to_text(rtf, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]  # ships no types
    except (LookupError, TypeError, OverflowError, AttributeError) as error:
        raise ValueError(f"rtf: {error}") from error
    return _join_surrogates(str(text))


def encoding_of(data: bytes) -> str:
    """Name the encoding that the head of a file states, cp1252 where it states none that exists."""
    head = data[:HEAD_BYTES]
    page, named = _CODE_PAGE.search(head), _CHARACTER_SET.search(head)
    if page is not None and page[1] in _MAC_PAGES:
        return _MAC_PAGES[page[1]]
    if named is not None:
        return _ENCODINGS[named[1]]
    name = f"cp{page[1].decode()}" if page is not None else "cp1252"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _decode(data: bytes, *, encoding: str) -> str:
    # Some programs write letters as they are; it is then UTF-8 as often as what the head says.
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")


def _join_surrogates(text: str) -> str:
    # Letters beyond the first 65,536 are written in two halves, as UTF-16 has them.
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

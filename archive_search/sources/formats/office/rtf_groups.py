r"""Find the groups of an RTF file, and leave out those that hold pictures and other things that are no text.

>>> from archive_search.sources.formats.office.rtf_groups import find_group, without_pictures
>>> data = rb"{\rtf1{\info{\title La paix}}{\pict\pngblip 89504e47}Elle est sign\'e9e.}"
>>> without_pictures(data), find_group(data, "title")
(b"{\\rtf1{\\info{\\title La paix}}Elle est sign\\'e9e.}", b'{\\title La paix}')
"""

import re

# A name ends where no letter follows; `\*` says that programs may pass over the group.
_NO_TEXT = (
    "pict shppict nonshppict object objdata objclass shpinst datastore themedata colorschememapping latentstyles"
    " listtable listoverridetable rsidtbl stylesheet filetbl revtbl xmlnstbl fldinst header headerl headerr headerf"
    " footer footerl footerr footerf deleted mmathPr generator bkmkstart bkmkend background atnid atnauthor annotation"
)
_LEFT_OUT = re.compile(rb"\{\s*(?:\\\*\s*)?\\(?:" + b"|".join(map(str.encode, _NO_TEXT.split())) + rb")(?![a-zA-Z])")
_FONTS = re.compile(rb"\{\s*\\fonttbl(?![a-zA-Z])")
_FONT = re.compile(rb"\\f(\d{1,5})(?!\d)|\\fcharset(\d{1,3})(?!\d)")
_USUAL_SET, _SET_OF_MAC = b"0", b"77"

_MARK = re.compile(rb"\\bin(\d{1,10}) ?|\\[\\{}]|[{}]")


def without_pictures(data: bytes) -> bytes:
    """Give a file without the groups that hold no text; what follows a group that has no end goes with it."""
    kept: list[bytes] = []
    position = 0
    while (opening := _LEFT_OUT.search(data, position)) is not None:
        kept.append(data[position : opening.start()])
        position = _end_of_group(data, opening.start())
    kept.append(data[position:])
    return b"".join(kept)


def find_group(data: bytes, name: str) -> bytes | None:
    """Give the first group of a name, with its braces, or None."""
    found = re.search(rb"\{\s*(?:\\\*\s*)?\\" + name.encode() + rb"(?![a-zA-Z])", data)
    return data[found.start() : _end_of_group(data, found.start())] if found is not None else None


def take_fonts(data: bytes, *, is_mac: bool) -> tuple[str, bytes]:
    """Give the table of fonts, rewritten in its shortest form, and a file without it.

    Args:
        data: The file.
        is_mac: Whether the usual letters of this file are those of a Macintosh.
    """
    opening = _FONTS.search(data)
    if opening is None:
        return "", data
    end = _end_of_group(data, opening.start())
    sets: dict[bytes, bytes] = {}
    font = None
    for found in _FONT.finditer(data, opening.start(), end):
        if found[1] is not None:
            font = found[1]
        elif font is not None:
            sets[font] = _SET_OF_MAC if is_mac and found[2] == _USUAL_SET else found[2]
    fonts = "".join(f"{{\\f{number.decode()}\\fcharset{letters.decode()} x;}}" for number, letters in sets.items())
    return f"{{\\fonttbl{fonts}}}", data[: opening.start()] + data[end:]


def _end_of_group(data: bytes, start: int) -> int:
    depth, position = 0, start
    while (mark := _MARK.search(data, position)) is not None:
        position = mark.end()
        if mark[1] is not None:
            # What follows is not RTF: its braces count for nothing.
            position += int(mark[1])
        elif mark[0] in (b"{", b"}"):
            depth += 1 if mark[0] == b"{" else -1
            if depth == 0:
                return position
    return len(data)

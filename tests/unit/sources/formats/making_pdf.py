"""Make small PDFs by hand, in the letters of Windows and the standard fonts that every reader has."""

from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True, kw_only=True)
class Print:
    """A line of text at a place of the page, from its upper left corner."""

    text: str
    left: float = 50
    height: float
    size: float = 10
    bold: bool = False
    upwards: bool = False


def column(*lines, left=50, height, size=10, leading=12):
    """Lines one below the other; an indented one begins with spaces."""
    return [
        Print(
            text=line.strip(),
            left=left + 5 * (len(line) - len(line.lstrip())),
            height=height + leading * row,
            size=size,
        )
        for row, line in enumerate(lines)
    ]


def make_pdf(*pages, info="", catalog="", trailer="", rotate=0, objects=()):
    """Make a PDF of some pages, each a list of lines or the bytes of its content.

    `objects` are further ones, from number 6 on.
    """
    fonts = [_font("Helvetica"), _font("Helvetica-Bold")]
    first = 6 + len(objects)
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(pages)))
    parts = [f"<</Type/Catalog/Pages 2 0 R{catalog}>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"]
    parts += [*fonts, f"<<{info}>>", *objects]
    for place, page in enumerate(pages):
        content = page if isinstance(page, bytes) else b"\n".join(map(_show, page))
        resources = "/Resources<</Font<</F3 3 0 R/F4 4 0 R>>>>"
        box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {rotate}"
        parts.append(f"<</Type/Page/Parent 2 0 R{box}{resources}/Contents {first + 2 * place + 1} 0 R>>")
        parts.append(f"<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream")
    return _assemble(parts, trailer=f"/Root 1 0 R/Info 5 0 R{trailer}")


def _font(name):
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"


def _show(line):
    turn = "0 1 -1 0" if line.upwards else "1 0 0 1"
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    place = f"/F{4 if line.bold else 3} {line.size} Tf {turn} {line.left} {HEIGHT - line.height} Tm"
    return f"BT {place} (".encode() + text + b") Tj ET"


def _assemble(parts, *, trailer):
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += (
            f"{number} 0 obj\n".encode() + (part if isinstance(part, bytes) else part.encode("cp1252")) + b"\nendobj\n"
        )
    start = len(data)
    data += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return data + f"trailer\n<</Size {len(parts) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()

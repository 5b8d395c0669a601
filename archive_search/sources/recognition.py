"""Recognise the format of a file by its first bytes, then by its name.

>>> from archive_search.sources.recognition import Format, recognize_format
>>> recognize_format(b'{"id": 1, "text": "..."}', name="export.txt") is Format.JSON
True
"""

import re
from enum import StrEnum

from archive_search.sources.columns import match_columns
from archive_search.sources.csv_records import sniff_delimiter
from archive_search.sources.decoding import decode_bytes, decode_text, guess_encoding

HEAD_BYTES = 1 << 14

# Share of control characters above which bytes are no text; a damaged text has a few.
MOST_CONTROLS = 0.01


class Format(StrEnum):
    """Name a format of files; the value is how a message calls it."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"
    TEXT = "texte"
    XML = "xml"
    WARC = "warc"
    BINARY = "binaire"
    EMPTY = "vide"


_SIGNATURES = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip, docx ou odt",
    b"\x89PNG": "image png",
    b"\xff\xd8\xff": "image jpeg",
    b"GIF8": "image gif",
    b"II*\x00": "image tiff",
    b"MM\x00*": "image tiff",
    b"{\\rtf": "rtf",
    b"\xd0\xcf\x11\xe0": "ancien fichier word ou excel",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"SQLite format": "sqlite",
    b"RIFF": "son, image ou vidéo",
    b"ID3": "son mp3",
    b"\x7fELF": "programme",
    b"MZ\x90": "programme",
}
# A page, or a piece of one, begins with one of these; NITF and NewsML use some of them further down.
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|link|title|main|article|section|header|div|p|h[1-6]|table|span|center|font"
    r"|script|style|a|b|i|br|ul)[\s>/]",
    re.IGNORECASE,
)
_JSON = re.compile(r"""\s*(?:\{\s*["}]|\[\s*[{\]])""")
_XML = re.compile(r"\s*<[?!a-zA-Z]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMPRESSION = re.compile(r"(?:\.gz|\.xz)+$", re.I)
_BY_SUFFIX = {
    "csv": Format.CSV,
    "tsv": Format.CSV,
    "json": Format.JSON,
    "jsonl": Format.JSON,
    "jsonlines": Format.JSON,
    "ndjson": Format.JSON,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
}


def recognize_format(head: bytes, *, name: str) -> Format:
    """Name the format of a file.

    Args:
        head: First bytes of the file, decompressed.
        name: Name of the file, asked when its bytes do not settle the matter.
    """
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \r\n\t"):
        return Format.EMPTY
    if binary_kind(head) is not None:
        return Format.BINARY
    return _format_of_text(decode_text(head), suffix=_COMPRESSION.sub("", name).lower().rpartition(".")[2])


def binary_kind(head: bytes) -> str | None:
    """Say what kind of binary file begins with these bytes, or None when they are text."""
    kind = next((kind for signature, kind in _SIGNATURES.items() if head.startswith(signature)), None)
    if kind is not None:
        return kind
    text = decode_bytes(head, encoding=guess_encoding(head))
    controls = len(_CONTROLS.findall(text))
    return "caractères de contrôle" if controls > len(text) * MOST_CONTROLS else None


def _format_of_text(text: str, *, suffix: str) -> Format:
    if text.startswith("WARC/"):
        return Format.WARC
    if _JSON.match(text):
        return Format.JSON
    if _XML.match(text):
        return Format.HTML if _HTML.match(_without_prologue(text)) else Format.XML
    by_name = _BY_SUFFIX.get(suffix, Format.TEXT)
    return Format.CSV if by_name is Format.TEXT and _is_table(text) else by_name


def _without_prologue(text: str) -> str:
    text = text.lstrip()
    while text.startswith(("<?", "<!--")):
        _, _, text = text.partition("-->" if text.startswith("<!--") else ">")
        text = text.lstrip()
    return text


def _is_table(text: str) -> bool:
    header = text.partition("\n")[0]
    names = header.split(sniff_delimiter(header))
    columns = match_columns([name.strip(' "') for name in names], chosen={})
    return "text" in columns and len(columns) > 1

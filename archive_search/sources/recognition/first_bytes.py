"""Recognise by their first bytes the files that are no text: packed ones, documents, pictures, and those refused.

>>> from archive_search.sources.recognition.first_bytes import asset_kind, binary_kind, packed_format
>>> packed_format(b"%PDF-1.7", suffix="txt").value, asset_kind(b"GIF89a", suffix=""), binary_kind(b"Rar!")
('pdf', 'image', 'rar')
"""

import re

from archive_search.sources.decoding import decode_bytes, guess_encoding
from archive_search.sources.recognition.format_names import Format

# Share of control characters above which bytes are no text; a damaged text has a few.
MOST_CONTROLS = 0.01
_BY_FIRST_BYTES = {
    b"%PDF-": Format.PDF,
    b"{\\rtf": Format.RTF,
    b"PK\x05\x06": Format.ZIP,
    b"PK\x03\x04": Format.ZIP,
    b"WARC/": Format.WARC,
    b"filedesc://": Format.WARC,
}
# What a member of a ZIP file tells of the whole; several programs write them in any order.
_BY_MEMBER = {
    b"word/document.xml": Format.DOCX,
    b"mimetypeapplication/vnd.oasis.opendocument.text": Format.ODT,
    b"mimetypeapplication/epub+zip": Format.EPUB,
    b"datapackage.json": Format.WACZ,
    b"archive/data.warc": Format.WACZ,
}

# What such a zip file begins with: one that begins with anything else may hold documents, and is none.
_FIRST_MEMBERS = tuple(
    b"[Content_Types] _rels/ docProps/ word/ customXml/ mimetype META-INF/ datapackage archive/ pages/ indexes/".split()
)
_FIRST_NAME = 30

# Pictures, sounds and the like lie beside saved pages and in mailboxes; none holds the text of an article.
_ASSETS = {
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"RIFF": "son, image ou vidéo",
    b"ID3": "son",
    b"wOFF": "police de caractères",
    b"wOF2": "police de caractères",
    b"\x00\x01\x00\x00\x00": "police de caractères",
    b"OTTO": "police de caractères",
    b"\x00\x00\x01\x00": "image",
}
_ASSET_SUFFIXES = {
    "css": "feuille de style",
    "js": "programme de page web",
    "mjs": "programme de page web",
    "map": "programme de page web",
    "svg": "image",
    "ico": "image",
    "ttf": "police de caractères",
    "mp4": "vidéo",
    "m4a": "son",
    "mp3": "son",
    "cdx": "index de fichier warc",
    "cdxj": "index de fichier warc",
    "db": "base de données",
    "ini": "réglages",
}
_SIGNATURES = {
    b"\xd0\xcf\x11\xe0": "ancien fichier word, excel ou outlook",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"SQLite format": "sqlite",
    b"\x7fELF": "programme",
    b"MZ\x90": "programme",
}
OTHER_PACKERS = frozenset({"7z", "rar"})
"""Kinds of binary files that hold other files, and that no reader is for."""
_TAR_MARK = slice(257, 262)
_PDF_WITHIN = 1024
_PACKED_DOCUMENTS = {"docx": Format.DOCX, "odt": Format.ODT, "epub": Format.EPUB, "wacz": Format.WACZ}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def packed_format(head: bytes, *, suffix: str) -> Format | None:
    """Name the format of a file whose first bytes are a mark of it; None when they are those of a text.

    Args:
        head: First bytes of the file.
        suffix: End of its name, in small letters: it tells documents that are zip files from each other.
    """
    found = next((format_ for mark, format_ in _BY_FIRST_BYTES.items() if head.startswith(mark)), None)
    if found is Format.ZIP:
        return _format_in_zip(head) or _PACKED_DOCUMENTS.get(suffix, Format.ZIP)
    if found is None and head[_TAR_MARK] == b"ustar":
        return Format.TAR
    # Some servers put bytes of their own before a PDF.
    return Format.PDF if found is None and b"%PDF-1." in head[:_PDF_WITHIN] and b"\0" in head else found


def asset_kind(head: bytes, *, suffix: str) -> str | None:
    """Say what a file is that accompanies articles and holds none, such as a picture; None for any other file."""
    by_bytes = next((kind for signature, kind in _ASSETS.items() if head.startswith(signature)), None)
    if by_bytes is None and head[4:8] == b"ftyp":
        by_bytes = "vidéo, son ou image"
    return by_bytes or _ASSET_SUFFIXES.get(suffix)


def binary_kind(head: bytes) -> str | None:
    """Say what kind of binary file begins with these bytes, or None when they are text."""
    kind = next((kind for signature, kind in _SIGNATURES.items() if head.startswith(signature)), None)
    if kind is not None:
        return kind
    text = decode_bytes(head, encoding=guess_encoding(head))
    controls = len(_CONTROLS.findall(text))
    return "caractères de contrôle" if controls > len(text) * MOST_CONTROLS else None


def _format_in_zip(head: bytes) -> Format | None:
    is_document = head.startswith(_FIRST_MEMBERS, _FIRST_NAME)
    return next((kind for member, kind in _BY_MEMBER.items() if is_document and member in head), None)

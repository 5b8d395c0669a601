"""Name the formats that are told apart, whether they are read or only recognised.

>>> from archive_search.sources.recognition.format_names import Format
>>> str(Format.FEED)
'rss ou atom'
"""

from enum import StrEnum


class Format(StrEnum):
    """Name a format of files; the value is how a message calls it."""

    TEXT = "texte"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    NEWSML = "newsml 1"
    NEWSML_G2 = "newsml-g2"
    NITF = "nitf"
    FEED = "rss ou atom"
    ALTO = "alto"
    METS = "mets"
    MAIL = "courrier"
    RTF = "rtf"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    WARC = "warc"
    WACZ = "wacz"
    ZIP = "zip"
    TAR = "tar"
    XML = "xml"
    ASSET = "accessoire"
    BINARY = "binaire"
    EMPTY = "vide"

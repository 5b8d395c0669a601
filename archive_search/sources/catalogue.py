"""List the formats that are read, who reads each, and what it needs to be installed.

Readers are imported when a file asks for them: most archives hold two or three formats.

>>> from archive_search.sources.catalogue import load_reader
>>> from archive_search.sources.recognition.format_names import Format
>>> load_reader(Format.CSV).__name__, load_reader(Format.BINARY)
('read_csv_file', None)
"""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from archive_search.sources.readers import Reader
from archive_search.sources.recognition.format_names import Format

_FORMATS = "archive_search.sources.formats."


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Describe a format.

    Attributes:
        format: The format.
        description: What its files are, in French.
        suffixes: Usual ends of their names; files are recognised by their content all the same.
        reader: Module and function that read it.
        package: Module that the reader imports and that may be missing; None when all it needs is always there.
        extra: Extra of this program that installs it.
    """

    format: Format
    description: str
    suffixes: tuple[str, ...]
    reader: str
    package: str | None = None
    extra: str | None = None

    @property
    def is_available(self) -> bool:
        """Whether what the reader needs is installed."""
        return self.package is None or find_spec(self.package) is not None

    @property
    def missing(self) -> str:
        """Say what to install, for a reader of the message."""
        return f"{self.format} : module {self.package} absent, installez « archive-search[{self.extra}] »"


def _entry(
    format_: Format, description: str, suffixes: str, reader: str, needs: tuple[str, str] | None = None
) -> Entry:
    package, extra = needs or (None, None)
    return Entry(
        format=format_,
        description=description,
        suffixes=tuple(suffixes.split()),
        reader=reader,
        package=package,
        extra=extra,
    )


CATALOGUE: tuple[Entry, ...] = (
    _entry(Format.TEXT, "textes, articles copiés", ".txt .md", "text.plain_text:read_text_file"),
    _entry(
        Format.HTML,
        "pages enregistrées, exports d'Europresse, de Factiva et de Nexis",
        ".html .htm .xhtml",
        "pages.html:read_html_file",
    ),
    _entry(
        Format.JSON, "un objet par ligne, un objet ou un tableau", ".json .jsonl", "tables.json_records:read_json_file"
    ),
    _entry(Format.CSV, "tableaux séparés par , ; ou tabulation", ".csv .tsv", "tables.csv_records:read_csv_file"),
    _entry(Format.NEWSML, "NewsML 1.0 à 1.2 (AFP, Belga, Reuters)", ".xml", "news.newsml:read_newsml"),
    _entry(Format.NEWSML_G2, "NewsML-G2", ".xml", "news.newsml_g2:read_newsml_g2"),
    _entry(Format.NITF, "NITF 2.5 à 3.6", ".xml .nitf", "news.nitf:read_nitf"),
    _entry(Format.FEED, "flux RSS et Atom", ".xml .rss .atom", "feeds.feeds:read_feed"),
    _entry(Format.METS, "METS : numéros numérisés, avec les pages ALTO qu'ils citent", ".xml", "scans.mets:read_mets"),
    _entry(Format.ALTO, "ALTO : pages numérisées", ".xml", "scans.alto:read_alto"),
    _entry(Format.PDF, "PDF avec du texte", ".pdf", "pdf.pdf:read_pdf", ("pypdfium2", "pdf")),
    _entry(Format.DOCX, "Word", ".docx", "office.docx:read_docx"),
    _entry(Format.ODT, "LibreOffice", ".odt", "office.odt:read_odt"),
    _entry(Format.EPUB, "EPUB", ".epub", "office.epub:read_epub"),
    _entry(Format.RTF, "RTF", ".rtf", "office.rtf:read_rtf"),
    _entry(Format.MAIL, "courriels, boîtes aux lettres, pages mhtml", ".eml .mbox .mht .mhtml", "mail.mail:read_mail"),
    _entry(Format.WARC, "WARC : pages collectées", ".warc .warc.gz", "web_archives.warc:read_warc"),
    _entry(Format.WACZ, "WACZ : pages collectées", ".wacz", "web_archives.wacz:read_wacz"),
    _entry(Format.ZIP, "ZIP de tous ces fichiers", ".zip", "packed.zip_files:read_zip"),
    _entry(Format.TAR, "tar de tous ces fichiers", ".tar .tar.gz .tgz", "packed.tar_files:read_tar"),
)
_BY_FORMAT = {entry.format: entry for entry in CATALOGUE}


def find_entry(format_: Format) -> Entry | None:
    """Give the entry of a format, or None when it is not read."""
    return _BY_FORMAT.get(format_)


def load_reader(format_: Format) -> Reader | None:
    """Import the reader of a format; None when the format is not read, or when what it needs is missing."""
    entry = find_entry(format_)
    if entry is None or not entry.is_available:
        return None
    module, _, function = entry.reader.partition(":")
    reader: Reader = getattr(import_module(_FORMATS + module), function)
    return reader

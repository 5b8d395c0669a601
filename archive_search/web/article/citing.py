"""Give the reference of an article in the forms that its page offers.

>>> from archive_search.records import Article
>>> cite(Article(id="a1", paragraphs=(), title="La digue", source="Le Phare"), CitationFormat.RIS).splitlines()[1]
'TI  - La digue'
"""

from enum import StrEnum

from archive_search.exports.article_json import encode_json
from archive_search.exports.citations.bibtex import cite_as_bibtex
from archive_search.exports.citations.csl import cite_as_csl
from archive_search.exports.citations.iso690 import cite_as_text
from archive_search.exports.citations.ris import cite_as_ris
from archive_search.exports.export_format import ExportFormat
from archive_search.records import Article


class CitationFormat(StrEnum):
    """Name a form of references; the value is that of the parameter ``format``, and of the same format of exports."""

    ISO690 = "iso690"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"

    @property
    def label(self) -> str:
        """Name that readers know."""
        return _LABELS[self]

    @property
    def suffix(self) -> str:
        """End of the names of its files."""
        return ".txt" if self is CitationFormat.ISO690 else ExportFormat(self).suffix

    @property
    def media_type(self) -> str:
        """Type under which it is sent to a browser."""
        return "text/plain; charset=utf-8" if self is CitationFormat.ISO690 else ExportFormat(self).media_type


_LABELS = {
    CitationFormat.ISO690: "ISO 690",
    CitationFormat.BIBTEX: "BibTeX",
    CitationFormat.RIS: "RIS",
    CitationFormat.CSL: "CSL-JSON",
}


def cite(article: Article, form: CitationFormat) -> str:
    """Write the reference of an article in one form."""
    match form:
        case CitationFormat.ISO690:
            return cite_as_text(article)
        case CitationFormat.BIBTEX:
            return cite_as_bibtex(article)
        case CitationFormat.RIS:
            return cite_as_ris(article)
        case CitationFormat.CSL:
            return encode_json([cite_as_csl(article)], indent=2)

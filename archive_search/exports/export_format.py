"""Name the formats in which articles are exported.

>>> from archive_search.exports.export_format import ExportFormat, format_of_file
>>> ExportFormat.BIBTEX.suffix, ExportFormat.RIS.media_type
('.bib', 'application/x-research-info-systems')
>>> format_of_file("Digue de Brévan.CSL.JSON")
<ExportFormat.CSL: 'csl'>
"""

from enum import StrEnum


class ExportFormat(StrEnum):
    """Name a format; the value is what the reader types."""

    CSV = "csv"
    JSON = "json"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL = "csl"
    HTML = "html"
    DOCX = "docx"

    @property
    def suffix(self) -> str:
        """End of the names of its files."""
        return _SUFFIXES[self]

    @property
    def media_type(self) -> str:
        """Type under which it is sent to a browser; text is always in UTF-8."""
        return _MEDIA_TYPES[self]

    @property
    def is_text(self) -> bool:
        """Whether it may be printed on a terminal."""
        return self is not ExportFormat.DOCX

    @property
    def shows_marks(self) -> bool:
        """Whether it shows the text of the articles with what was found in it."""
        return self in {ExportFormat.HTML, ExportFormat.DOCX}


_SUFFIXES = {
    ExportFormat.CSV: ".csv",
    ExportFormat.JSON: ".json",
    ExportFormat.RIS: ".ris",
    ExportFormat.BIBTEX: ".bib",
    ExportFormat.CSL: ".csl.json",
    ExportFormat.HTML: ".html",
    ExportFormat.DOCX: ".docx",
}
_MEDIA_TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.JSON: "application/json",
    ExportFormat.RIS: "application/x-research-info-systems",
    ExportFormat.BIBTEX: "application/x-bibtex; charset=utf-8",
    ExportFormat.CSL: "application/vnd.citationstyles.csl+json",
    ExportFormat.HTML: "text/html; charset=utf-8",
    ExportFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def format_of_file(name: str) -> ExportFormat | None:
    """Tell the format of a file by the end of its name; None for any other end."""
    fitting = [each for each in ExportFormat if name.lower().endswith(each.suffix)]
    # "a.csl.json" ends as a file of JSON does too.
    return max(fitting, key=lambda each: len(each.suffix), default=None)

"""Name the services whose equations can be pasted."""

from enum import StrEnum


class Syntax(StrEnum):
    """Name the language in which a query is written; the value is how it is chosen."""

    STANDARD = "standard"
    EUROPRESSE = "europresse"
    FACTIVA = "factiva"
    NEXIS = "nexis"

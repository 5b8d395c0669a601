"""Translate queries as readers write them."""

from datetime import date

from archive_search.query.parsing import parse_query
from archive_search.query.syntax import Syntax
from archive_search.query.translation.translating import Translation, translate

TODAY = date(2015, 9, 18)
SERVICES = (Syntax.EUROPRESSE, Syntax.FACTIVA, Syntax.NEXIS)


def translated(query: str, syntax: Syntax) -> Translation:
    """Translate a query of the standard language."""
    return translate(parse_query(query, today=TODAY).tree, syntax)


def notes_on(query: str, syntax: Syntax) -> str:
    """Give the notes on a query, one a line."""
    return "\n".join(translated(query, syntax).notes)

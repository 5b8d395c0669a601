"""Collect what the parser has to tell the reader, once each and never without end.

>>> from archive_search.query.remarks import Remarks
>>> remarks = Remarks()
>>> remarks.add("parenthèse fermante sans ouvrante, ignorée")
>>> remarks.add("parenthèse fermante sans ouvrante, ignorée")
>>> remarks.sentences()
('parenthèse fermante sans ouvrante, ignorée',)
"""

MAX_REMARKS = 20
QUOTED_WIDTH = 40


class Remarks:
    """Hold the warnings of one query in the order of their causes."""

    def __init__(self) -> None:
        self._sentences: dict[str, None] = {}

    def add(self, sentence: str) -> None:
        """Note a sentence; one already noted is not repeated, and beyond a bound they are only announced."""
        if len(self._sentences) < MAX_REMARKS:
            self._sentences[sentence] = None
        elif sentence not in self._sentences:
            self._sentences["d'autres remarques ne sont pas montrées"] = None

    def sentences(self) -> tuple[str, ...]:
        """Give the sentences noted so far."""
        return tuple(self._sentences)


def quote(text: str) -> str:
    """Show a piece of the query between guillemets, cut when it is long."""
    shown = text if len(text) <= QUOTED_WIDTH else text[: QUOTED_WIDTH - 1] + "…"
    return f"« {shown} »"

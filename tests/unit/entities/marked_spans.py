"""Write spans into the texts of tests: "dit [ORG le Kremlin] mardi"."""

import re

from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType

_TYPES = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORG}
_MARK = re.compile(r"\[(PER|LOC|ORG) ([^\]]*)\]")


def read_marked(marked: str) -> tuple[str, list[RecognisedSpan]]:
    text, spans, end = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[end : found.start()]
        spans.append(RecognisedSpan(len(text), len(text) + len(found[2]), _TYPES[found[1]]))
        text += found[2]
        end = found.end()
    return text + marked[end:], spans


def shown(text, spans):
    """List spans as "PER Odile Pasquier"."""
    names = {kind: name for name, kind in _TYPES.items()}
    return [f"{names[span.type]} {text[span.start : span.end]}" for span in spans]

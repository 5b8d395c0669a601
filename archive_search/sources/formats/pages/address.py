"""Read the address that a browser writes into a page when it saves it.

>>> from archive_search.sources.formats.pages.address import saved_address
>>> saved_address("<!-- saved from url=(0026)https://exemple.fr/le-port/ --><html>")
'https://exemple.fr/le-port/'
"""

import re

# Browsers write it before the first element, SingleFile just inside it.
_HEAD = 8_000
_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)|Page saved with SingleFile\s{1,9}url:\s{0,9}"
    r"|(?:source|url|original url)\s?:\s{0,9})"
    r"(https?://[^\s<>\"]{1,2000})",
    re.IGNORECASE,
)


def saved_address(text: str) -> str | None:
    """Give the address from which a page was saved, or None when nothing tells it."""
    found = _SAVED.search(text[:_HEAD])
    return found[1] if found is not None else None

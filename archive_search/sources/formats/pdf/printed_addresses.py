"""Recognise what browsers print at the edges of a page: its address, and the day on which it was printed.

>>> from archive_search.sources.formats.pdf.printed_addresses import find_address, is_print_stamp
>>> find_address(["https://www.exemple.fr/port/le-port-rouvre 1/3"])
'https://www.exemple.fr/port/le-port-rouvre'
>>> is_print_stamp("03/03/2015 18:36 Le port rouvre - Le Courrier"), is_print_stamp("Publié le 03/03/2015 à 18:36")
(True, False)
"""

import re
from collections.abc import Iterable

LONGEST_STAMP = 300

# What a page says of its own publication begins with a word.
_STAMP = re.compile(
    r"(?:.*\s)?(?<!le )\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?:,| à)? \d{1,2}(?::| ?h ?)\d\d(?: ?[AP]M)?(?:\s.*)?",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"publié|paru|mis(?:e)? (?:à jour|en ligne)|modifié|posté", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/…\[\]]{3,100}/[^\s…]{2,}(?=\s|$)")
_ADDRESS_ALONE = re.compile(r"(?:\d{1,3} (?:/|sur|of) ?\d{1,3}\s+)?https?://\S+(?:\s+\d{1,3} ?(?:/|sur|of) ?\d{1,3})?")


def is_print_stamp(text: str) -> bool:
    """Tell whether a line at the edge of a page was put there by the browser that printed it."""
    if len(text) > LONGEST_STAMP or _SAYS_MORE.search(text) is not None:
        return False
    return _ADDRESS_ALONE.fullmatch(text) is not None or _STAMP.fullmatch(text) is not None


def find_address(lines: Iterable[str]) -> str | None:
    """Give the one address of a page that some edges of pages print whole; None for none, or for several."""
    addresses = {found[0] for line in lines for found in _ADDRESS.finditer(line[:LONGEST_STAMP])}
    return addresses.pop() if len(addresses) == 1 else None

"""Read the addresses of pages, whatever a file writes in their place.

>>> from archive_search.sources.addresses import host_of, is_web_address
>>> host_of("https://www.exemple.fr/le-port"), host_of("http://[exemple"), is_web_address("ftp://exemple.fr/")
('exemple.fr', None, False)
"""

from urllib.parse import urlsplit


def host_of(address: str | None) -> str | None:
    """Name the site of an address, without ``www.``; None when it names none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None


def is_web_address(address: str) -> bool:
    """Tell whether an address is that of a page on the web."""
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False

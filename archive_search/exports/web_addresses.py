"""Tell which addresses may become links.

>>> from archive_search.exports.web_addresses import web_address
>>> web_address("https://www.example.org/digue?page=2")
'https://www.example.org/digue?page=2'
>>> web_address("javascript:alert(1)") is None
True
"""

import re

# Blanks, controls, quotes and the like have no place in an address; they are written as its specification says. So is
# what is not seen, or not allowed in XML.
_UNSEEN = r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff"
_NOT_IN_ADDRESSES = re.compile(rf"""[\s\x00-\x1f\x7f-\x9f{_UNSEEN}"'<>\\^`{{|}}]""")
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """Give an address of the web, fit for a link, or None for anything else."""
    if url is None or not _WEB.match(url.strip()):
        return None
    return _NOT_IN_ADDRESSES.sub(_percent, url.strip())


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode(errors="replace"))

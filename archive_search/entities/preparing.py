r"""Give a text the plain characters that the recognition of names expects, each in its place.

>>> from archive_search.entities.preparing import prepare_text
>>> prepare_text("M.\u00a0Petit, de l’Élysée")
"M. Petit, de l'Élysée"
"""

import re

# The inside of character classes. Tabs and line breaks stay: they divide names.
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2019\u2018\u02bc\u02b9\u2032\uff07`\u00b4"
_HYPHENS = "\u2010\u2011"
_ODD = re.compile(f"[{_BLANKS}{_APOSTROPHES}{_HYPHENS}]")


def _plain(found: re.Match[str]) -> str:
    if found[0] in _HYPHENS:
        return "-"
    return "'" if found[0] in _APOSTROPHES else " "


def prepare_text(text: str) -> str:
    """Replace blanks, apostrophes and hyphens of typography one for one, so that offsets hold in the stored text."""
    return _ODD.sub(_plain, text)

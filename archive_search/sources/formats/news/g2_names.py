"""Read how NewsML-G2 names things: by words in several languages, by a literal, or by a code after a colon.

>>> from archive_search.sources.formats.news.g2_names import name_of
>>> from archive_search.sources.xml.documents import parse_xml
>>> name_of(parse_xml(b"<subject><name xml:lang='en'>trial</name><name xml:lang='fr'>affaire</name></subject>"))
'affaire'
"""

import re
from collections.abc import Iterable

from archive_search.sources.xml.documents import Element, attribute, children, text_of

# A name that another program reads, or that is one of several: a person is shown the full one.
_SHORT_ROLE = re.compile(r"mnemonic|short|abbrev|sort", re.IGNORECASE)


def name_of(element: Element | None) -> str | None:
    """Give the name of a thing, in French where there is one; None when it has only a code."""
    return text_in(children(element, "name"), language="fr")


def name_or_code(element: Element | None) -> str | None:
    """Give the name of a thing, or else its literal, its code or its address."""
    if element is None:
        return None
    codes = (attribute(element, key) for key in ("literal", "qcode", "uri"))
    return name_of(element) or next(filter(None, codes), None) or text_of(element) or None


def text_in(elements: Iterable[Element], *, language: str | None) -> str | None:
    """Give the text of the element that is in a language, or else of the first that has one.

    Args:
        elements: Elements that say the same thing, each with its language or with none.
        language: Two letters, or more of which the first two count.
    """
    stated = [element for element in elements if text_of(element)]
    wanted = (language or "")[:2].lower()
    ordered = sorted(
        stated,
        key=lambda element: (
            (attribute(element, "lang") or "")[:2].lower() != wanted,
            _SHORT_ROLE.search(element.get("role") or "") is not None,
        ),
    )
    return text_of(ordered[0]) if ordered else None

"""Take out of a page what stands around its article: menus, sharing, recommendations, comments, invitations.

Elements are known by their names and by what their classes call them, in French and in English. One that holds much of
the text of the page is never taken out, whatever it is called.

>>> from lxml.html import document_fromstring
>>> from archive_search.sources.formats.pages.noise import drop_noise
>>> page = document_fromstring('<p>La paix est signée à Rome.</p><div class="block-related">Une autre</div>')
>>> drop_noise(page)
>>> page.text_content()
'La paix est signée à Rome.'
"""

import re
from typing import Any

from archive_search.sources.formats.pages.element_text import INLINE, SILENT, is_link, text_within
from archive_search.sources.formats.pages.noise_words import names_noise, names_wall

# Share of the text of a page, links apart, above which an element is the article or holds it.
MOST_SHARE = 0.3
LONGEST_MARKS = 500
LONGEST_OFFER = 2_000
_ELEMENT_NAMES = """
    nav footer aside form button select textarea input label iframe object embed applet dialog menu canvas video
    audio map fieldset frameset noframes marquee progress
"""
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ROLES = frozenset({"navigation", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "contentinfo"})
_NEVER = frozenset(
    {"html", "body", "main", "article", "h1", "head", "title", "figure", "figcaption", "time", "table", "tbody", "tr"}
)
_OFFER = re.compile(
    r"\babonn(?:e[rz]|ements?)\b|\bpar mois\b|/mois|sans engagement|\bs['’]inscrire\b|créer un compte", re.IGNORECASE
)


def drop_noise(tree: Any) -> None:  # lxml ships no types
    """Take out of a page the elements that hold none of its article."""
    lengths = _text_lengths(tree)
    whole = lengths[0] if lengths else 0
    found = _find_noise(tree, lengths, most=whole * MOST_SHARE)
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()


def is_noise(element: Any) -> bool:
    """Tell whether an element calls itself something that stands beside articles."""
    tag = element.tag
    # Many sites call « lien » a link in the middle of a sentence.
    if not isinstance(tag, str) or tag in _NEVER or tag in INLINE:
        return False
    if element.get("itemprop") in ("articleBody", "headline", "description"):
        return False
    if tag in _ELEMENTS or element.get("role") in _ROLES:
        return True
    marks = " ".join(filter(None, map(element.get, ("class", "id", "data-testid", "data-component", "aria-label"))))
    return names_noise(marks[:LONGEST_MARKS]) or (names_wall(marks[:LONGEST_MARKS]) and _is_offer(element))


def _is_offer(element: Any) -> bool:
    return _OFFER.search(text_within(element)[:LONGEST_OFFER]) is not None


def _text_lengths(tree: Any) -> list[int]:
    """Count the characters of text outside links in each element, in the order of the page."""
    from lxml.etree import iterwalk

    lengths: list[int] = []
    open_places: list[int] = []
    links = 0
    walk = iterwalk(tree, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            links += is_link(node)
            open_places.append(len(lengths))
            lengths.append(0)
            if links == 0 and node.tag not in SILENT:
                lengths[-1] += _length(node.text)
        else:
            links -= is_link(node)
            place = open_places.pop()
            if open_places:
                lengths[open_places[-1]] += lengths[place] + (_length(node.tail) if links == 0 else 0)
    return lengths


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _find_noise(tree: Any, lengths: list[int], *, most: float) -> list[Any]:
    return [
        element
        for element, length in zip(tree.iter(), lengths, strict=True)
        if element.tag in SILENT - {"head"} or (length <= most and is_noise(element))
    ]

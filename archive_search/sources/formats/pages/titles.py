"""Choose the title of an article among those that its page gives, without the name of the site.

>>> from archive_search.sources.formats.pages.titles import without_site
>>> without_site("La paix est signée | Le Courrier", sites=["lecourrier.fr"])
'La paix est signée'
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from archive_search.sources.formats.pages.declarations import Declarations
from archive_search.sources.formats.pages.linked_data import text_of
from archive_search.sources.formats.pages.title_parts import LONGEST_TITLE, separators_of, split_title
from archive_search.sources.letters import letters_of
from archive_search.sources.signatures.person_names import LONGEST_NAME

_TOP_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?|\.\w{2,4}(?:/.*)?$")
LONGEST_SITE = 50

# Two ways of writing one title share most of their letters; two titles do not.
SAME = 0.6
SHORTEST_SITE = 3
FEWEST_WORDS = 3


def choose_title(declared: Declarations, *, sites: Sequence[str]) -> str | None:
    """Give the title that the page prints, or else the one that it declares.

    Args:
        declared: What the page declares.
        sites: Names and addresses of the site.
    """
    said = [title for title in map(_cut, _said(declared, sites=sites)) if title]
    printed = [title for text in declared.headlines if (title := without_site(_cut(text), sites=sites))]
    main = max(printed, key=lambda title: max((_likeness(title, other) for other in said), default=0), default=None)
    if main is None:
        return said[0] if said else None
    if not said or any(_likeness(main, other) >= SAME for other in said):
        return _without_label(main, said)
    return main if _is_title(main, sites=sites) and len(printed) == 1 else said[0]


def without_site(title: str, *, sites: Iterable[str]) -> str:
    """Take the name of the site, and the section before it, off the end or the beginning of a title."""
    names = {name for site in sites if len(name := letters_of(_TOP_DOMAIN.sub("", site))) >= SHORTEST_SITE}
    between = separators_of(title)
    parts = between.split(title)
    marks = [found[0] for found in between.finditer(title)]
    first, last = 0, len(parts)
    while last - first > 1 and _is_site(parts[last - 1], names):
        last -= 1
    while last - first > 1 and _is_site(parts[first], names):
        first += 1
    pieces = [parts[first]]
    for place in range(first + 1, last):
        pieces += [marks[place - 1], parts[place]]
    return "".join(pieces).strip()


def site_in_title(window: str, *, title: str | None) -> str | None:
    """Give the name of the site that a window's title has beside the title of the article; None when it has none."""
    parts = [part for part in split_title(window) if letters_of(part) != letters_of(title or "")]
    is_beside = len(parts) == len(split_title(window)) - 1
    return parts[-1] if parts and is_beside and len(parts[-1]) <= LONGEST_SITE else None


def _said(declared: Declarations, *, sites: Sequence[str]) -> list[str]:
    titles = [
        text_of(declared.article.get("headline")),
        *declared.properties.get("headline", ())[:1],
        declared.first("og:title"),
        declared.first("twitter:title", "dc.title", "dcterms.title", "title"),
        declared.title_tag,
    ]
    return [without_site(title, sites=sites) for title in titles]


def _without_label(printed: str, said: Sequence[str]) -> str:
    """Take off what stands before or after the title in its heading, such as « Réservé aux abonnés »."""
    for title in said:
        before, found, after = printed.partition(title)
        if found and said.count(title) > 1 and len((before + after).split()) <= LONGEST_NAME:
            return title
    return printed


def _is_site(part: str, names: set[str]) -> bool:
    letters = letters_of(_TOP_DOMAIN.sub("", part.strip()))
    return letters in names or any(letters == name.removeprefix(article) for name in names for article in ("le", "la"))


def _is_title(text: str, *, sites: Sequence[str]) -> bool:
    return len(text.split()) >= FEWEST_WORDS and letters_of(text) not in {letters_of(site) for site in sites}


def _likeness(one: str, other: str) -> float:
    one, other = letters_of(one), letters_of(other)
    if one and other and (one in other or other in one):
        return 1
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _cut(title: str) -> str:
    return title[:LONGEST_TITLE].strip()

r"""Read what a page says of its article in JSON-LD, for search engines: headline, day, signatures, text.

>>> from lxml.html import fromstring
>>> from archive_search.sources.formats.pages.linked_data import find_article, read_nodes
>>> data = '{"@type": "NewsArticle", "headline": "La paix"}'
>>> page = fromstring(f'<html><script type="application/ld+json">{data}</script></html>')
>>> find_article(read_nodes(page), titles=[])["headline"]
'La paix'
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any, TypeAlias

from archive_search.sources.letters import letters_of

Node: TypeAlias = Mapping[str, Any]

LONGEST_SCRIPT = 1 << 22
MOST_NODES = 2_000
_ARTICLE = re.compile(r"(?:\w*Article|Report|(?:Social|Live)?\w*BlogPosting|Review|Interview)$")
_COMMENT_MARKS = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|/\*.{0,20}?\*/)|(?:-->|\]\]>|;)\s*$", re.DOTALL)


def read_nodes(tree: Any) -> list[Node]:  # lxml ships no types
    """List the objects of all scripts of JSON-LD in a page, in order, those inside others after them."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += _nodes_of(_load(script.text or ""))
    return nodes[:MOST_NODES]


def find_article(nodes: Sequence[Node], *, titles: Iterable[str]) -> Node:
    """Give the object that describes the article of a page; an empty one when none does.

    Args:
        nodes: All objects of the page; the articles that it recommends may be among them.
        titles: Titles that the page shows, which tell its own article from these.
    """
    articles = [node for node in nodes if _is_article(node)]
    shown = [letters for title in titles if (letters := letters_of(title))]
    own = (node for node in articles if _is_shown(letters_of(text_of(node.get("headline"))), shown))
    # Pages that list articles describe each of them.
    return next(own, articles[0] if len(articles) == 1 else {})


def read_breadcrumb(nodes: Sequence[Node]) -> list[str]:
    """List the names on the way from the home page to the article."""
    for node in nodes:
        if "BreadcrumbList" in _types(node):
            items = _list_of(node.get("itemListElement"))
            names = (text_of(item.get("name")) or text_of(item.get("item")) for item in items if isinstance(item, dict))
            return [name for name in names if name]
    return []


def text_of(value: object) -> str:
    """Give the text of a value: a string, or the name of an object; an empty text for anything else."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    # Many programs write the text of a page, entities included, into its description.
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def texts_of(value: object) -> list[str]:
    """Give the texts of a value that may be one or several."""
    return [text for item in _list_of(value) if (text := text_of(item))]


def _load(script: str) -> object:
    for text in (script[:LONGEST_SCRIPT], _COMMENT_MARKS.sub("", script[:LONGEST_SCRIPT])):
        try:
            # Ends of line and tabs stand as they are in many texts of articles.
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes_of(document: object) -> list[Node]:
    """List an object and those it holds, level by level."""
    nodes: list[Node] = []
    level = [document]
    while level and len(nodes) < MOST_NODES:
        objects = [item for value in level for item in _list_of(value) if isinstance(item, dict)]
        nodes += [{_key(name): value for name, value in item.items()} for item in objects]
        level = [value for item in objects for value in _held_by(item)]
    return nodes


def _key(name: str) -> str:
    return "articleBody" if name.lower() == "articlebody" else name


def _held_by(node: Node) -> Iterator[object]:
    for name in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb", "hasPart"):
        if isinstance(node.get(name), dict | list):
            yield node[name]


def _is_article(node: Node) -> bool:
    return any(map(_ARTICLE.match, _types(node)))


def _types(node: Node) -> list[str]:
    return [kind.rpartition("/")[2] for kind in _list_of(node.get("@type")) if isinstance(kind, str)]


def _list_of(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_shown(headline: str, titles: Sequence[str]) -> bool:
    return bool(headline) and any(headline in title or title in headline for title in titles)

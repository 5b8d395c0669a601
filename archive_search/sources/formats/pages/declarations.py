"""Gather what a page declares beside its text: meta tags, JSON-LD, marks of schema.org in its elements.

>>> from lxml.html import fromstring
>>> from archive_search.sources.formats.pages.declarations import gather_declarations
>>> page = fromstring('<html lang="fr"><meta property="og:title" content="La paix"><p>Elle est signée.</p></html>')
>>> gather_declarations(page).first("og:title", "title")
'La paix'
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from archive_search.sources.days.publication import read_publication
from archive_search.sources.formats.pages.element_text import text_within
from archive_search.sources.formats.pages.linked_data import Node, find_article, read_breadcrumb, read_nodes, texts_of
from archive_search.sources.formats.pages.title_parts import LONGEST_TITLE, split_title
from archive_search.sources.letters import letters_of

MOST_VALUES = 200
MOST_ELEMENTS = 5_000
FEWEST_WORDS = 3

# Letters of old pages have sizes from 1 to 7, or are so much larger than the usual 3.
USUAL_SIZE = 3
SMALLEST_TITLE = 4
LONGEST_SIZE = 3
MOST_TITLES = 50
LONGEST_VALUE = 4_000
LONGEST_MARKS = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Declarations:
    """Hold what a page declares.

    Attributes:
        metas: Contents of the meta tags by their name in lower case, ``og:`` and others.
        properties: Texts of the elements by their ``itemprop`` in lower case.
        nodes: Objects of JSON-LD.
        article: The object that describes the article; empty when there is none.
        title_tag: Text of the title of the window.
        headlines: Texts of the main headings, in order.
        breadcrumb: Names on the way from the home page.
        language: Language that the page declares, as it does.
    """

    metas: Mapping[str, Sequence[str]]
    properties: Mapping[str, Sequence[str]]
    nodes: Sequence[Node]
    article: Node
    title_tag: str
    headlines: Sequence[str]
    breadcrumb: Sequence[str]
    language: str

    def first(self, *names: str) -> str:
        """Give the first content of the first of these meta tags that has one; an empty text when none has."""
        return next((value for name in names for value in self.metas.get(name, ())), "")

    def stated(self, *names: str) -> list[str]:
        """Give the texts of the first of these properties of the article that JSON-LD or an element states."""
        by_script = (texts_of(self.article.get(name)) for name in names)
        by_element = (list(self.properties.get(name.lower(), ())) for name in names)
        return next((texts for texts in (*by_script, *by_element) if texts), [])


def gather_declarations(tree: Any) -> Declarations:  # lxml ships no types
    """Gather what a page declares, before anything is taken out of it."""
    nodes, title_tag = read_nodes(tree), next(map(text_within, tree.iter("title")), "")
    headlines = [text for heading in tree.iter("h1") if (text := text_within(heading))]
    headlines = headlines[:MOST_VALUES] or _printed_title(tree, title_tag)
    return Declarations(
        metas=_metas_of(tree),
        properties=_properties_of(tree),
        nodes=nodes,
        article=find_article(nodes, titles=[*headlines, title_tag]),
        title_tag=title_tag,
        headlines=headlines,
        breadcrumb=read_breadcrumb(nodes) or _printed_breadcrumb(tree),
        language=tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or tree.get("xml:lang")
        or "",
    )


def _printed_title(tree: Any, window: str) -> list[str]:
    """Find the part of the window's title that an old page prints as its title, without calling it a heading."""
    parts = {letters_of(part): part for part in split_title(window) if _may_be_title(part)}
    texts = (
        element.text or ""
        for element in islice(tree.iter("h2", "h3", "b", "font", "td", "div", "span", "p"), MOST_ELEMENTS)
    )
    printed = (parts.get(letters_of(text)) for text in texts if 0 < len(text) <= LONGEST_VALUE)
    return [title for title in printed if title is not None][:1] or _largest_print(tree)


def _largest_print(tree: Any) -> list[str]:
    """Find what a page from before style sheets prints in the largest letters."""
    fonts = [(size, font) for font in islice(tree.iter("font"), MOST_ELEMENTS) if (size := _size_of(font)) is not None]
    largest = max((size for size, _ in fonts), default=0)
    texts = (text_within(font) for size, font in fonts if size == largest >= SMALLEST_TITLE)
    titles = (text for text in islice(texts, MOST_TITLES) if len(text) <= LONGEST_TITLE and _may_be_title(text))
    return list(islice(titles, 1))


def _size_of(font: Any) -> int | None:
    stated = (font.get("size") or "").strip()
    if not stated.removeprefix("+").isdecimal() or len(stated) > LONGEST_SIZE:
        return None
    return int(stated) + (USUAL_SIZE if stated.startswith("+") else 0)


def _may_be_title(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS and read_publication(text) is None


def _metas_of(tree: Any) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "")[:LONGEST_VALUE].split())
        names = {meta.get("property"), meta.get("name"), meta.get("itemprop"), meta.get("http-equiv")} - {None, ""}
        for name in names if content else ():
            values = metas.setdefault(name.lower(), [])
            if len(values) < MOST_VALUES:
                values.append(content)
    return metas


def _properties_of(tree: Any) -> dict[str, list[str]]:
    properties: dict[str, list[str]] = {}
    for element in tree.iterfind(".//*[@itemprop]"):
        name = element.get("itemprop").lower()
        values = properties.setdefault(name, [])
        if element.tag != "meta" and name != "articlebody" and len(values) < MOST_VALUES:
            text = element.get("datetime") or element.get("content") or text_within(element)
            values += [text[:LONGEST_VALUE]] if text else []
    return properties


def _printed_breadcrumb(tree: Any) -> list[str]:
    for element in tree.iterfind(".//*[@class]"):
        marks = element.get("class")[:LONGEST_MARKS].lower()
        if "breadcrumb" in marks or "fil-ariane" in marks or "filariane" in marks or "fil_ariane" in marks:
            names = [text for link in element.iter("a") if (text := text_within(link))]
            if names:
                return names[:MOST_VALUES]
    return []

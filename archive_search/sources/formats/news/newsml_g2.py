"""Read NewsML-G2: items alone or in messages, with their text inside, and packages that only list items.

>>> from archive_search.sources.formats.news.newsml_g2 import draft_of_news_item
>>> from archive_search.sources.xml.documents import parse_xml
>>> item = parse_xml(b'''<newsItem><contentMeta><headline>La paix</headline></contentMeta>
...     <contentSet><inlineData>Elle est conclue.</inlineData></contentSet></newsItem>''')
>>> [(passage.kind.value, passage.text) for passage in draft_of_news_item(item).passages]
[('body', 'Elle est conclue.')]
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.drafts import complete_draft
from archive_search.sources.formats.news.g2_meta import described_passages, draft_of_header, draft_of_meta, summaries
from archive_search.sources.formats.news.g2_packages import drafts_of_package
from archive_search.sources.formats.news.inline_content import draft_of_content
from archive_search.sources.formats.news.items import PICTURES, FoundItem, read_items, skip
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, attribute, child, children, local_name

PACKAGE = "liste de dépêches (packageItem) sans texte"
_WITHOUT_ARTICLE = {
    "conceptItem": "vocabulaire newsml-g2",
    "knowledgeItem": "vocabulaire newsml-g2",
    "planningItem": "prévisions newsml-g2",
}
_NAMES = ["header", "newsItem", "packageItem", "contentSet", *_WITHOUT_ARTICLE]
_NO_TEXT = re.compile(r"base\s?64|binary", re.IGNORECASE)
_PICTURE = re.compile(r"picture|photo|graphic|video|audio|image", re.IGNORECASE)


def read_newsml_g2(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a file of NewsML-G2."""
    yield from read_items(stream, reading, names=_NAMES, read_item=_ItemReader().read)


def draft_of_news_item(item: Element) -> Draft:
    """Give the article of an item; without passages when it holds none."""
    meta, content = draft_of_meta(item), _content(child(item, "contentSet"))
    if not content.passages:
        described = described_passages(item)
        # A second title says nothing of an article that is not there.
        return complete_draft(replace(meta, passages=described), by=replace(content, passages=()))
    meta = replace(meta, passages=[*meta.passages, *summaries(item)])
    return complete_draft(meta, by=content)


class _ItemReader:
    """Remember what the header of a message states, and that a message with packages holds their items too."""

    def __init__(self) -> None:
        self._header = Draft(passages=())
        self._is_message = False

    def read(self, element: Element) -> Iterator[FoundItem]:
        name = local_name(element)
        if name == "header":
            self._header, self._is_message = draft_of_header(element), True
        elif name in _WITHOUT_ARTICLE:
            yield skip(_WITHOUT_ARTICLE[name])
        elif name == "packageItem":
            yield from self._read_package(element)
        else:
            draft = draft_of_news_item(element) if name == "newsItem" else _content(element)
            is_left = not draft.passages and _is_picture(element)
            yield skip(PICTURES) if is_left else complete_draft(draft, by=self._header)

    def _read_package(self, package: Element) -> Iterator[FoundItem]:
        drafts = [] if self._is_message else list(drafts_of_package(package))
        yield from drafts
        if not drafts:
            yield skip(PACKAGE)


def _content(content_set: Element | None) -> Draft:
    """Give the first setting of the text: others say the same for other programs."""
    title = None
    holders = children(content_set, "inlineXML", "inlineData")
    for holder in sorted(holders, key=lambda holder: local_name(holder) != "inlineXML"):
        if _NO_TEXT.search(holder.get("encoding") or "") is None:
            draft = draft_of_content(holder)
            if draft.passages:
                return draft
            title = title or draft.title
    return Draft(title=title, passages=())


def _is_picture(item: Element) -> bool:
    item_class = attribute(child(item, "itemMeta", "itemClass"), "qcode")
    return item_class is not None and _PICTURE.search(item_class) is not None

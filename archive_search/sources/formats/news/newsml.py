"""Read NewsML 1.0 to 1.2, in which agencies send dispatches, their versions, and the pictures that go with them.

>>> import io
>>> from archive_search.sources.formats.news.newsml import drafts_of_item
>>> from archive_search.sources.xml.documents import parse_xml
>>> item = parse_xml(b'''<NewsItem><NewsComponent><NewsLines><HeadLine>La paix</HeadLine></NewsLines>
...     <ContentItem><DataContent><p>Elle est conclue.</p></DataContent></ContentItem></NewsComponent></NewsItem>''')
>>> [(draft.title, draft.passages[0].text) for draft in drafts_of_item(item)]
[('La paix', 'Elle est conclue.')]
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from archive_search.records import Kind
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.drafts import complete_draft
from archive_search.sources.formats.news.items import PICTURES, FoundItem, read_items, skip
from archive_search.sources.formats.news.newsml_lines import draft_of_envelope, draft_of_item, draft_of_lines
from archive_search.sources.formats.news.newsml_stories import Story, find_stories
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, children, local_name

_NO_ENVELOPE = Draft(passages=())


def read_newsml(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a file of NewsML 1."""
    yield from read_items(stream, reading, names=["NewsEnvelope", "NewsItem"], read_item=_ItemReader().read)


def drafts_of_item(item: Element) -> Iterator[FoundItem]:
    """Give the articles of an item, or why it has none."""
    stated = draft_of_item(item)
    stories = [story for component in children(item, "NewsComponent") for story in find_stories(component)]
    for number, story in enumerate(stories, 1):
        draft = _draft_of_story(story, stated)
        if story.has_pictures and not story.known:
            yield skip(PICTURES)
        else:
            # An item in two languages has one identifier for both.
            yield draft if number == 1 or draft.id is None else replace(draft, id=f"{draft.id}#{number}")


class _ItemReader:
    """Remember what the envelope states, which comes before the items of its file."""

    def __init__(self) -> None:
        self._envelope = _NO_ENVELOPE

    def read(self, element: Element) -> Iterator[FoundItem]:
        if local_name(element) == "NewsEnvelope":
            self._envelope = draft_of_envelope(element)
            return
        for item in element.iter("{*}NewsItem"):
            for found in drafts_of_item(item):
                yield complete_draft(found, by=self._envelope) if isinstance(found, Draft) else found


def _draft_of_story(story: Story, item: Draft) -> Draft:
    captions = story.captions
    if not story.passages:
        # Of a picture alone the caption is all the text there is.
        captions = [replace(caption, kind=Kind.BODY) for caption in captions]
    lines = draft_of_lines(story.components)
    draft = complete_draft(lines, by=replace(story.stated, passages=[*story.passages, *captions]))
    draft = replace(draft, id=item.id or draft.id, identifiers=[*item.identifiers, *draft.identifiers])
    if item.date is not None:
        # The moment of this version: a document inside may keep that of the first.
        draft = replace(draft, date=item.date, time=item.time)
    return complete_draft(draft, by=item)

"""Find the articles in the components of a NewsML item: a text and its parts, other languages, sidebars, pictures.

>>> from archive_search.sources.formats.news.newsml_stories import find_stories
>>> from archive_search.sources.xml.documents import parse_xml
>>> item = b"<ContentItem><DataContent>Il a plu.</DataContent></ContentItem>"
>>> component = parse_xml(b"<NewsComponent>" + item + b"</NewsComponent>")
>>> [[passage.text for passage in story.passages] for story in find_stories(component)]
[['Il a plu.']]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from archive_search.records import Kind
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.drafts import complete_draft
from archive_search.sources.formats.news.inline_content import draft_of_content
from archive_search.sources.letters import letters_of
from archive_search.sources.passages.passage import Passage
from archive_search.sources.xml.documents import Element, attribute, child, children, text_of

_TITLE = re.compile(r"title|titre|head\s?line", re.IGNORECASE)
_LEAD = re.compile(r"lead|abstract|summary|standfirst|chap[oô]|r[ée]sum[ée]|intro", re.IGNORECASE)
_PICTURE = re.compile(
    r"photo|picture|image|graphi|caption|l[ée]gende|thumbnail|preview|quick\s?look|video|audio|icon|logo|animation",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(r"base\s?64|uuencode|binary", re.IGNORECASE)

# A caption is a few sentences; a component with more than that and a picture is an article with its picture.
LONGEST_CAPTION = 1200


@dataclass(slots=True)
class Story:
    """Hold what components say of one article.

    Attributes:
        components: The component that holds its text and those around it, the innermost first.
        passages: Its text.
        captions: Texts that go with pictures.
        stated: What the documents inside state of it.
        has_pictures: Whether pictures, sounds or the like belong to it.
        known: Letters of the texts taken, so that another setting of one is not taken again.
    """

    components: list[Element]
    passages: list[Passage] = field(default_factory=list)
    captions: list[Passage] = field(default_factory=list)
    stated: Draft = field(default_factory=lambda: Draft(passages=()))
    has_pictures: bool = False
    known: set[str] = field(default_factory=set)


def find_stories(component: Element) -> list[Story]:
    """Give the articles of the outermost component of an item, in order; at least one, maybe without text.

    Pictures go with the article that they stand in.
    """
    stories = [Story(components=[component])]
    _gather([component], stories[0], stories, in_picture=_is_picture(component))
    return list(_without_doubles(stories)) or stories[:1]


def _gather(components: list[Element], story: Story, stories: list[Story], *, in_picture: bool) -> None:
    _take_contents(components, story, in_picture=in_picture)
    for inner in _chosen(components[0]):
        chain = [inner, *components]
        has_title = bool(text_of(child(inner, "NewsLines", "HeadLine")))
        is_picture = in_picture or _is_picture(inner) or (has_title and _shows_pictures_below(inner))
        if has_title and not is_picture:
            stories.append(Story(components=chain))
            _gather(chain, stories[-1], stories, in_picture=False)
        else:
            _gather(chain, story, stories, in_picture=is_picture)


def _chosen(component: Element) -> Iterator[Element]:
    """Give the components inside another one; of a list of equivalents, one for each language."""
    inner = children(component, "NewsComponent")
    if component.get("EquivalentsList") != "yes":
        yield from inner
        return
    languages: set[str | None] = set()
    for equivalent in inner:
        language = attribute(equivalent, "lang")
        if language not in languages and next(equivalent.iter("{*}DataContent"), None) is not None:
            languages.add(language)
            yield equivalent


def _is_picture(component: Element) -> bool:
    """Tell whether a component says that it is a picture, or holds one itself."""
    return _PICTURE.search(_role(component)) is not None or _is_short_with_picture([component])


def _shows_pictures_below(component: Element) -> bool:
    return _is_short_with_picture([component, *children(component, "NewsComponent")])


def _is_short_with_picture(components: list[Element]) -> bool:
    items = [item for component in components for item in children(component, "ContentItem")]
    if not any(map(_shows_picture, items)):
        return False
    return sum(len(text_of(child(item, "DataContent"))) for item in items) <= LONGEST_CAPTION


def _role(component: Element) -> str:
    return _formal_name(component, "Role")


def _shows_picture(item: Element) -> bool:
    stated = " ".join(_formal_name(item, name) for name in ("MediaType", "Format", "MimeType"))
    return _PICTURE.search(stated) is not None


def _formal_name(element: Element, name: str) -> str:
    return attribute(child(element, name), "FormalName") or ""


def _take_contents(components: list[Element], story: Story, *, in_picture: bool) -> None:
    for item in children(components[0], "ContentItem"):
        if _shows_picture(item):
            story.has_pictures = True
            continue
        for holder in _text_holders(item):
            draft = draft_of_content(holder)
            letters = letters_of(" ".join(passage.text for passage in draft.passages))
            if not letters or letters in story.known:
                continue
            story.known.add(letters)
            if in_picture:
                story.captions += _of_kind(draft, Kind.CAPTION)
            else:
                _take_text(draft, components, story)


def _text_holders(item: Element) -> Iterator[Element]:
    yield from children(item, "DataContent")
    for encoding in children(item, "Encoding"):
        if _NO_TEXT.search(encoding.get("Notation") or "") is None:
            yield from children(encoding, "DataContent")


def _take_text(draft: Draft, components: list[Element], story: Story) -> None:
    role = _role(components[0])
    if _TITLE.search(role):
        draft = Draft(title=" ".join(passage.text for passage in draft.passages), passages=())
    elif _LEAD.search(role):
        draft = Draft(passages=_of_kind(draft, Kind.LEAD))
    elif all(passage.kind is Kind.LEAD for passage in story.passages):
        # The component that holds the text knows best what it is about.
        story.components = components
    story.passages += draft.passages
    story.stated = complete_draft(story.stated, by=replace(draft, passages=()))


def _of_kind(draft: Draft, kind: Kind) -> list[Passage]:
    return [replace(passage, kind=kind) for passage in draft.passages]


def _without_doubles(stories: list[Story]) -> Iterator[Story]:
    seen: set[frozenset[str]] = set()
    for story in stories:
        texts = frozenset(story.known)
        if texts and texts not in seen:
            seen.add(texts)
            yield story

"""Make the draft of an article of an entry, as feedparser gives it.

>>> from archive_search.sources.formats.feeds.drafts import draft_entry
>>> entry = {"title": "La paix", "summary": "Elle est signée.", "published": "Tue, 03 Mar 2015 07:19:00 +0100"}
>>> draft = draft_entry(entry, feed={"title": "Le Courrier - Monde"}, captions=[])
>>> draft.title, str(draft.date), draft.time, draft.source
('La paix', '2015-03-03', '07:19', 'Le Courrier')
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from archive_search.records import Kind
from archive_search.sources.characters import clean_characters
from archive_search.sources.days.printed_days import PrintedDay, read_printed_day
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.feeds.entry_text import choose_text
from archive_search.sources.formats.feeds.sites import site_name
from archive_search.sources.html.fragments import passages_of_html, text_of_html
from archive_search.sources.passages.passage import Passage
from archive_search.sources.passages.text_splitting import split_passages
from archive_search.sources.signatures.agencies import find_agency
from archive_search.sources.signatures.bylines import split_authors

Properties: TypeAlias = Mapping[str, Any]
"""A dictionary of feedparser, which ships no types."""

# Dates of publication come first: an update is the date of an entry that states no other.
_DATES = ("published", "created", "updated")
_URI = re.compile(r"[a-z][a-z0-9+.-]{1,20}:\S+", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"[(<\[]?[^\s()<>]{1,100}@[^\s()<>]{1,250}[)>\]]?")
_SCHEME_OF_PICTURES = "search.yahoo.com/mrss"


def draft_entry(entry: Properties, *, feed: Properties, captions: Sequence[str]) -> Draft:
    """Gather what an entry states.

    Args:
        entry: The entry.
        feed: What its feed states of itself; its authors are those of the entries that name none.
        captions: Captions and credits of its pictures.
    """
    title, link = _title(entry), _link(entry)
    names, source = _author_names(entry, feed), _source(entry, feed, link=link)
    keywords, day = _keywords(entry), _day(entry)
    name = _text(entry, "id")
    is_address = _URI.fullmatch(name) is not None
    return Draft(
        passages=_passages(entry, title=title, source=source or "", captions=captions),
        id=name if is_address else None,
        title=title or None,
        date=day.date if day is not None else None,
        time=day.time if day is not None else None,
        source=source,
        agency=find_agency(" ; ".join([*names, source or ""])),
        section=keywords[0] if len(keywords) == 1 else None,
        authors=_authors(names, source=source),
        language=_text(entry, "language") or _text(entry, "title_detail", "language") or _text(feed, "language"),
        url=link,
        rights=text_of_html(_text(entry, "rights") or _text(feed, "rights")) or None,
        keywords=keywords if len(keywords) > 1 else (),
        identifiers=[text for text in ("" if is_address else name, _text(entry, "dc_identifier")) if text],
    )


def _text(properties: Properties, *keys: str) -> str:
    """Give a text by the keys that lead to it, or nothing."""
    value: Any = properties
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value.strip() if isinstance(value, str) else ""


def _title(entry: Properties) -> str:
    """Give the title, without the publication that those who gather many write after it."""
    return text_of_html(_text(entry, "title")).removesuffix(f" - {_text(entry, 'source', 'title')}")


def _passages(entry: Properties, *, title: str, source: str, captions: Sequence[str]) -> list[Passage]:
    contents = [_passages_of(content) for content in entry.get("content") or ()]
    summary = entry.get("summary_detail") or {"value": _text(entry, "summary")}
    text = choose_text([*contents, _passages_of(summary)], title=title, source=source)
    if not text:
        # A film or a gallery says what it is in its caption only.
        return [Passage(text=caption) for caption in captions]
    return [*text, *(Passage(text=caption, kind=Kind.CAPTION) for caption in captions)]


def _passages_of(content: Properties) -> list[Passage]:
    value = _text(content, "value")
    is_plain = _text(content, "type") == "text/plain"
    return split_passages(clean_characters(value)) if is_plain else passages_of_html(value)


def _link(entry: Properties) -> str | None:
    # Services that count readers put an address of theirs in the place of the article's.
    link = _text(entry, "feedburner_origlink") or _text(entry, "link")
    return link if _URI.fullmatch(link) else None


def _day(entry: Properties) -> PrintedDay | None:
    # Asked with `in`: feedparser gives the day of publication, with a warning, where there is no update.
    stated = (read_printed_day(_text(entry, name)) for name in _DATES if name in entry)
    return next((day for day in stated if day is not None), None)


def _source(entry: Properties, feed: Properties, *, link: str | None) -> str | None:
    publishers = [_text(entry, "source", "title"), _text(entry, "publisher")]
    stated = next((name for name in publishers if name and "@" not in name), None)
    if stated is not None:
        return site_name(stated, _text(entry, "source", "href") or link)
    return site_name(text_of_html(_text(feed, "title")), _text(feed, "link") or link)


def _author_names(entry: Properties, feed: Properties) -> list[str]:
    people = entry.get("authors") or feed.get("authors") or ()
    names = [_MAIL_ADDRESS.sub(" ", _text(person, "name")).strip() for person in people]
    return [text for name in names if (text := text_of_html(name))]


def _authors(names: Sequence[str], *, source: str | None) -> tuple[str, ...]:
    # Unsigned articles are often signed by the site itself.
    site = (source or "").casefold()
    return tuple(author for name in names for author in split_authors(name) if author.casefold() not in site)


def _keywords(entry: Properties) -> list[str]:
    tags = (tag for tag in entry.get("tags") or () if _SCHEME_OF_PICTURES not in _text(tag, "scheme"))
    terms = (text_of_html(_text(tag, "label") or _text(tag, "term")) for tag in tags)
    return list(dict.fromkeys(term for term in terms if term))

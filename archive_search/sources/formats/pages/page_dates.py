"""Find the day on which a page was published: what it declares, else what its address or its text tell.

>>> from archive_search.sources.formats.pages.page_dates import PageDate, choose_moment
>>> choose_moment(["2015-03-03T06:19:00Z", "2015-03-03T07:19:00+01:00"])
PageDate(date=datetime.date(2015, 3, 3), time='07:19', reason=None)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from itertools import islice
from typing import Any

from archive_search.sources.days.dates import read_date
from archive_search.sources.days.printed_days import read_printed_day
from archive_search.sources.days.publication import LONGEST_LINE, find_publication, read_publication
from archive_search.sources.formats.pages.declarations import Declarations
from archive_search.sources.formats.pages.element_text import text_within
from archive_search.sources.formats.pages.linked_data import texts_of
from archive_search.sources.formats.pages.title_parts import split_title
from archive_search.sources.letters import letters_of

IN_ADDRESS = "date lue dans l'adresse de la page"
IN_TEXT = "date trouvée dans le texte de la page, qui n'en déclare aucune"
LONGEST_MOMENT = 80
LONGEST_ADDRESS = 2_000
MOST_TIMES = 500
MOST_NEAR_TITLE = 150
_DIGIT = re.compile(r"\d")
_UNIVERSAL = re.compile(r"(?:Z|[+-]00:?00|GMT|UTC)\s*$")
_PUBLISHED = re.compile(r"\W{0,4}(?:publi|paru|mis en ligne|post[ée]|créé|le \d)", re.IGNORECASE)
_CHANGED = re.compile(r"mis à jour|modifi|actualis|updated", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LAST_YEAR_IN_ADDRESS = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)")

# Meta tags that state the day of publication, the most exact first.
_META_NAMES = """
    article:published_time og:article:published_time article:published datepublished date_published publishdate
    publish-date publish_date publication_date publication-date sailthru.date parsely-pub-date
    cxenseparse:recs:publishtime pubdate dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date
    dcterms.date og:pubdate og:published_time og:publish_date article:created datecreated date.created
    datearticle date revision_date
"""
_METAS = tuple(_META_NAMES.split())


@dataclass(frozen=True, kw_only=True, slots=True)
class PageDate:
    """Hold a day of publication: the time that is stated with it, and why it was deduced where it was."""

    date: Date
    time: str | None = None
    reason: str | None = None


def find_page_date(
    tree: Any, declared: Declarations, *, title: str | None, url: str | None, not_after: Date | None
) -> PageDate | None:  # lxml ships no types
    """Find the day on which a page was published.

    Args:
        tree: The page, whole.
        declared: What it declares.
        title: Title of its article.
        url: Its address, when known.
        not_after: Day on which its file existed already, which bounds what is deduced.
    """
    printed = [*_printed(tree), *_publication_lines(tree, title=title), *_window_days(declared.title_tag)]
    stated = choose_moment([*_declared(declared), *printed])
    if stated is not None:
        return stated
    guessed = _in_address(url or "") or _in_text(tree, url=url)
    is_possible = guessed is not None and (not_after is None or guessed.date <= not_after)
    return guessed if is_possible else None


def choose_moment(moments: Sequence[str]) -> PageDate | None:
    """Give the day of the first of these moments that has one, and its time as the local clock showed it."""
    days = [(moment, day) for moment in moments if (day := read_printed_day(moment)) is not None]
    if not days:
        return None
    date = days[0][1].date
    timed = [(moment, day.time) for moment, day in days if day.date == date and day.time is not None]
    local = [time for moment, time in timed if _UNIVERSAL.search(moment) is None]
    return PageDate(date=date, time=next(iter(local or [time for _, time in timed]), None))


def _declared(declared: Declarations) -> Iterator[str]:
    article = declared.article
    candidates = [*texts_of(article.get("datePublished")), *(declared.metas.get(_METAS[0], ()))]
    candidates += declared.properties.get("datepublished", ())
    candidates += [value for name in _METAS for value in declared.metas.get(name, ())]
    candidates += [*texts_of(article.get("dateCreated")), *declared.properties.get("datecreated", ())]
    for value in candidates:
        yield value[:LONGEST_MOMENT]


def _printed(tree: Any) -> Iterator[str]:
    """Give the moments marked up in the text: those said to be of publication, then the one after the title."""
    has_title, after_title = False, []
    for count, element in enumerate(tree.iter("h1", "time")):
        if count > MOST_TIMES:
            break
        has_title |= element.tag == "h1"
        moment = _moment_of(element) if element.tag == "time" else ""
        around = text_within(element.getparent())[:LONGEST_MOMENT] if moment else ""
        if not moment or _CHANGED.match(around):
            continue
        if element.get("pubdate") is not None or _PUBLISHED.match(around):
            yield moment
        elif has_title:
            after_title.append(moment)
    yield from after_title[:1]


def _publication_lines(tree: Any, *, title: str | None) -> Iterator[str]:
    """Give the lines near the title that say when the page was published, such as « Publié le 3 mars 2015 à 18h36 »."""
    has_title, near, wanted = False, 0, letters_of(title or "-")
    for element in tree.iter():
        text = element.text or ""
        has_title |= element.tag == "h1" or (len(text) < LONGEST_LINE and letters_of(text) == wanted)
        near += has_title
        if near > MOST_NEAR_TITLE:
            return
        line = (
            text_within(element)[:LONGEST_LINE]
            if has_title and len(text) < LONGEST_LINE and _DIGIT.search(text)
            else ""
        )
        publication = find_publication(line) if line else None
        if publication is not None and publication.date is not None and _CHANGED.match(line) is None:
            yield line


def _window_days(window: str) -> Iterator[str]:
    """Give the parts of a window's title that are days: those of editions, in old archives of newspapers."""
    for part in split_title(window):
        publication = read_publication(part)
        if publication is not None and publication.date is not None:
            yield part


def _moment_of(element: Any) -> str:
    stated, shown = element.get("datetime") or "", text_within(element)[:LONGEST_MOMENT]
    return stated if read_date(stated) is not None else shown


def _in_address(url: str) -> PageDate | None:
    url = url[:LONGEST_ADDRESS]
    found = _IN_ADDRESS.search(url)
    last = _LAST_YEAR_IN_ADDRESS.search(url) if found is None else None
    written = "-".join(found.groups()) if found else "-".join(reversed(last.groups())) if last else ""
    date = read_date(written)
    return PageDate(date=date, reason=IN_ADDRESS) if date is not None else None


def _in_text(tree: Any, *, url: str | None) -> PageDate | None:
    openings = (text for element in tree.iter("p", "div", "span", "td") if _PUBLISHED.match(text := element.text or ""))
    stated = (read_date(text[:LONGEST_LINE]) for text in islice(openings, MOST_NEAR_TITLE))
    opening = next((date for date in stated if date is not None), None)
    if opening is not None:
        return PageDate(date=opening, reason=IN_TEXT)
    # Loading it takes longer than reading a page that declares its day.
    from htmldate import find_date

    date = read_date(find_date(tree, original_date=True, url=url, extensive_search=False) or "")
    return PageDate(date=date, reason=IN_TEXT) if date is not None else None

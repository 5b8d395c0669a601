"""Put together what the envelope of an article and its text say of it, each in its own format.

>>> from archive_search.sources.drafts import Draft
>>> from archive_search.sources.formats.news.drafts import complete_draft
>>> complete_draft(Draft(title="La paix", passages=[]), by=Draft(title="Paix", language="fr", passages=[])).language
'fr'
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from html import unescape

from archive_search.records import Kind
from archive_search.sources.drafts import Draft
from archive_search.sources.letters import letters_of
from archive_search.sources.passages.passage import Passage

# "INDIA SUCESOS", "Politique - Élections" file an article; a standfirst has a few words, or ends like a sentence.
FEWEST_WORDS = 5
_MARK_LEFT = re.compile(r"&(?:#\d{2,5}|#x[0-9a-f]{2,4}|[a-z]{2,8});", re.IGNORECASE)

# Agencies set off the titles of sections in the text itself.
_SET_OFF = re.compile(r"[-–—]\s+(?P<title>\S.{1,88}\S)\s+[-–—]")

# Enough letters to tell a repetition, and a dateline that may stand before it.
LETTERS_COMPARED = 60
LETTERS_OF_DATELINE = 80


def is_standfirst(text: str) -> bool:
    """Tell whether a second title says something, rather than being a label for editors."""
    if text.rstrip().endswith((".", "!", "?", "…", "»")):
        return True
    return len(text.split()) >= FEWEST_WORDS and not text.isupper()


def standfirst_passages(texts: Iterable[str]) -> list[Passage]:
    """Make a standfirst of each text that is one."""
    return [Passage(text=text, kind=Kind.LEAD) for text in texts if is_standfirst(text)]


def complete_draft(draft: Draft, *, by: Draft) -> Draft:
    """Fill what a draft does not state with what another one of the same article does; passages are joined."""
    missing = {field.name: getattr(by, field.name) for field in fields(Draft) if not getattr(draft, field.name)}
    if draft.date is not None:
        missing.pop("time", None)
    return replace(draft, **missing | {"passages": [*draft.passages, *by.passages]})


def tidy_draft(draft: Draft) -> Draft:
    """Read references that were escaped twice and titles set off in the text; drop standfirsts that repeat it."""
    title = unescape_left(draft.title) if draft.title else None
    passages = [_tidy_passage(passage) for passage in draft.passages]
    return replace(draft, title=title, passages=list(_without_repeated(passages)))


def unescape_left(text: str) -> str:
    """Read the references that are left in a text, such as ``&quot;``."""
    return unescape(text) if _MARK_LEFT.search(text) is not None else text


def _tidy_passage(passage: Passage) -> Passage:
    text = unescape_left(passage.text) if "&" in passage.text else passage.text
    heading = _SET_OFF.fullmatch(" ".join(text.split())) if text.rstrip().endswith(("-", "–", "—")) else None
    if heading is not None and passage.kind is Kind.BODY:
        return Passage(text=heading["title"], kind=Kind.HEADING)
    return passage if text == passage.text else replace(passage, text=text)


def _without_repeated(passages: Sequence[Passage]) -> Iterator[Passage]:
    opening = _opening_letters(passages)
    seen: set[str] = set()
    for passage in passages:
        is_above = passage.kind in (Kind.LEAD, Kind.HEADING)
        letters = letters_of(passage.text) if is_above else ""
        if letters and (letters in seen or _is_repeated(passage, letters, opening)):
            continue
        if passage.kind is Kind.LEAD:
            seen.add(letters)
        yield passage


def _opening_letters(passages: Sequence[Passage]) -> str:
    bodies = [passage.text for passage in passages if passage.kind is Kind.BODY]
    return letters_of(" ".join(bodies[:5])[: 10 * LETTERS_COMPARED])


def _is_repeated(passage: Passage, letters: str, opening: str) -> bool:
    if passage.kind is not Kind.LEAD:
        return False
    return letters[:LETTERS_COMPARED] in opening[: LETTERS_COMPARED + LETTERS_OF_DATELINE]

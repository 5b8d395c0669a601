"""Find the article of a page that was parsed: what stands around it, where its text is, whether there is one.

>>> from lxml.html import document_fromstring
>>> from archive_search.sources.formats.pages.article import find_passages
>>> from archive_search.sources.formats.pages.facts import settle_facts
>>> page = document_fromstring("<h1>La paix</h1>" + "<p>Les deux camps ont signé la paix.</p>" * 5)
>>> len(find_passages(page, settle_facts(page, url=None, not_after=None)))
5
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from archive_search.records import Kind
from archive_search.sources.formats.pages.article_passages import choose_passages, densest_run, is_prose, plain_passages
from archive_search.sources.formats.pages.blocks import Block, cut_blocks
from archive_search.sources.formats.pages.facts import Facts
from archive_search.sources.formats.pages.noise import drop_noise
from archive_search.sources.letters import letters_of
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.person_names import is_person_name

# trafilatura's time grows with the square of the number of elements; an article has a few thousand.
MOST_ELEMENTS = 8_000
LEAST_SHARE_SHOWN = 0.5
SHORTEST_TEXT = 100
SHORTEST_ARTICLE = 140
SHORTEST_PARAGRAPH = 200
FEWEST_HEADLINES = 6
NEAR_THE_END = 3


def find_passages(tree: Any, facts: Facts) -> list[Passage]:  # lxml ships no types
    """Give the passages of the article of a page, its title left out; none when it has no article.

    Args:
        tree: The page; it is taken apart.
        facts: What is known of its article.
    """
    drop_noise(tree)
    blocks = cut_blocks(tree)
    if not facts.says_article and _is_list_of_headlines(blocks):
        return []
    found = _located(tree) or densest_run(blocks)
    passages = choose_passages(blocks, found=[*found, facts.text], title=facts.title, standfirst=facts.standfirst)
    if len(facts.text) >= SHORTEST_TEXT and _share_shown(passages, facts.text) < LEAST_SHARE_SHOWN:
        passages = plain_passages(facts.text)
    return _mark_signature(passages) if _is_article(passages, facts) else []


def _mark_signature(passages: list[Passage]) -> list[Passage]:
    """Give its kind to a name that stands alone under the text."""
    bodies = [place for place, passage in enumerate(passages) if passage.is_body]
    names = [place for place in bodies[-NEAR_THE_END:] if is_person_name(passages[place].text)]
    return [replace(passage, kind=Kind.BYLINE) if place in names else passage for place, passage in enumerate(passages)]


def _located(tree: Any) -> list[str]:
    """Give the texts that trafilatura takes for the article; none when the page is too large for it."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return []
    # Importing them takes longer than starting the command.
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, include_comments=False)
    # What a broken page can raise inside trafilatura, which promises nothing.
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError):
        return []
    return _texts_of(document) if document is not None else []


def _texts_of(document: Any) -> list[str]:
    body = document.body
    for line_break in body.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    return [line for element in body for line in "".join(element.itertext()).split("\n") if line.strip()]


def _share_shown(passages: Sequence[Passage], text: str) -> float:
    return sum(len(letters_of(passage.text)) for passage in passages) / max(1, len(letters_of(text)))


def _is_article(passages: Sequence[Passage], facts: Facts) -> bool:
    lengths = [len(passage.text) for passage in passages if passage.kind in (Kind.BODY, Kind.LEAD)]
    return sum(lengths) >= (1 if facts.says_article else SHORTEST_ARTICLE)


def _is_list_of_headlines(blocks: Sequence[Block]) -> bool:
    """Tell whether a page leads to articles rather than holding one."""
    headlines = sum(block.is_linked and block.kind in (Kind.HEADING, Kind.TITLE) for block in blocks)
    paragraphs = sum(is_prose(block) and len(block.text) >= SHORTEST_PARAGRAPH for block in blocks)
    return headlines >= FEWEST_HEADLINES and headlines > paragraphs

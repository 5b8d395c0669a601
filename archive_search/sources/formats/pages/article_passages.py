"""Choose the blocks of a page that are its article, and turn them into passages.

What others found to be the article, trafilatura or the description in JSON-LD, tells where it is; the page tells what
stands between, and what each block is.

>>> from lxml.html import document_fromstring
>>> from archive_search.sources.formats.pages.blocks import cut_blocks
>>> from archive_search.sources.formats.pages.article_passages import choose_passages
>>> text = "Le conseil municipal a voté la rénovation du vieux port."
>>> page = document_fromstring(f"<p>Menu</p><h1>Le port</h1><figcaption>Un cargo</figcaption><p>{text}</p>")
>>> [passage.text[:10] for passage in choose_passages(cut_blocks(page), found=[text], title="Le port", standfirst="")]
['Un cargo', 'Le conseil']
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from archive_search.records import Kind
from archive_search.sources.days.publication import find_publication
from archive_search.sources.formats.pages.blocks import Block
from archive_search.sources.letters import letters_of
from archive_search.sources.passages.headings import is_heading_like, is_paragraph_like
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.bylines import read_byline
from archive_search.sources.signatures.person_names import is_person_name

WORDS_IN_A_ROW = 4
SHORTEST_PROSE = 40
SHORTEST_LOOSE_PROSE = 80
LONGEST_HEADING = 200
SHORTEST_STANDFIRST = 60
SHORTEST_LEAD = 20
SHORTEST_SAME = 30
SHORTEST_REPEATED = 60
FARTHEST_LEAD = 40
LINK_RULE = "lire-aussi"
LABEL_RULE = "navigation"
PUBLICATION_RULE = "publication"
RIGHTS_RULE = "droits"
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{2,100}", re.IGNORECASE)
LONGEST_OPENING = 400
LONGEST_LABEL = 25
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?:[^\W\d_]+\W{1,4}){3}")


def choose_passages(
    blocks: Sequence[Block], *, found: Iterable[str], title: str | None, standfirst: str
) -> list[Passage]:
    """Give the passages of an article, without its title.

    Args:
        blocks: Blocks of the page, what is known to be no part of the article left out.
        found: Texts that belong to the article.
        title: Its title.
        standfirst: Summary that the page declares; a block equal to it is the standfirst where it is printed.
    """
    known = _Known(found)
    kept = [known.holds(block.text) for block in blocks]
    places = [place for place, block in enumerate(blocks) if kept[place] and not _leads_away(block)]
    if not places:
        return []
    first, last = places[0], places[-1]
    opening = _place_of_title(blocks, title, before=first)
    leads = _leads(blocks[opening:first], standfirst) if opening is not None else set()
    chosen = [
        block
        for place, block in enumerate(blocks)
        if (kept[place] and first <= place <= last)
        or (opening is not None and place - opening in leads)
        or (first < place < last and _belongs(block))
        or _is_beside(blocks, place, first=first, last=last, opening=opening)
    ]
    return list(_passages_of(chosen, title=title, standfirst=standfirst))


def densest_run(blocks: Sequence[Block]) -> list[str]:
    """Give the texts of the blocks in a row that hold most prose for least of anything else, as articles do."""
    worths = [len(block.text) if is_prose(block) else -SHORTEST_LOOSE_PROSE for block in blocks]
    best, best_run, start, worth = 0, (0, 0), 0, 0
    for place, gain in enumerate(worths):
        if worth <= 0:
            start, worth = place, 0
        worth += gain
        if worth > best:
            best, best_run = worth, (start, place + 1)
    return [block.text for block in blocks[slice(*best_run)] if is_prose(block)]


def is_prose(block: Block) -> bool:
    """Tell whether a block is a paragraph of sentences rather than a label, a link or an item of a menu."""
    shortest = SHORTEST_PROSE if block.is_marked else SHORTEST_LOOSE_PROSE
    is_sentence = len(block.text) >= shortest and is_paragraph_like(block.text)
    return is_sentence and not block.is_linked and _SENTENCE.search(block.text[:LONGEST_OPENING]) is not None


class _Known:
    """Recognise what belongs to an article by runs of words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._runs: set[int] = set()
        self._whole: set[str] = set()
        for text in texts:
            self._whole.add(letters_of(text))
            self._runs.update(_runs(text))

    def holds(self, text: str) -> bool:
        runs = list(_runs(text))
        if not runs:
            return letters_of(text) in self._whole
        return sum(run in self._runs for run in runs) * 2 >= len(runs)


def _runs(text: str) -> Iterator[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    for start in range(len(words) - WORDS_IN_A_ROW + 1):
        yield hash(tuple(words[start : start + WORDS_IN_A_ROW]))


def _leads_away(block: Block) -> bool:
    """Tell whether a block is nothing but the title of another article, linked."""
    return block.linked * 10 >= len(block.text) * 9 and not block.text.endswith((".", "»", "…"))


def _place_of_title(blocks: Sequence[Block], title: str | None, *, before: int) -> int | None:
    wanted = letters_of(title or "")
    places = (place for place in range(min(before, len(blocks) - 1), -1, -1) if _is_title(blocks[place], wanted))
    return next(places, None)


def _is_title(block: Block, wanted: str) -> bool:
    return bool(wanted) and (block.kind is Kind.TITLE or not block.is_linked) and wanted == letters_of(block.text)


def _leads(blocks: Sequence[Block], standfirst: str) -> set[int]:
    """Number those of the blocks between the title and the text that are the standfirst."""
    near = list(enumerate(blocks[:FARTHEST_LEAD]))
    return {place for place, block in near if place and not block.is_linked and _is_standfirst(block, standfirst)}


def _is_standfirst(block: Block, standfirst: str) -> bool:
    if block.kind is Kind.HEADING:
        return len(block.text) >= SHORTEST_STANDFIRST or _says_same(block.text, standfirst)
    return (block.kind is Kind.LEAD and len(block.text) >= SHORTEST_LEAD) or _says_same(block.text, standfirst)


def _says_same(text: str, standfirst: str) -> bool:
    # A description is cut where search engines would cut it.
    text, standfirst = letters_of(text), letters_of(standfirst)
    return min(len(text), len(standfirst)) >= SHORTEST_SAME and (text in standfirst or standfirst in text)


def _belongs(block: Block) -> bool:
    is_bold_heading = block.is_bold and is_heading_like(block.text)
    if block.kind in (Kind.CAPTION, Kind.HEADING) or is_bold_heading:
        return not block.is_linked and len(block.text) <= LONGEST_HEADING * 2
    return is_prose(block)


def _is_beside(blocks: Sequence[Block], place: int, *, first: int, last: int, opening: int | None) -> bool:
    """Tell whether a block stands before or after the text found, in the same element as its end."""
    block = blocks[place]
    if opening is not None and opening < place < first:
        return block.kind is Kind.CAPTION or (block.place == blocks[first].place and is_prose(block))
    if place <= last or block.place != blocks[last].place:
        return False
    is_signature = place == last + 1 and (is_person_name(block.text) or read_byline(block.text) is not None)
    return is_signature or (block.is_marked and is_prose(block))


def _passages_of(blocks: Sequence[Block], *, title: str | None, standfirst: str) -> Iterator[Passage]:
    seen = {letters_of(title or "")}
    may_lead = _are_leads_short(blocks)
    has_body = False
    for block, has_text_after in zip(blocks, _has_text_after(blocks), strict=True):
        letters = letters_of(block.text)
        kind = _kind_of(block, may_lead=may_lead and not has_body, standfirst=standfirst)
        if letters in seen or (kind is Kind.HEADING and not has_text_after) or _is_title_again(block, kind, title):
            continue
        if len(letters) >= SHORTEST_REPEATED:
            seen.add(letters)
        rule = _rule_of(block, kind, has_body=has_body)
        has_body |= kind is Kind.BODY and is_prose(block)
        yield Passage(text=block.text, kind=kind, rule=rule)


def _is_title_again(block: Block, kind: Kind, title: str | None) -> bool:
    """Tell whether what calls itself a standfirst is the title again, with the name of its section."""
    letters, known = letters_of(block.text), letters_of(title or "")
    return kind is Kind.LEAD and 0 < len(known) >= len(letters) - LONGEST_LABEL and known in letters


def _are_leads_short(blocks: Sequence[Block]) -> bool:
    """Tell whether what calls itself a standfirst is one, rather than all of the article."""
    lead, body = (sum(len(block.text) for block in blocks if block.kind is kind) for kind in (Kind.LEAD, Kind.BODY))
    return lead <= body


def _rule_of(block: Block, kind: Kind, *, has_body: bool) -> str | None:
    """Name why a block that stands in the article is none of it, or give None."""
    if _leads_away(block):
        return LINK_RULE
    if _RIGHTS.fullmatch(block.text) is not None:
        return RIGHTS_RULE
    if kind is not Kind.BODY or has_body or is_paragraph_like(block.text) or read_byline(block.text) is not None:
        return None
    return LABEL_RULE if find_publication(block.text) is None else PUBLICATION_RULE


def _has_text_after(blocks: Sequence[Block]) -> list[bool]:
    """Tell of each block whether one of the text follows it: a heading above nothing announces something else."""
    last = max((place for place, block in enumerate(blocks) if block.kind in (Kind.BODY, Kind.LEAD)), default=-1)
    return [place < last for place in range(len(blocks))]


def _kind_of(block: Block, *, may_lead: bool, standfirst: str) -> Kind:
    if block.kind is Kind.TITLE:
        return Kind.HEADING
    if may_lead and block.kind is not Kind.CAPTION and _is_standfirst(block, standfirst):
        return Kind.LEAD
    if block.kind is Kind.LEAD:
        return Kind.BODY
    is_heading = block.kind is Kind.BODY and block.is_bold and is_heading_like(block.text)
    return Kind.HEADING if is_heading and not is_person_name(block.text) else block.kind


def plain_passages(text: str) -> list[Passage]:
    """Give the passages of a text that JSON-LD holds, where the page itself does not show it."""
    lines = re.split(r"\n+|</p>|<br\s*/?>", text)
    texts = (re.sub(r"<[^<>]{0,500}>", "", line).strip() for line in lines)
    return [Passage(text=line) for line in texts if line]

"""Make passages of the blocks of ALTO pages: a block is a paragraph, unless the end of a column cuts it in two.

>>> from archive_search.sources.formats.scans.alto_pages import Block
>>> from archive_search.sources.formats.scans.alto_passages import passages_of_blocks
>>> from archive_search.sources.formats.scans.alto_words import BlockWords
>>> cut = Block(words=BlockWords(text="Les cargos sont entrés au port, et les", lines=3), middle=900)
>>> [passage.text for passage in passages_of_blocks([cut, Block(words=BlockWords(text="quais sont pleins."), top=10)])]
['Les cargos sont entrés au port, et les quais sont pleins.']
"""

from collections.abc import Iterable, Sequence

from archive_search.records import Kind
from archive_search.sources.formats.scans.alto_pages import Block
from archive_search.sources.formats.scans.alto_words import join_words
from archive_search.sources.passages.junk import RUNNING_HEAD_RULE
from archive_search.sources.passages.passage import Passage

LONGEST_EDGE = 160

# A heading or the entry of a list has no more.
FEWEST_LINES_OF_TEXT = 3
_ENDS_OF_SENTENCES = (".", "!", "?", "…", ":", ";", "»", '"', "”", ")", "]", "*")


def passages_of_blocks(blocks: Iterable[Block]) -> list[Passage]:
    """Make the passages of blocks in reading order, of one page or of several."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and goes_on(groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_passage(group) for group in groups]


def goes_on(before: Block, after: Block, *, is_other_page: bool = False) -> bool:
    """Tell whether the text of a block goes on in the next one: a word or a sentence is cut between them.

    Args:
        before: The block.
        after: The next one.
        is_other_page: Whether the next one is on another page.
    """
    first, second = before.words, after.words
    if first.closes_with is not None and first.closes_with == second.opens_with:
        return True
    if _role(before) != _role(after) or first.lines < FEWEST_LINES_OF_TEXT or not second.text[:1].islower():
        return False
    # Below in the same column, what begins with a small letter is an entry of a list, or badly read.
    is_elsewhere = is_other_page or before.middle is None or after.top is None or after.top < before.middle
    return is_elsewhere and not first.text.endswith(_ENDS_OF_SENTENCES)


def _role(block: Block) -> tuple[bool, bool, bool]:
    return block.is_caption, block.is_edge, block.is_heading


def _passage(group: Sequence[Block]) -> Passage:
    block, text = group[0], join_words([block.words for block in group]).text
    kind = Kind.CAPTION if block.is_caption else Kind.HEADING if block.is_heading else Kind.BODY
    rule = RUNNING_HEAD_RULE if block.is_edge and len(text) <= LONGEST_EDGE else None
    return Passage(text=text, kind=kind, rule=rule)

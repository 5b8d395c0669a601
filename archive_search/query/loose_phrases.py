"""Read ``"A B"~5`` as if PRES/5 stood between the words, in parentheses.

>>> from archive_search.query.loose_phrases import add_loose_phrase
>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.token_list import TokenList
>>> remarks = Remarks()
>>> read = TokenList(remarks)
>>> add_loose_phrase(read, ("base", "aérienne"), 5, remarks, start=0)
>>> read.tokens[2]
Operator(kind=<Kind.NEAR: 'PRES'>, distance=5, text='~5', position=0)
"""

from collections.abc import Sequence

from archive_search.query.conditions import find_condition
from archive_search.query.operators import Kind, tame_operator
from archive_search.query.remarks import Remarks
from archive_search.query.token_list import TokenList
from archive_search.query.tokens import Closing, Opening
from archive_search.query.tree import Phrase
from archive_search.query.words import CHUNK, read_word, strip_end


def add_loose_phrase(read: TokenList, words: Sequence[str], distance: int, remarks: Remarks, *, start: int) -> None:
    """Add the words of a phrase that a distance follows.

    Args:
        read: Tokens of the query.
        words: Words of the phrase, two or more, without their punctuation.
        distance: How many words apart each may stand from the next.
        remarks: Where repairs are said.
        start: Offset of the phrase.

    Raises:
        QueryError: There are more words than MAX_LEAVES.
    """
    read.tokens.append(Opening(start))
    for number, word in enumerate(words):
        if number:
            read.add_operator(Kind.NEAR, distance, f"~{distance}", start)
        leaf = read_word(word, remarks) if _is_plain(word) else Phrase(words=(word,))
        read.add_operand(leaf, start)
    read.tokens.append(Closing(start))


def _is_plain(word: str) -> bool:
    """Tell whether a word of a phrase reads the same outside guillemets."""
    return bool(
        CHUNK.fullmatch(word)
        and strip_end(word) == word
        and not find_condition(word, 0, Remarks())
        and tame_operator(word) == word
    )

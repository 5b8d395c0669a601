"""Make one operand of words that stand side by side, where these are one name or one phrase.

In parentheses after ``personne:`` words side by side are one name, and operators stand between names. To Factiva and
Nexis words side by side are a phrase everywhere.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from archive_search.query.remarks import Remarks
from archive_search.query.tokens import Closing, Exclusion, Opening, Operand, Prefix, Token
from archive_search.query.tree import Node, Pattern, Phrase, Word
from archive_search.query.words import split_phrase
from archive_search.records import EntityType


def join_words_of_names(tokens: Sequence[Token]) -> Sequence[Token]:
    """Make one operand of the words of each name that is listed, as in ``personne:(A B OU C)``."""
    if not any(map(_announces_name, tokens)):
        return tokens
    return _join_runs(_words_of_lists(tokens))


def join_words_of_phrases(tokens: Sequence[Token]) -> Sequence[Token]:
    """Make one operand of all words side by side."""
    return _join_runs((token, _words_of(token.node) if isinstance(token, Operand) else ()) for token in tokens)


def _words_of(node: Node) -> tuple[str, ...]:
    match node:
        case Word(text=text) | Pattern(text=text):
            return (text,)
        case Phrase(words=words):
            return words
        case _:
            return ()


def _join_runs(pairs: Iterator[tuple[Token, tuple[str, ...]]]) -> list[Token]:
    """Make one operand of each run of tokens that have words."""
    joined: list[Token] = []
    for is_word, run in groupby(pairs, key=lambda pair: bool(pair[1])):
        tokens = list(run)
        if is_word and len(tokens) > 1:
            # Side by side "10" and "000" are one word, as they are in guillemets.
            words = split_phrase(" ".join(word for _token, some in tokens for word in some), Remarks())
            joined.append(Operand(Phrase(words=words), tokens[0][0].position))
        else:
            joined.extend(token for token, _words in tokens)
    return joined


def _words_of_lists(tokens: Sequence[Token]) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Yield each token, with its word where it is one that stands in parentheses in which names are listed."""
    lists_names = [False]
    is_announced = False
    for token in tokens:
        if isinstance(token, Opening):
            lists_names.append(lists_names[-1] or is_announced)
        elif isinstance(token, Closing) and len(lists_names) > 1:
            lists_names.pop()
        is_announced = _announces_name(token) or (is_announced and isinstance(token, Prefix | Exclusion))
        is_word = lists_names[-1] and isinstance(token, Operand) and isinstance(token.node, Word)
        yield token, _words_of(token.node) if is_word and isinstance(token, Operand) else ()


def _announces_name(token: Token) -> bool:
    return isinstance(token, Prefix) and isinstance(token.target, EntityType)

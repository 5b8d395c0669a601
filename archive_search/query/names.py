"""Read the names of persons, places and organisations that a query asks for.

In parentheses after ``personne:`` words side by side are one name, and operators stand between names.

>>> from archive_search.query.names import narrow_by_names
>>> from archive_search.query.printing import print_query
>>> from archive_search.query.tree import Word
>>> print_query(narrow_by_names(Word(text="base"), persons=["Sergueï Choïgou"], places=["Syrie"]))
'base ET personne:"Sergueï Choïgou" ET lieu:"Syrie"'
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from archive_search.errors import QueryError
from archive_search.query.building import join
from archive_search.query.fields import WRITTEN_TYPES
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Closing, Exclusion, Opening, Operand, Prefix, Token
from archive_search.query.tree import And, Named, Node, Phrase, Word
from archive_search.query.words import split_phrase
from archive_search.records import EntityType


def narrow_by_names(
    tree: Node | None, *, persons: Sequence[str] = (), places: Sequence[str] = (), orgs: Sequence[str] = ()
) -> Node:
    """Ask for the same articles, but only where they name all of some persons, places and organisations.

    Args:
        tree: What else is asked; None for nothing else.
        persons: Names or ids of persons.
        places: Names or ids of places.
        orgs: Names or ids of organisations.

    Raises:
        QueryError: A name has no letter and no digit, or nothing is asked at all.
    """
    asked = {EntityType.PERSON: persons, EntityType.PLACE: places, EntityType.ORG: orgs}
    named = [_read_name(entity_type, name) for entity_type, names in asked.items() for name in names]
    if tree is None and not named:
        raise QueryError("rien à chercher : écrivez au moins un mot ou un nom")
    return join(And, [*([] if tree is None else [tree]), *named])


def _read_name(entity_type: EntityType, name: str) -> Named:
    # Truncation has no meaning in a name; the tree must read back from how it is printed.
    text = " ".join(split_phrase(name.replace("*", " ").replace("?", " "), Remarks()))
    if not text:
        raise QueryError(f"{WRITTEN_TYPES[entity_type]} {quote(name)} sans lettre : écrivez un nom")
    return Named(type=entity_type, text=text)


def join_words_of_names(tokens: Sequence[Token]) -> Sequence[Token]:
    """Make one operand of the words that stand side by side where names are listed, as in ``personne:(A B OU C)``."""
    if not any(map(_announces_name, tokens)):
        return tokens
    joined: list[Token] = []
    for is_name, run in groupby(_words_of_lists(tokens), key=lambda pair: pair[1] is not None):
        pairs = list(run)
        words = tuple(word for _token, word in pairs if word is not None)
        if is_name and len(words) > 1:
            joined.append(Operand(Phrase(words=words), pairs[0][0].position))
        else:
            joined.extend(token for token, _word in pairs)
    return joined


def _words_of_lists(tokens: Sequence[Token]) -> Iterator[tuple[Token, str | None]]:
    """Yield each token, with its word where it is one that stands in parentheses in which names are listed."""
    lists_names = [False]
    is_announced = False
    for token in tokens:
        if isinstance(token, Opening):
            lists_names.append(lists_names[-1] or is_announced)
        elif isinstance(token, Closing) and len(lists_names) > 1:
            lists_names.pop()
        is_announced = _announces_name(token) or (is_announced and isinstance(token, Prefix | Exclusion))
        if lists_names[-1] and isinstance(token, Operand) and isinstance(token.node, Word):
            yield token, token.node.text
        else:
            yield token, None


def _announces_name(token: Token) -> bool:
    return isinstance(token, Prefix) and isinstance(token.target, EntityType)

"""Tell the reader where a query was read as written, and yet may not say what was meant.

>>> from datetime import date
>>> from archive_search.query.parsing import parse_query
>>> parse_query("LA VIE SANS LES AUTRES", today=date(2015, 9, 18)).warnings
('requête toute en capitales : « SANS » lu comme opérateur ; écrivez un titre en minuscules',)
>>> parse_query("source:Le Monde", today=date(2015, 9, 18)).warnings
('source: ne porte que sur « Le » : mettez « Le Monde » entre guillemets',)
"""

from collections.abc import Sequence

from archive_search.query.operators import Kind
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Operand, Operator, Prefix, Separator, Token
from archive_search.query.tree import Field, Word
from archive_search.records import EntityType


def tell_doubts(text: str, tokens: Sequence[Token], remarks: Remarks) -> None:
    """Tell of a title in capitals whose words were read as operators, and of names that are cut after an article."""
    if text.isupper():
        _tell_title(tokens, remarks)
    for prefix, value, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if isinstance(prefix, Prefix) and isinstance(prefix.target, Field | EntityType):
            _tell_cut_name(prefix, value, following, remarks)


def _tell_title(tokens: Sequence[Token], remarks: Remarks) -> None:
    """Tell a title from an equation by its function words and by its lack of signs; ET alone changes nothing in it."""
    if not all(isinstance(token, Operand | Operator | Separator) for token in tokens):
        return
    if not any(map(_is_function_word, tokens)):
        return
    for token in tokens:
        if isinstance(token, Operator) and token.kind is not Kind.AND and token.text.isalpha():
            remarks.add(
                f"requête toute en capitales : {quote(token.text)} lu comme opérateur ; écrivez un titre en minuscules"
            )


def _tell_cut_name(prefix: Prefix, value: Token, following: Token, remarks: Remarks) -> None:
    if not (isinstance(following, Operand) and isinstance(following.node, Word) and _is_function_word(value)):
        return
    assert isinstance(value, Operand)
    assert isinstance(value.node, Word)
    whole = f"{value.node.text} {following.node.text}"
    remarks.add(f"{prefix.name}: ne porte que sur {quote(value.node.text)} : mettez {quote(whole)} entre guillemets")


def _is_function_word(token: Token) -> bool:
    """Recognise an article, a preposition; a single letter may stand for anything."""
    if not (isinstance(token, Operand) and isinstance(token.node, Word)):
        return False
    # Imported here: it reads a list from a file, which few queries need before they are searched.
    from archive_search.analysis.stop_words import is_stop_word

    return len(token.node.text) > 1 and is_stop_word(token.node.text.lower())

"""Turn the text of a query into a tree; what can be repaired is repaired, and said.

>>> from datetime import date
>>> from archive_search.query.parsing import parse_query
>>> parsed = parse_query('Lattaquié "base aérienne', today=date(2015, 9, 18))
>>> parsed.interpreted
'Lattaquié ET "base aérienne"'
>>> parsed.warnings
('« " » ouvrant sans fermant : fermé à la fin de la requête',)
"""

from datetime import date

from archive_search.errors import QueryError
from archive_search.query.assembling import assemble
from archive_search.query.bounds import MAX_CHARACTERS, too_long
from archive_search.query.dialects import DIALECTS
from archive_search.query.doubts import tell_doubts
from archive_search.query.lexing import tokenize
from archive_search.query.printing import print_query
from archive_search.query.remarks import Remarks
from archive_search.query.seen_text import find_typed_place
from archive_search.query.syntax import Syntax
from archive_search.query.tree import Parsed


def parse_query(text: str, *, today: date, syntax: Syntax = Syntax.STANDARD, any_word: bool = False) -> Parsed:
    """Read a query.

    Args:
        text: Any text at all.
        today: Day that "depuis:7j" counts back from.
        syntax: The language in which it is written.
        any_word: Whether a space means OU, as for a question in free text, instead of ET.

    Returns:
        The tree in normal form, how it reads in canonical form, and what was repaired.

    Raises:
        QueryError: Nothing can be searched, or the query exceeds a bound of `archive_search.query.bounds`.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_long(len(text))
    remarks = Remarks()
    try:
        tokens = tokenize(text, remarks, today=today, dialect=DIALECTS[syntax])
        tree = assemble(tokens, remarks, DIALECTS[syntax], any_word=any_word)
    except QueryError as error:
        raise QueryError(str(error), position=find_typed_place(text, error.position)) from error
    if syntax is Syntax.STANDARD:
        tell_doubts(text, tokens, remarks)
    return Parsed(tree=tree, interpreted=print_query(tree), warnings=remarks.sentences())

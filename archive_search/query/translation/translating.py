"""Write a query in the syntax of another service, and say what changes on the way.

>>> from archive_search.query.syntax import Syntax
>>> from archive_search.query.translation.translating import translate
>>> from archive_search.query.tree import And, InZone, Phrase, Word, Zone
>>> tree = And(children=(InZone(zone=Zone.TITLE, child=Word(text="Syrie")), Phrase(words=("base", "aérienne"))))
>>> translate(tree, Syntax.EUROPRESSE).text
'TIT_HEAD= (Syrie+) & "base aérienne"'
>>> translate(tree, Syntax.FACTIVA)  # doctest: +NORMALIZE_WHITESPACE
Translation(text='hd=Syrie and "base aérienne"',
            notes=('Factiva ne suit pas les familles de mots : chaque mot y est cherché sous cette seule forme',))
"""

from dataclasses import dataclass

from archive_search.query.printing import print_query
from archive_search.query.syntax import Syntax
from archive_search.query.translation.europresse import EUROPRESSE
from archive_search.query.translation.factiva import FACTIVA
from archive_search.query.translation.nexis import NEXIS
from archive_search.query.translation.writing import write_equation
from archive_search.query.tree import Node

_NOTATIONS = {Syntax.EUROPRESSE: EUROPRESSE, Syntax.FACTIVA: FACTIVA, Syntax.NEXIS: NEXIS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """Hold an equation to paste in a service.

    Attributes:
        text: The equation; empty where the service can say nothing of what was asked.
        notes: What is left out, or written otherwise than asked, one French sentence each.
    """

    text: str
    notes: tuple[str, ...] = ()


def translate(tree: Node, syntax: Syntax) -> Translation:
    """Write a tree in the syntax of a service; our own canonical form for the standard one, without notes.

    What the service cannot say is left out, or replaced by the nearest that it can. A conjunction after SAUF is left
    out whole when a part of it cannot be said, for without that part it would exclude more. The text is of a length
    linear in the size of the tree: a quorum is spelt out up to 50 terms.

    Args:
        tree: Tree in normal form.
        syntax: The service.
    """
    if syntax is Syntax.STANDARD:
        return Translation(text=print_query(tree))
    text, notes = write_equation(tree, _NOTATIONS[syntax])
    return Translation(text=text, notes=notes)

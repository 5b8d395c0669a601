"""Say how each service reads an equation: what a space means, what ``w/3`` means, and which operator binds first.

Sources: Factiva Developer's Kit, "Search Statement Operators" (implied adj, w/N in order, any case), and its order of
execution: same, adjN, w/N, nearN, /nN/, /fN/; atleast and fields; not; and; or. Nexis, "Connector Order and
Priority": or; w/n, pre/n, not w/n, the smallest n first; w/s; w/p; and; and not. Europresse binds as we do.

>>> from archive_search.query.dialects import DIALECTS
>>> from archive_search.query.operators import Kind
>>> from archive_search.query.syntax import Syntax
>>> from archive_search.query.tokens import Operator
>>> nexis = DIALECTS[Syntax.NEXIS]
>>> nexis.strength(Operator(Kind.OR, 0, "or", 0)) > nexis.strength(Operator(Kind.AND, 0, "and", 0))
True
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive_search.query.operators import MAX_DISTANCE, Kind
from archive_search.query.syntax import Syntax
from archive_search.query.tokens import Operator

_PROXIMITY = (
    Kind.NEAR,
    Kind.FOLLOWED,
    Kind.PARAGRAPH,
    Kind.SENTENCE,
    Kind.NOT_NEAR,
    Kind.NOT_FOLLOWED,
    Kind.NOT_PARAGRAPH,
    Kind.NOT_SENTENCE,
)
_IMPLIED = 10
_BRACKETS = str.maketrans("[]", "()")


def _order(*groups: tuple[Kind, ...]) -> dict[Kind, int]:
    """Number groups of operators, the weakest first."""
    return {kind: strength for strength, group in enumerate(groups, start=1) for kind in group}


_OURS = _order((Kind.OR,), (Kind.AND,), (Kind.WITHOUT,), _PROXIMITY)
_NEXIS = _order(
    (Kind.WITHOUT,),
    (Kind.AND,),
    (Kind.PARAGRAPH, Kind.NOT_PARAGRAPH),
    (Kind.SENTENCE, Kind.NOT_SENTENCE),
    (Kind.NEAR, Kind.FOLLOWED, Kind.NOT_NEAR, Kind.NOT_FOLLOWED),
    (Kind.OR,),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """Hold the habits of one service.

    Attributes:
        strengths: How strongly each operator binds.
        within: What "W/3" means.
        joins_words: Whether words side by side are a phrase, and operators may be written in small letters.
        calls_fields: Whether a name right before a parenthesis is a field, as in "subject(...)", and "/5" is "w/5".
        smallest_first: Whether of two distances the smaller binds first.
        signs: Signs that stand for others, as `str.translate` takes them: brackets are parentheses.
        is_service: Whether what reads otherwise elsewhere, such as ET beside OU, needs no warning.
    """

    strengths: Mapping[Kind, int] = field(default_factory=lambda: _OURS)
    within: Kind = Kind.NEAR
    joins_words: bool = False
    calls_fields: bool = False
    smallest_first: bool = False
    signs: Mapping[int, int] = field(default_factory=lambda: _BRACKETS)
    is_service: bool = True

    def strength(self, operator: Operator) -> int:
        """Give how strongly an operator binds; the one that a space stands for between words binds first of all."""
        if not operator.text and operator.kind is Kind.FOLLOWED:
            return _IMPLIED * (MAX_DISTANCE + 1)
        closeness = operator.distance if self.smallest_first else 0
        return self.strengths[operator.kind] * (MAX_DISTANCE + 1) - closeness


DIALECTS = {
    Syntax.STANDARD: Dialect(is_service=False),
    Syntax.EUROPRESSE: Dialect(),
    Syntax.FACTIVA: Dialect(within=Kind.FOLLOWED, joins_words=True),
    # Nexis writes one letter "*", and any ending "!".
    Syntax.NEXIS: Dialect(
        strengths=_NEXIS,
        joins_words=True,
        calls_fields=True,
        smallest_first=True,
        signs=_BRACKETS | str.maketrans("*", "?"),
    ),
}

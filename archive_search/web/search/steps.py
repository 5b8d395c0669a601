"""Take the steps that buttons ask for, which change a search without knowing the whole of its address.

A button of the search form adds one parameter to those of the form; the answer is the address of the search that it
means, in which no such parameter is left.

>>> from archive_search.web.parameters import SearchParameters
>>> step = Step(first="2015-03-01", last="2015-07-31")
>>> step.apply(SearchParameters(q="gué", date=("2015",))).to_address()
{'q': 'gué', 'date': ('2015-03..2015-07',)}
"""

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from archive_search.web.parameters import SearchParameters
from archive_search.web.search.filters import NARROWING, drop_all, drop_value
from archive_search.web.search.periods import between, read_period

_Day: TypeAlias = Annotated[str | None, Query(max_length=80)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """Hold what a button asks for; None where another one was pressed.

    Attributes:
        first: First day of the period that is wanted, or nothing where it has no beginning.
        last: Last day of it, or nothing where it has no end.
        period: The period that is wanted, as the parameter ``date`` has it.
        without: Filter that is not wanted any more, such as ``source=Le Lien``; ``q`` for the words, ``all`` for all
            filters.
    """

    first: _Day = None
    last: _Day = None
    period: _Day = None
    without: Annotated[str | None, Query(max_length=520)] = None

    @property
    def is_asked(self) -> bool:
        """Whether there is a step to take."""
        return any(each is not None for each in (self.first, self.last, self.period, self.without))

    def apply(self, asked: SearchParameters) -> SearchParameters:
        """Give the search that is meant."""
        if self.without:
            return _drop(asked, self.without)
        period = self.period or between(self.first or "", self.last or "")
        if not period:
            return asked
        known = read_period(period)
        return asked.changed(date=(known.written if known else period,), page=1)


def _drop(asked: SearchParameters, unwanted: str) -> SearchParameters:
    parameter, _, value = unwanted.partition("=")
    if parameter in NARROWING:
        return drop_value(asked, parameter, value)
    if parameter == "q":
        return asked.changed(q="", page=1)
    return drop_all(asked) if parameter == "all" else asked


StepAsked: TypeAlias = Annotated[Step, Depends()]
"""The step that the address asks for, as an argument of a page."""

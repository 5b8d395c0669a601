"""List by what an answer can be narrowed: of each property its values with their counts, the chosen ones first.

Persons, places and organisations chosen together must all be named, so that they are counted in the answer itself.
Of sources, agencies, sections and years one is enough: each of these is counted as if nothing were chosen of itself,
so that the others stay in sight, with what they would add.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive_search.archive.facade import Archive
from archive_search.search.facets import Facet, FacetCount
from archive_search.web.parameters import SearchParameters
from archive_search.web.search.periods import OpenPeriod, Period, read_any_period

VALUES_SHOWN = 8
MOST_VALUES = 30
"""Values of a property that a page has, those behind « plus » included."""

ALL_OF = (Facet.PERSON, Facet.PLACE, Facet.ORG)
ANY_OF = (Facet.SOURCE, Facet.AGENCY, Facet.SECTION, Facet.YEAR)

Counts = Mapping[str, Sequence[FacetCount]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Hold a value that a reader can choose.

    Attributes:
        value: Value of the parameter.
        name: Value as shown.
        count: Number of articles; None where that is not known.
        is_chosen: Whether it is chosen.
        period: For a period that is chosen, its days; None where it cannot be read, or is a year.
    """

    value: str
    name: str
    count: int | None
    is_chosen: bool
    period: Period | OpenPeriod | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetList:
    """Hold the values of one property.

    Attributes:
        facet: The property.
        parameter: Parameter of an address that chooses its values.
        shown: The first values.
        more: Values that are shown on demand.
        left_out: Number of further values; of names, those counted.
    """

    facet: Facet
    parameter: str
    shown: tuple[Choice, ...]
    more: tuple[Choice, ...]
    left_out: int


def parameter_of(facet: Facet) -> str:
    """Give the parameter that chooses values of a property: years are periods among others."""
    return "date" if facet is Facet.YEAR else facet.value


def facets_within(asked: SearchParameters) -> list[Facet]:
    """List the properties that are counted in the answer itself."""
    return [*ALL_OF, *(facet for facet in ANY_OF if not getattr(asked, parameter_of(facet)))]


def count_beside(archive: Archive, asked: SearchParameters) -> dict[str, tuple[FacetCount, ...]]:
    """Count each property of which one value is enough and some are chosen, as if none of it were.

    Raises:
        QueryError: The query cannot be run.
    """
    counts: dict[str, tuple[FacetCount, ...]] = {}
    for facet in ANY_OF:
        parameter = parameter_of(facet)
        if getattr(asked, parameter):
            others = asked.changed(**{parameter: ()})
            query = others.q if others.q.strip() else None
            counts |= archive.facets(query, by=[facet], **others.narrowing())
    return counts


def list_facets(asked: SearchParameters, counts: Counts) -> tuple[FacetList, ...]:
    """List the properties that have any value, with the values to choose from.

    Args:
        asked: What is chosen.
        counts: Counts by property.
    """
    lists = (_list_facet(facet, asked, counts.get(facet, ())) for facet in (*ALL_OF, *ANY_OF))
    return tuple(each for each in lists if each.shown)


def _list_facet(facet: Facet, asked: SearchParameters, counts: Sequence[FacetCount]) -> FacetList:
    parameter = parameter_of(facet)
    chosen: tuple[str, ...] = getattr(asked, parameter)
    ordered = list(reversed(counts)) if facet is Facet.YEAR else counts
    known = {value.id: value for value in counts}
    first = [_choose(facet, value, known.get(value)) for value in dict.fromkeys(chosen)]
    others = [Choice(value=each.id, name=each.name, count=each.count, is_chosen=False) for each in ordered]
    choices = [*first, *(each for each in others if each.value not in chosen)]
    shown = max(VALUES_SHOWN, len(first))
    return FacetList(
        facet=facet,
        parameter=parameter,
        shown=tuple(choices[:shown]),
        more=tuple(choices[shown : shown + MOST_VALUES - VALUES_SHOWN]),
        left_out=max(0, len(choices) - shown - MOST_VALUES + VALUES_SHOWN),
    )


def _choose(facet: Facet, value: str, counted: FacetCount | None) -> Choice:
    if counted:
        return Choice(value=value, name=counted.name, count=counted.count, is_chosen=True)
    period = read_any_period(value) if facet is Facet.YEAR else None
    return Choice(value=value, name=value, count=None, is_chosen=True, period=period)

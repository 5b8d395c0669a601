"""Options that narrow a query: what its articles must name, where they come from, when they were published.

The commands `query`, `facets` and `explain` have them all, under the same names.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from archive_search.cli.options import Command, TypedText

if TYPE_CHECKING:
    from archive_search.archive.asking import QueryOptions

_DATE_HELP = (
    "Seulement les articles de cette date : un jour, un mois, une année ou une période (2015-09-18, 2015-09, 2015, "
    "2015-01..2015-06) ; plusieurs fois pour l'une ou l'autre."
)


def narrowing_options(command: Command) -> Callable[..., Any]:
    """Add the options; the command takes what they say as one mapping, ``narrowing``."""

    @wraps(command)
    def gather(*args: Any, **values: Any) -> Any:
        narrowing: QueryOptions = {
            "persons": values.pop("persons"),
            "places": values.pop("places"),
            "orgs": values.pop("orgs"),
            "sources": values.pop("sources"),
            "agencies": values.pop("agencies"),
            "sections": values.pop("sections"),
            "dates": values.pop("dates"),
        }
        return command(*args, narrowing=narrowing, **values)

    for add in reversed(_OPTIONS):
        gather = add(gather)
    return gather


def _name_option(*names: str, thing: str) -> Callable[[Command], Command]:
    described = f"Seulement les articles qui nomment {thing}, quelle que soit l'écriture ; plusieurs fois si besoin."
    return click.option(*names, metavar="NOM", multiple=True, type=TypedText(), help=described)


def _value_option(*names: str, metavar: str, thing: str) -> Callable[[Command], Command]:
    described = (
        f"Seulement les articles de cette {thing}, écrite comme « facets » la montre ; plusieurs fois pour l'une ou "
        "l'autre."
    )
    return click.option(*names, metavar=metavar, multiple=True, type=TypedText(), help=described)


_OPTIONS = (
    _name_option("--person", "-p", "persons", thing="cette personne"),
    _name_option("--place", "places", thing="ce lieu"),
    _name_option("--org", "orgs", thing="cette organisation"),
    _value_option("--source", "sources", metavar="SOURCE", thing="source"),
    _value_option("--agency", "agencies", metavar="AGENCE", thing="agence"),
    _value_option("--section", "sections", metavar="RUBRIQUE", thing="rubrique"),
    click.option("--date", "dates", metavar="DATE", multiple=True, type=TypedText(), help=_DATE_HELP),
)

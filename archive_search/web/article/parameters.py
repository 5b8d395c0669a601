"""Read from the address of an article how it is to be shown, and write it back.

>>> ShowParameters(names=False).to_address(part=3)
{'part': 3, 'names': 0}
"""

from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeAlias

from fastapi import Depends, Query

from archive_search.web.addresses import Parameter

MOST_PART = 10**6


@dataclass(frozen=True, kw_only=True, slots=True)
class ShowParameters:
    """Hold how an article is shown; the names are those of the parameters.

    Attributes:
        part: Number of the part of a long article, from 1; None for that of the first match.
        names: Whether names are underlined and are links.
        removed: Whether what was taken out is shown at once.
    """

    part: Annotated[int | None, Query(ge=1, le=MOST_PART)] = None
    names: bool = True
    removed: bool = False

    def to_address(self, **changes: Any) -> dict[str, Parameter]:
        """Give the parameters of the address with some changes; what goes without saying is left out."""
        changed = replace(self, **changes)
        pairs = {"part": changed.part, "names": None if changed.names else 0, "removed": 1 if changed.removed else None}
        return {name: value for name, value in pairs.items() if value is not None}


ShowAsked: TypeAlias = Annotated[ShowParameters, Depends()]
"""How the address asks to show the article, as an argument of a page."""

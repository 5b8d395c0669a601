"""What a page says that has just happened: its address tells, there is no cookie."""

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from archive_search.archive.facade import Archive
from archive_search.engines.naming.made_corrections import MadeCorrection
from archive_search.errors import AliasError


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """Hold the parameters of an address that tell of a correction; the names are those of the parameters.

    Attributes:
        done: Id of the correction that was made.
        undone: Whether a correction was undone.
        unchanged: Whether a correction was there already.
    """

    done: Annotated[str, Query(max_length=100)] = ""
    undone: bool = False
    unchanged: bool = False

    def find_made(self, archive: Archive) -> MadeCorrection | None:
        """Find the correction that was made; None where it has been undone since, or is not remembered."""
        try:
            known = archive.corrections() if self.done else ()
        except AliasError:
            # The page is about names: where corrections are listed it is told that they cannot be read.
            known = ()
        return next((made for made in known if made.id == self.done), None)


NewsHere: TypeAlias = Annotated[News, Depends()]
"""What has just happened, as an argument of a page."""

"""Numbers of dossiers and saved searches in addresses and forms."""

from typing import Annotated, Final, TypeAlias

from fastapi import Path

LARGEST: Final = (1 << 63) - 1
"""The largest number that the desk can give."""

NumberInPath: TypeAlias = Annotated[int, Path(ge=1, le=LARGEST)]
"""Number of a dossier or a saved search, as a part of an address."""

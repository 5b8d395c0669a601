"""Answer a correction that cannot be made: what stands in the way, what to do, and the form to send again."""

from typing import Annotated, Final, TypeAlias

from fastapi import Depends
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from archive_search.errors import AliasError, ArchiveLockedError, ArchiveSearchError, UnknownEntityError
from archive_search.web.rendering import render

REFUSALS: Final = (AliasError, ArchiveLockedError, UnknownEntityError)
"""What refuses a correction though nothing is wrong with the archive or the request."""


async def read_fields(request: Request) -> list[tuple[str, str]]:
    """Give the fields of a form as they were sent, in order."""
    return [(name, value) for name, value in (await request.form()).multi_items() if isinstance(value, str)]


FieldsSent: TypeAlias = Annotated[list[tuple[str, str]], Depends(read_fields)]
"""The fields of the form that was sent, as an argument of a page."""


def refuse(request: Request, error: ArchiveSearchError, fields: FieldsSent) -> HTMLResponse:
    """Make the page that tells why a correction was not made.

    Args:
        request: What asked for the correction.
        error: Why it was not made.
        fields: The form, which can be sent again where another writer only has to end.
    """
    values = {
        "message": str(error),
        "entity_id": dict(fields).get("entity"),
        "fields": fields,
        "can_wait": isinstance(error, ArchiveLockedError),
    }
    return render(request, "names/refused.html", values, status=409)

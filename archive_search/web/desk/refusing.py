"""Answer a form that cannot be done as it is: what stands in the way, and the form again, so that nothing is lost."""

from http import HTTPStatus
from typing import Annotated, Final, TypeAlias

from fastapi import Depends
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from archive_search.errors import ArchiveLockedError, ArchiveSearchError, DeskError, StorageError
from archive_search.web.desk.way_back import is_ours
from archive_search.web.failures import status_of
from archive_search.web.keeping import address_of
from archive_search.web.rendering import addresses_of, render

REFUSALS: Final = (ArchiveLockedError, DeskError, StorageError)
"""What refuses a form that can be sent again, as it is or corrected."""

_MOST_ROWS = 12


async def read_fields(request: Request) -> list[tuple[str, str]]:
    """Give the fields of a form as they were sent, in order, but for the secret."""
    fields = (await request.form()).multi_items()
    return [(name, value) for name, value in fields if isinstance(value, str) and name != "token"]


FieldsSent: TypeAlias = Annotated[list[tuple[str, str]], Depends(read_fields)]
"""The fields of the form that was sent, as an argument of a page."""


def refuse(request: Request, error: ArchiveSearchError, fields: FieldsSent) -> HTMLResponse:
    """Make the page that tells why nothing was done, with the form to be corrected or sent again.

    Args:
        request: What sent the form.
        error: Why it cannot be done.
        fields: The form.
    """
    return _ask_again(request, fields, values={"message": str(error)}, status=status_of(error))


def ask_whether_to_replace(request: Request, fields: FieldsSent, *, there: str, seen: str) -> HTMLResponse:
    """Make the page that shows a note that another window has written meanwhile, and asks which one is to stay.

    Args:
        request: What sent the form.
        fields: The form.
        there: The note as it is now.
        seen: What the form must say to replace it.
    """
    again = [(name, seen if name == "seen" else value) for name, value in fields]
    return _ask_again(request, again, values={"message": None, "there": there}, status=HTTPStatus.CONFLICT)


def _ask_again(request: Request, fields: FieldsSent, *, values: dict[str, object], status: int) -> HTMLResponse:
    sent = dict(fields)
    back = sent.get("back", "")
    shown = {
        "fields": fields,
        "rows": min(sent.get("note", "").count("\n") + 4, _MOST_ROWS),
        "there": None,
        "again": address_of(request),
        "way_back": back if is_ours(back) else addresses_of(request).page("dossiers"),
    }
    return render(request, "desk/refused.html", shown | values, status=status)

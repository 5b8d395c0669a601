r"""Lead a reader back to the page where a button was pressed, and nowhere else.

>>> is_ours("/search?q=gu%C3%A9#selection"), is_ours("//ailleurs.example/"), is_ours("/\\ailleurs.example/")
(True, False, False)
"""

import re
from http import HTTPStatus

from fastapi.responses import RedirectResponse

from archive_search.web.desk_news import Told, tell

# One slash, for two begin the name of another machine; browsers read "\" as "/", and leave out blanks and controls.
_OURS = re.compile(r"/(?!/)[!-\[\]-~]*")


def is_ours(address: str) -> bool:
    """Tell whether an address is that of a page of this desktop, written as browsers send it."""
    return _OURS.fullmatch(address) is not None


def lead_back(back: str, told: Told, *, otherwise: str, **said: int | str) -> RedirectResponse:
    """Make the answer to a form that has done what it asked for.

    Args:
        back: Address that the form names.
        told: What was done.
        otherwise: Address to lead to where the form names none of ours.
        said: What else the page is to tell of it, as in `tell`.
    """
    return lead_to(back if is_ours(back) else otherwise, told, **said)


def lead_to(address: str, told: Told, **said: int | str) -> RedirectResponse:
    """Make the answer to a form that has done what it asked for, which leads to a page of ours.

    Args:
        address: Address of the page.
        told: What was done.
        said: What else the page is to tell of it, as in `tell`.
    """
    return RedirectResponse(tell(address, told, **said), HTTPStatus.SEE_OTHER)

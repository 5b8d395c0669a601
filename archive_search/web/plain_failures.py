"""Answer what goes wrong without templates: before a page may cost anything, or because making one failed.

>>> page = make_page(400, "demande illisible", identifier="c0ffee")
>>> "Demande illisible." in page, "c0ffee" in page
(True, True)
"""

import logging
import secrets
from html import escape

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from archive_search.web.sentences import as_sentence, bind_signs

_LOGGER = logging.getLogger(__name__)

_PAGE = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Impossible — archive-search</title>
<link rel="stylesheet" href="/static/desktop.css">
<main id="main">
<section class="failure" role="alert">
<h1>La page demandée ne peut pas être montrée</h1>
<p>{message}</p>
<p class="identifier">Identifiant de l’incident&nbsp;: <code>{identifier}</code> · {status}</p>
<p><a href="/">archive-search</a></p>
</section>
</main>
</html>
"""


def make_page(status: int, message: str, *, identifier: str) -> str:
    """Write the page of a failure.

    Args:
        status: HTTP status.
        message: French sentence, without a capital and a final stop.
        identifier: Under which standard error tells more.
    """
    sentence = bind_signs(as_sentence(message))
    return _PAGE.format(message=escape(sentence), identifier=identifier, status=status)


def make_content(message: str, *, identifier: str, position: int | None = None) -> dict[str, object]:
    """Give what a program is told: the same, and the character of the query at fault, from 0."""
    return {"version": 1, "error": message, "position": position, "identifier": identifier}


def is_for_programs(path: str) -> bool:
    """Tell whether a path is that of the twin of a page."""
    return path.endswith((".json", ".csv"))


def answer_plainly(scope: Scope, status: int, message: str, *, identifier: str | None = None) -> Response:
    """Make the answer to a request that cannot be satisfied.

    Args:
        scope: The request.
        status: HTTP status.
        message: French sentence, without a capital and a final stop.
        identifier: Under which standard error tells more; None makes one.
    """
    identifier = identifier or make_identifier()
    if is_for_programs(scope["path"]):
        return JSONResponse(make_content(message, identifier=identifier), status)
    return HTMLResponse(make_page(status, message, identifier=identifier), status)


def note_fault(scope: Scope, fault: BaseException) -> str:
    """Write a fault of ours to standard error with its trace, and give the identifier under which it stands there."""
    identifier = make_identifier()
    _LOGGER.error("%s %s %s", identifier, scope["method"], scope["path"], exc_info=fault)
    return identifier


def make_identifier() -> str:
    """Make the identifier of one incident."""
    return secrets.token_hex(4)

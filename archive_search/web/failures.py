"""Answer what goes wrong with a page, or with JSON where a program asked: what happened, what to do, an identifier.

A fault of ours is written to standard error under that identifier; its trace is never shown.
"""

import logging
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from archive_search.errors import (
    AliasError,
    ArchiveDamagedError,
    ArchiveFormatError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveSearchError,
    DeskError,
    InstallationError,
    QueryError,
    SourceError,
    StorageError,
    UnknownArticleError,
    UnknownDossierError,
    UnknownEntityError,
    UnknownSearchError,
)
from archive_search.sources.files import path_text
from archive_search.web.plain_failures import is_for_programs, make_content, make_identifier
from archive_search.web.rendering import render
from archive_search.web.site import site_of
from archive_search.web.value_errors import describe_errors

_LOGGER = logging.getLogger(__name__)

_STATUS_OF: dict[type[Exception], int] = {
    QueryError: HTTPStatus.BAD_REQUEST,
    UnknownArticleError: HTTPStatus.NOT_FOUND,
    UnknownDossierError: HTTPStatus.NOT_FOUND,
    UnknownEntityError: HTTPStatus.NOT_FOUND,
    UnknownSearchError: HTTPStatus.NOT_FOUND,
    AliasError: HTTPStatus.CONFLICT,
    DeskError: HTTPStatus.CONFLICT,
    SourceError: HTTPStatus.CONFLICT,
    InstallationError: HTTPStatus.CONFLICT,
    ArchiveLockedError: HTTPStatus.CONFLICT,
    ArchiveMissingError: HTTPStatus.NOT_FOUND,
    ArchiveFormatError: HTTPStatus.CONFLICT,
    ArchiveDamagedError: HTTPStatus.INTERNAL_SERVER_ERROR,
    StorageError: HTTPStatus.INSUFFICIENT_STORAGE,
}

_REMEDIES: dict[type[Exception], str] = {
    ArchiveMissingError: "missing",
    ArchiveFormatError: "format",
    ArchiveDamagedError: "damaged",
    ArchiveLockedError: "locked",
}
"""Under which name the template of failures has what to do."""

_MAKING = "l'archive se fait, rien n'y est encore enregistré : revenez dans un moment"

_SENTENCES: dict[int, str] = {
    HTTPStatus.BAD_REQUEST: "formulaire illisible : revenez à la page, et recommencez",
    HTTPStatus.NOT_FOUND: "pas de page à cette adresse : vérifiez-la, ou partez de la recherche",
    HTTPStatus.METHOD_NOT_ALLOWED: "cette adresse ne se demande pas ainsi : passez par le formulaire de la page",
}
"""What is said of the failures that the framework tells of."""


class PageError(Exception):
    """Report that a request cannot be answered, with its HTTP status and a French sentence for the reader."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def answer_failures(application: FastAPI) -> None:
    """Have an application answer whatever goes wrong in it, but for faults of its own, which `guarding` answers."""
    application.add_exception_handler(ArchiveSearchError, _answer_known)
    application.add_exception_handler(PageError, _answer_known)
    application.add_exception_handler(HTTPException, _answer_http)
    application.add_exception_handler(RequestValidationError, _answer_validation)


async def _answer_known(request: Request, error: Exception) -> Response:
    if isinstance(error, ArchiveMissingError) and site_of(request).jobs.is_busy:
        return answer_failure(request, HTTPStatus.NOT_FOUND, _MAKING, remedy="making")
    remedy = next((name for kind, name in _REMEDIES.items() if isinstance(error, kind)), None)
    position = getattr(error, "position", None)
    return answer_failure(request, status_of(error), _say(error), position=position, remedy=remedy)


def _say(error: Exception) -> str:
    """Give the sentence of an error, without the commands of a terminal where a page does the same."""
    if isinstance(error, ArchiveMissingError):
        return f"pas d'archive dans {path_text(error.path)} : faites-en une à la page Bienvenue"
    # The names of folders may hold bytes that are no text.
    return str(error).encode("utf-8", "replace").decode("utf-8")


def status_of(error: Exception) -> int:
    """Give the HTTP status of one of our errors."""
    if isinstance(error, PageError):
        return error.status
    return next((status for kind, status in _STATUS_OF.items() if isinstance(error, kind)), 500)


async def _answer_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = error.status_code
    message = _SENTENCES.get(status, f"demande refusée : {HTTPStatus(status).phrase}")
    answer = answer_failure(request, status, message)
    answer.headers.update(error.headers or {})
    return answer


async def _answer_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return answer_failure(request, HTTPStatus.UNPROCESSABLE_ENTITY, describe_errors(error.errors()))


def answer_failure(
    request: Request, status: int, message: str, *, position: int | None = None, remedy: str | None = None
) -> Response:
    """Make the answer to a request that cannot be satisfied.

    Args:
        request: The request.
        status: HTTP status.
        message: French sentence: what happened and what to do.
        position: Character of the query at fault, from 0.
        remedy: Name of what more can be said on what to do, in the template of failures.
    """
    identifier = make_identifier()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOGGER.error("%s %s %s : %s", identifier, request.method, request.url.path, message)
    if is_for_programs(request.url.path):
        return JSONResponse(make_content(message, identifier=identifier, position=position), status)
    values = {"status": status, "message": message, "position": position, "identifier": identifier, "remedy": remedy}
    return render(request, "failure.html", values, status=status)

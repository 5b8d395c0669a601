"""Write the OpenAPI document of the desktop: what the framework knows of the routes, and what each thing means.

>>> describe_parameters([{"name": "page", "in": "query", "schema": {}}])[0]["example"]
1
"""

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from archive_search.web.api.parameters import PARAMETERS, UNUSED
from archive_search.web.shapes.failures import ErrorShape

_ABOUT = """What the pages of archive-search show, for programs of the same computer.

All of it is read by GET; nothing is changed through this interface. The address of a page gives its JSON when its path
is followed by `.json`, and a table when it is followed by `.csv`. Sentences for readers, such as warnings and errors,
are in French. Dates are days in ISO 8601, spans are half-open and count characters (code points), ids may hold any
character. New fields may come without a new version."""

_FAILURES = {
    400: "The query cannot be run; `position` is the character at fault, from 0.",
    404: "There is no such thing, or no archive yet.",
    409: "The archive cannot be used so: another version wrote it, or another process writes to it.",
    414: "The address has more than 500,000 bytes.",
    421: "The request is not for a name of this computer.",
    422: "A parameter has a value that is not taken.",
    500: "The archive is damaged, or the program has a fault.",
    503: "Too many requests at once, or an answer that would take more than 30 seconds.",
    507: "The disk refuses.",
}

FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape, "description": meaning} for status, meaning in _FAILURES.items()
}
"""How any route may fail, as the framework takes it."""


def name_route(route: APIRoute) -> str:
    """Give the id of an operation: the name of the function that answers it."""
    return route.name


def describe(application: FastAPI) -> None:
    """Have an application give our document at ``/openapi.json``."""

    def give_document() -> dict[str, Any]:
        if application.openapi_schema is None:
            application.openapi_schema = _write_document(application)
        return application.openapi_schema

    application.openapi = give_document  # type: ignore[method-assign]  # the way that FastAPI's manual gives


def _write_document(application: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=application.title,
        version=application.version,
        summary="JSON of the librarian's desktop",
        description=_ABOUT,
        license_info={"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
        routes=application.routes,
    )
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _describe_operation(operation, unused=UNUSED.get(path, set()))
    return document


def _describe_operation(operation: dict[str, Any], *, unused: set[str]) -> None:
    operation["summary"] = operation.pop("description").replace("``", "").rstrip(".")
    kept = [each for each in operation.get("parameters", []) if each["name"] not in unused]
    if kept:
        operation["parameters"] = describe_parameters(kept)


def describe_parameters(parameters: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give parameters with what they mean, and an example of each that has one."""
    described = []
    for parameter in parameters:
        known = PARAMETERS.get(parameter["name"])
        if known is not None:
            parameter = {**parameter, "description": known.meaning}
            parameter |= {} if known.example is None else {"example": known.example}
        described.append(parameter)
    return described

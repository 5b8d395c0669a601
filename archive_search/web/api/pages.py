"""The page that lists what programs can ask for, made from the OpenAPI document."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from archive_search.errors import ArchiveError
from archive_search.web.api.addresses import find_values, write_example
from archive_search.web.rendering import render
from archive_search.web.site import Site, SiteHere

router = APIRouter()


class Parameter(NamedTuple):
    """Hold a parameter as the page lists it.

    Attributes:
        name: Its name.
        place: "path" or "query".
        meaning: What it means, in English.
        values: Values that it takes, or its bounds.
    """

    name: str
    place: str
    meaning: str
    values: str


class Operation(NamedTuple):
    """Hold what can be asked for.

    Attributes:
        name: Id of the operation.
        path: Its path.
        meaning: What it gives, in English.
        example: An address that asks for it.
        has_answer: Whether the archive at hand has what that address names.
        parameters: What its address may have.
    """

    name: str
    path: str
    meaning: str
    example: str
    has_answer: bool
    parameters: tuple[Parameter, ...]


@router.get("/api", response_class=HTMLResponse, include_in_schema=False)
def show_api(request: Request, site: SiteHere) -> HTMLResponse:
    """Show what programs can ask for."""
    document = cast("FastAPI", request.app).openapi()
    operations = list(list_operations(document, _values_of(site)))
    return render(request, "api.html", {"operations": operations})


def _values_of(site: Site) -> dict[str, object]:
    try:
        with site.holder.reading() as archive:
            return find_values(archive)
    except ArchiveError:
        # The page is about the program: the examples of the document will do.
        return {}


def list_operations(document: Mapping[str, Any], values: Mapping[str, object]) -> Iterator[Operation]:
    """List the operations of a document, in the order of their paths.

    Args:
        document: The OpenAPI document.
        values: Values for the examples, by name of the parameter.
    """
    schemas = document["components"]["schemas"]
    for path, methods in sorted(document["paths"].items()):
        for operation in methods.values():
            parameters = tuple(_read_parameter(each, schemas) for each in operation.get("parameters", []))
            yield Operation(
                name=operation["operationId"],
                path=path,
                meaning=operation["summary"],
                example=write_example(path, operation, values),
                has_answer=all(each.name in values for each in parameters if each.place == "path"),
                parameters=parameters,
            )


def _read_parameter(parameter: Mapping[str, Any], schemas: Mapping[str, Any]) -> Parameter:
    meaning = parameter.get("description", "")
    return Parameter(parameter["name"], parameter["in"], meaning, say_values(parameter["schema"], schemas))


def say_values(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    """Say in signs which values a schema takes.

    >>> say_values({"type": "integer", "minimum": 1, "maximum": 100}, {})
    '1–100'
    >>> say_values({"type": "array", "items": {"$ref": "#/s/Sort"}}, {"Sort": {"enum": ["newest", "oldest"]}})
    'newest | oldest …'
    """
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        return say_values(schema["anyOf"][0], schemas)
    if "enum" in schema:
        return " | ".join(value for value in schema["enum"] if value)
    if "minimum" in schema:
        return f"{schema['minimum']:,}–{schema['maximum']:,}".replace(",", "\u202f")
    if schema.get("type") == "array":
        return f"{say_values(schema['items'], schemas)} …".strip()
    return "true | false" if schema.get("type") == "boolean" else ""

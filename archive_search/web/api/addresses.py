"""Write an address of each operation of the OpenAPI document that can be followed, on the archive at hand.

>>> operation = {"parameters": [{"name": "q", "in": "query", "example": "gué"}, {"name": "any", "in": "query"}]}
>>> write_example("/search.json", operation, {})
'/search.json?q=gu%C3%A9'
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from archive_search.archive.facade import Archive
from archive_search.search.requests import Sort

_TELLING = ("q", "text", "facets", "limit", "type")
"""Parameters without which an example would show little; others are in the list beside it."""


def find_values(archive: Archive) -> dict[str, object]:
    """Find values of an archive that stand in for those of the sample archive, as far as it has any."""
    return {**_find_articles(archive), **_find_name(archive), **_find_kept(archive)}


def _find_articles(archive: Archive) -> dict[str, object]:
    """Find two articles, of one family if there is any."""
    families = archive.families(limit=1).families
    newest = archive.search("", limit=2, sort=Sort.NEWEST, dates=["0001..9999"])
    ids = [member.id for member in families[0].members] if families else [hit.article.id for hit in newest]
    return {"article_id": ids[0], "other_id": ids[-1]} if ids else {}


def _find_name(archive: Archive) -> dict[str, object]:
    names = archive.entities(None, limit=1).entities
    if not names:
        return {}
    return {"entity_id": names[0].id, "type": names[0].type.value, "text": names[0].name[:4], "q": names[0].name}


def _find_kept(archive: Archive) -> dict[str, object]:
    desk = archive.desk
    ids = {
        "dossier_id": [each.id for each in desk.dossiers()],
        "search_id": [each.id for each in desk.saved_searches()],
    }
    return {name: found[0] for name, found in ids.items() if found}


def write_example(path: str, operation: Mapping[str, Any], values: Mapping[str, object]) -> str:
    """Write an address that asks for an operation.

    Args:
        path: Path of the operation, with the names of its parameters in braces.
        operation: What the document says of it.
        values: Values to take instead of those of the document.
    """
    asked: list[tuple[str, object]] = []
    for parameter in operation.get("parameters", []):
        name = parameter["name"]
        value = values.get(name, parameter.get("example"))
        if parameter["in"] == "path":
            path = path.replace(f"{{{name}}}", quote(str(value), safe=":"))
        elif name in _TELLING and value is not None:
            asked.append((name, value))
    return f"{path}?{urlencode(asked, doseq=True, safe=':')}" if asked else path

"""Route by the path as it was sent, before what is quoted in it is read: an id may hold "/" and stay one segment.

Give an `APIRouter` this class as ``route_class``; the parameters of its paths then hold any characters, just as
`Addresses` writes them.

>>> from archive_search.web.addresses import Addresses
>>> Addresses().page("article", "presse/digue.txt", "family")
'/article/presse%2Fdigue.txt/family'
"""

from urllib.parse import unquote

from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Scope


class QuotedRoute(APIRoute):
    """A route whose path is compared with the path as it was sent; its parameters are read afterwards."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether a request is for this route, and give its parameters."""
        if scope["type"] != "http":
            return Match.NONE, {}
        match, child = super().matches({**scope, "path": scope["raw_path"].decode("latin-1")})
        if match is not Match.NONE:
            child["path_params"] = {name: unquote(value) for name, value in child["path_params"].items()}
        return match, child

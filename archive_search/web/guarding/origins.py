"""Keep out what does not come from this machine's reader.

A name of ours in ``Host`` keeps out pages that had their own name lead to this machine (DNS rebinding); ``Origin`` and
``Sec-Fetch-Site`` keep out forms of pages of other origins, whatever else they know.

>>> is_ours("127.0.0.1:8765"), is_ours("LOCALHOST"), is_ours("[::1]:80"), is_ours("127.0.0.1.mechant.example")
(True, True, True, False)
>>> comes_from_us(Headers({"host": "localhost:1", "origin": "null"}))
False
"""

import re

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from archive_search.web.plain_failures import answer_plainly

LONGEST_ADDRESS = 500_000
"""Bytes of an address; an equation of the greatest length fits."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods of requests that change nothing."""

_OUR_NAMES = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
_OUR_SITES = frozenset({"same-origin", "none"})


class OwnOrigin:
    """Refuse requests for other hosts, changes asked for by other pages, and addresses that are too long."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        refusal = _refuse(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await answer_plainly(scope, *refusal)(scope, receive, send)


def _refuse(scope: Scope) -> tuple[int, str] | None:
    """Give the status and the sentence of a refusal; None for a request that may be answered."""
    headers = Headers(scope=scope)
    if not is_ours(headers.get("host", "")):
        return 421, "ce serveur ne répond qu'à 127.0.0.1 : corrigez l'adresse"
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
        return 414, "adresse trop longue : raccourcissez la requête, ou ôtez des filtres"
    if scope["method"] not in SAFE_METHODS and not comes_from_us(headers):
        return 403, "demande venue d'une autre page : refaites-la depuis archive-search"
    return None


def is_ours(host: str) -> bool:
    """Tell whether the value of ``Host`` is a name of this machine, with any port or none."""
    return _OUR_NAMES.fullmatch(host) is not None


def comes_from_us(headers: Headers) -> bool:
    """Tell whether a request that changes something was sent by a page of ours, or by no page at all."""
    origin = headers.get("origin")
    is_same = origin is None or origin.lower() == f"http://{headers.get('host', '')}".lower()
    return is_same and headers.get("sec-fetch-site", "same-origin") in _OUR_SITES

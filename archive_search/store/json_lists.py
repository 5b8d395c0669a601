"""Hand a list of values to SQLite as one value, for ``json_each``: a statement takes only so many."""

import json
from collections.abc import Sequence


def as_json_list(values: Sequence[str]) -> str:
    """Write texts as one JSON list; lone surrogates, which no database holds, become question marks."""
    return json.dumps([value.encode("utf-8", "replace").decode() for value in values], ensure_ascii=False)

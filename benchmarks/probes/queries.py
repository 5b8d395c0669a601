"""Write the words of queries.json in this program's query language.

>>> write_query("and2", ["paris", "adama"]), write_query("phrase2", ["première", "guerre"])
('paris ET adama', '"première guerre"')
"""

import json
from pathlib import Path

OPERATORS = {"and": " ET ", "or": " OU "}


def read_queries(path: Path) -> dict[str, list[str]]:
    """Give the queries of a file by kind, in this program's language."""
    kinds = json.loads(path.read_text(encoding="utf-8"))
    return {kind: [write_query(kind, words) for words in rows] for kind, rows in kinds.items()}


def write_query(kind: str, words: list[str]) -> str:
    """Write words as a query of their kind; a kind is a name and a number of words, save ``term``."""
    name = kind.rstrip("0123456789")
    if name == "phrase":
        return f'"{" ".join(words)}"'
    return OPERATORS.get(name, " ").join(words)

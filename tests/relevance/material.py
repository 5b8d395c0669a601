"""The measuring material beside the project, when it is there."""

import hashlib
import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"

needs_material = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring material is not beside the project")


def digest(path: Path) -> str:
    """First 16 hexadecimal digits of the SHA-256 of a file: a floor holds for the corpus that it was measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def load_queries(name: str) -> dict[str, str]:
    lines = (SHARED / "retrieval" / name / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return {query["id"]: free_text(query["text"]) for query in map(json.loads, lines)}


def free_text(question: str) -> str:
    """Take out what would be an operator or a field: the questions were not written in the query language."""
    return re.sub(r"[^\w'’.-]+", " ", question)


def load_judgements(name: str) -> dict[str, set[str]]:
    judgements: dict[str, set[str]] = {}
    for line in (SHARED / "retrieval" / name / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split()
        if int(grade) > 0:
            judgements.setdefault(query, set()).add(document)
    return judgements


def load_passages() -> dict[str, str]:
    lines = (SHARED / "retrieval" / "fquad" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    return {passage["id"]: passage["text"] for passage in map(json.loads, lines)}


def iterate_untitled_articles() -> Iterator[str]:
    """Yield the lines of the agency corpus without their titles, which are the queries of known_item."""
    with lzma.open(SHARED / "corpus" / "orangesum.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            del article["title"]
            yield json.dumps(article, ensure_ascii=False) + "\n"

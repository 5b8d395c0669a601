"""The whole agency corpus, as a librarian would bring it in: memory, checks, a second run, and known-item search."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from archive_search import Archive
from tests.relevance.material import (
    SHARED,
    digest,
    iterate_untitled_articles,
    load_judgements,
    load_queries,
    needs_material,
)
from tests.relevance.measures import measure

pytestmark = [needs_material, pytest.mark.corpus]

CORPUS_DIGEST = "afba9e3c9889966f"
ARTICLES = 34_371
FLOOR_MRR = 0.785
FLOOR_RECALL = 0.925
MEMORY_LIMIT_MB = 1000

# The child reports its own peak memory, in kilobytes on Linux.
_INDEX = """
import resource, sys
from archive_search.cli import main
try:
    main()
finally:
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


class Built(NamedTuple):
    archive: Path
    corpus: Path
    seconds: float
    peak_mb: int


def run_index(corpus: Path, archive: Path) -> tuple[dict[str, object], float, int]:
    """Index a corpus without its names, in a process of its own; give the report, its time and its peak memory."""
    started = time.perf_counter()
    command = [
        sys.executable,
        "-c",
        _INDEX,
        "index",
        "--no-entities",
        str(corpus),
        "--index",
        str(archive),
        "--format",
        "json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    peak = re.search(r"^peak (\d+)$", done.stderr, re.MULTILINE)
    assert peak
    return json.loads(done.stdout), time.perf_counter() - started, int(peak.group(1))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    assert digest(SHARED / "corpus" / "orangesum.jsonl.xz") == CORPUS_DIGEST, "the floors are of another corpus"
    folder = tmp_path_factory.mktemp("orangesum")
    corpus = folder / "untitled.jsonl"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(iterate_untitled_articles())
    report, seconds, peak = run_index(corpus, folder / "archive")
    assert report["added"] == ARTICLES
    assert report["failures"] == []
    print(f"\nindexed {ARTICLES} articles in {seconds:.0f} s, {ARTICLES / seconds:.0f} articles/s, peak {peak} MB")
    return Built(folder / "archive", corpus, seconds, peak)


def test_indexing_stays_under_a_gigabyte(built: Built) -> None:
    assert built.peak_mb < MEMORY_LIMIT_MB


def test_the_archive_is_sound(built: Built) -> None:
    with Archive.open(built.archive) as archive:
        assert archive.check() == []


def test_a_second_run_changes_nothing_in_a_tenth_of_the_time(built: Built) -> None:
    before = (built.archive / "archive.json").read_bytes()
    report, seconds, _peak = run_index(built.corpus, built.archive)
    assert (report["files_unchanged"], report["added"], report["replaced"], report["removed"]) == (1, 0, 0, 0)
    assert (built.archive / "archive.json").read_bytes() == before
    assert seconds < built.seconds / 10


def test_titles_find_their_article(built: Built) -> None:
    queries, judgements = load_queries("known_item"), load_judgements("known_item")
    with Archive.open(built.archive) as archive:
        quality = measure(
            queries, judgements, lambda text: [hit.article.id for hit in archive.search(text, any_word=True)]
        )
    print(f"\nknown_item: {quality}")
    assert quality.mrr >= FLOOR_MRR
    assert quality.recall >= FLOOR_RECALL

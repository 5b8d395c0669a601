"""French questions, each with the one paragraph that answers it, against plain BM25 in the same run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph
from tests.relevance.material import SHARED, digest, load_judgements, load_passages, load_queries, needs_material
from tests.relevance.measures import measure
from tests.relevance.plain_bm25 import PlainBm25

pytestmark = [needs_material, pytest.mark.corpus]

CORPUS_DIGEST = "630d6fee21ee8899"
FLOOR_MRR = 0.785
FLOOR_RECALL = 0.925
LEAD_OVER_BM25 = 0.01


@pytest.fixture(scope="module")
def passages() -> dict[str, str]:
    found = digest(SHARED / "retrieval" / "fquad" / "passages.jsonl")
    assert found == CORPUS_DIGEST, "the floors were measured on another corpus"
    return load_passages()


@pytest.fixture(scope="module")
def archive(passages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path: Path = tmp_path_factory.mktemp("fquad") / "archive"
    with Archive.create(path) as created:
        created.add_articles(
            Article(id=key, paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))
            for key, text in passages.items()
        )
        yield created


def test_questions_find_their_paragraph_better_than_plain_bm25(archive: Archive, passages: dict[str, str]) -> None:
    queries, judgements = load_queries("fquad"), load_judgements("fquad")
    ours = measure(queries, judgements, lambda text: [hit.article.id for hit in archive.search(text, any_word=True)])
    plain = measure(queries, judgements, PlainBm25(passages).rank)
    print(f"\nfquad: archive-search {ours}, plain BM25 over stems {plain}")
    assert ours.mrr >= plain.mrr + LEAD_OVER_BM25
    assert ours.mrr >= FLOOR_MRR
    assert ours.recall >= FLOOR_RECALL

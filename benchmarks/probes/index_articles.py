"""Index articles that are in memory already, through the Python API, as the peers are given them: id and text.

usage: python -m benchmarks.probes.index_articles CORPUS.jsonl.xz ARCHIVE WORKERS
"""

import json
import lzma
import sys
import time
from pathlib import Path

from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph


def read_articles(corpus: Path) -> list[Article]:
    """Read the whole corpus into memory."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        return [make_article(**json.loads(line)) for line in lines]


def make_article(*, id: str, text: str, **_rest: object) -> Article:  # noqa: A002  # the key of the corpus
    """Make an article of an id and a text whose paragraphs stand apart by a blank line.

    >>> [paragraph.text for paragraph in make_article(id="a1", text="Un quai.\\n\\nUn pont.").paragraphs]
    ['Un quai.', 'Un pont.']
    """
    texts = [part.strip() for part in text.split("\n\n") if part.strip()]
    paragraphs = [Paragraph(number=number, kind=Kind.BODY, text=part) for number, part in enumerate(texts, start=1)]
    return Article(id=id, paragraphs=tuple(paragraphs))


def main() -> None:
    """Time the making of an archive."""
    corpus, folder, workers = sys.argv[1:]
    articles = read_articles(Path(corpus))
    start = time.perf_counter()
    with Archive.create(folder, workers=int(workers)) as archive:
        archive.add_articles(articles)
    print(json.dumps(time.perf_counter() - start))


if __name__ == "__main__":
    main()

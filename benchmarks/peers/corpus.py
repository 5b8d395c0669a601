"""Cut the measuring corpus to the size asked for; every engine then reads the same file.

>>> from pathlib import Path
>>> from peers.corpus import take_articles
>>> corpus = take_articles(Path("corpus.jsonl.xz"), limit=2000, folder=Path("build"))  # doctest: +SKIP
"""

import json
import lzma
from itertools import islice
from pathlib import Path


def take_articles(corpus: Path, *, limit: int | None, folder: Path) -> Path:
    """Give a file of the first articles: the corpus itself without a limit, otherwise a copy in a folder."""
    if limit is None:
        return corpus
    shortened = folder / f"first-{limit}.jsonl.xz"
    with lzma.open(corpus, "rb") as lines, lzma.open(shortened, "wb", preset=0) as out:
        out.writelines(islice(lines, limit))
    return shortened


def count_corpus(corpus: Path) -> tuple[int, int]:
    """Count the articles and the characters of their texts."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        lengths = [len(json.loads(line)["text"]) for line in lines]
    return len(lengths), sum(lengths)

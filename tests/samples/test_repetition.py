"""What repetition takes out of real newspapers on one subject, where much is said again and again."""

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator

from archive_search.records import Article
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.tables.structured import article_from_values
from archive_search.sources.passages.passage_counts import PassageCounts
from archive_search.sources.passages.repeatable import find_passages
from archive_search.sources.passages.repetition import take_out_repeated
from tests.relevance.material import SHARED, needs_material

CORPUS = SHARED / "corpus" / "gilets_jaunes.jsonl.xz"


def iterate_articles() -> Iterator[Article]:
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            values = {name: value for name, value in json.loads(line).items() if isinstance(value, str)}
            article = article_from_values(values, number=number, origin=Origin(path="a", name="a"))
            if article is not None:
                yield article


@needs_material
def test_invitations_are_taken_out_of_newspapers_and_nothing_else() -> None:
    articles = list(iterate_articles())
    counts: dict[str | None, PassageCounts] = defaultdict(PassageCounts)
    repeated: dict[str | None, set[int]] = defaultdict(set)
    for article in articles:
        passages = [each for each in find_passages(article) if each.digest not in repeated[article.source]]
        crossed = counts[article.source].add(passages, key=article.title or "")
        repeated[article.source] |= {passage.digest for passage in crossed}
    cleaned = [take_out_repeated(article, repeated[article.source]) for article in articles]
    taken = Counter(" ".join(each.text.split()[:2]) for article in cleaned for each in article.removed)
    assert taken == {"Consultez notre": 113, "» Suivez": 35}

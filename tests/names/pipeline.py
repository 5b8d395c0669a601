"""Run all stages of naming over articles, in this process, without an archive."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from archive_search.entities.aliases import Aliases
from archive_search.entities.candidates import find_candidates
from archive_search.entities.casing import count_cases
from archive_search.entities.recognition import recognise
from archive_search.entities.resolution import resolve_names
from archive_search.entities.settling import SettledArticle, settle_article
from archive_search.entities.voting import count_votes, decide_types
from archive_search.records import Article
from tests.names.scoring import FoundName


@dataclass
class Seconds:
    """Seconds spent in each stage."""

    by_stage: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.by_stage[stage] += time.perf_counter() - start


def find_names(articles: Sequence[Article], seconds: Seconds | None = None) -> list[FoundName]:
    """Give the mentions of all articles, named and grouped as an archive of these articles would."""
    clock = seconds or Seconds()
    with clock.of("recognise"):
        spans = recognise([paragraph.text for article in articles for paragraph in article.paragraphs])
    rest = iter(spans)
    with clock.of("candidates"):
        candidates = [
            find_candidates(article.paragraphs, [next(rest) for _ in article.paragraphs]) for article in articles
        ]
    with clock.of("voting"):
        lower, capitalised = count_cases(paragraph.text for article in articles for paragraph in article.paragraphs)
        cases = {word: (lower[word], capitalised[word]) for word in lower.keys() | capitalised.keys()}
        decisions = decide_types(count_votes(each for found in candidates for each in found), cases)
    with clock.of("settling"):
        settled = [
            settle_article(article.paragraphs, found, decisions)
            for article, found in zip(articles, candidates, strict=True)
        ]
    with clock.of("resolving"):
        return _group(articles, settled)


def _group(articles: Sequence[Article], settled: Sequence[SettledArticle]) -> list[FoundName]:
    counts = Counter((mention.type, mention.name) for article in settled for mention in article.settled)
    acronyms: dict[str, Counter[str]] = {}
    for article in settled:
        for acronym, long_form in article.acronyms.items():
            acronyms.setdefault(acronym, Counter())[long_form] += 1
    groups = resolve_names(counts, acronyms=acronyms, aliases=Aliases())
    group_of = {member: group for group in groups for member in group.members}
    found = []
    for article, names in zip(articles, settled, strict=True):
        for mention in names.settled:
            group = group_of.get((mention.type, mention.name))
            if group is not None:
                place = (article.id, mention.paragraph, mention.start, mention.end)
                found.append(FoundName(*place, group.type, mention.role, mention.name, group.id, group.name))
    return found

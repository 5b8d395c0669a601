"""Which articles a filter keeps, on records and in the index."""

from datetime import date
from pathlib import Path

import pytest
from referee.writing import write_articles

from archive_search import Archive
from archive_search.query.tree import Field, Filter, Length, Matching, Published
from archive_search.search.conditions import article_meets, count_words
from search.samples import article, opened

WORDS = {
    "elided articles": ("L'armée, l’eau, d' hier", 3),
    "joined forms": ("Des S-300 et un A-1-B", 8),
    "compounds": ("Le vice-président", 3),
    "groups of thousands": ("10 000 hommes", 2),
    "dotted acronyms": ("L'O.N.U. vote", 2),
    "no words": ("— … !\0\u200b", 0),
    "nothing": ("", 0),
}


@pytest.mark.parametrize(("text", "count"), WORDS.values(), ids=list(WORDS))
def test_a_text_has_so_many_words(text: str, count: int) -> None:
    assert count_words(text) == count


KNOWN = article(
    "a",
    "Trois mots ici.",
    title="Le titre",
    date=date(2015, 9, 18),
    source="Le Phare (soir)",
    authors=("Paul Bréval", "Jeanne Ormeval"),
)

CONDITIONS: dict[str, tuple[Filter, bool]] = {
    "as many words as asked at least": (Length(least=5, most=None), True),
    "fewer words than asked": (Length(least=6, most=None), False),
    "as many words as asked at most": (Length(least=None, most=5), True),
    "more words than asked": (Length(least=None, most=4), False),
    "between": (Length(least=5, most=5), True),
    "first day": (Published(first=date(2015, 9, 18), last=None), True),
    "day before": (Published(first=date(2015, 9, 19), last=None), False),
    "last day": (Published(first=None, last=date(2015, 9, 18)), True),
    "words of a value": (Matching(field=Field.SOURCE, value="phare"), True),
    "words of a whole value": (Matching(field=Field.SOURCE, value="Le Phare", whole=True), False),
    "whole value": (Matching(field=Field.SOURCE, value="Le Phare (soir)", whole=True), True),
    "whole value in other letters": (Matching(field=Field.SOURCE, value="Le phare (soir)", whole=True), False),
    "one of several values": (Matching(field=Field.AUTHOR, value="Jeanne Ormeval", whole=True), True),
    "value without its accent": (Matching(field=Field.AUTHOR, value="Paul Breval", whole=True), False),
    "property that is not known": (Matching(field=Field.SECTION, value="", whole=True), False),
    "day after": (Published(first=None, last=date(2015, 9, 17)), False),
}


@pytest.mark.parametrize(("condition", "is_met"), CONDITIONS.values(), ids=list(CONDITIONS))
def test_an_article_meets_these_conditions(condition: Filter, is_met: bool) -> None:
    assert article_meets(KNOWN, condition) is is_met


def test_an_article_without_a_date_was_published_on_no_day() -> None:
    assert not article_meets(article("a", "Rien."), Published(first=None, last=date.max))


def test_the_index_counts_the_words_that_the_records_have(tmp_path: Path) -> None:
    texts = [text for text, _count in WORDS.values() if text]
    articles = [article("texts", *texts, title="Titre"), article("long", "mot " * 70_000), *write_articles(11, count=9)]
    with opened(tmp_path / "archive", articles) as parts:
        for asked in (1, 4, 20, 255, 256, 70_000, 10**30):
            for condition in (Length(least=asked, most=None), Length(least=None, most=asked)):
                kept = [number for number, each in enumerate(articles) if article_meets(each, condition)]
                assert parts.corpus.select_articles(condition).tolist() == kept


@pytest.mark.parametrize("condition", [case[0] for case in CONDITIONS.values()], ids=list(CONDITIONS))
def test_the_index_keeps_the_articles_that_the_records_tell(tmp_path: Path, condition: Filter) -> None:
    articles = [KNOWN, article("b", "Autre.", source="Le phare", authors=("Paul Breval",)), article("c", "Rien.")]
    with opened(tmp_path / "archive", articles) as parts:
        kept = [number for number, each in enumerate(articles) if article_meets(each, condition)]
        assert parts.corpus.select_articles(condition).tolist() == kept


@pytest.mark.parametrize("field", list(Field))
def test_no_article_has_half_a_surrogate_pair(tmp_path: Path, field: Field) -> None:
    with opened(tmp_path / "archive", [KNOWN]) as parts:
        condition = Matching(field=field, value="\ud800", whole=True)
        assert parts.corpus.select_articles(condition).tolist() == []


def test_articles_that_were_removed_have_no_length(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([article("a", "Un."), article("b", "Deux.")])
        archive.remove(["a"])
        assert [hit.article.id for hit in archive.search(Length(least=1, most=1))] == ["b"]

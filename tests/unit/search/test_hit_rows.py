"""Tests of hits as rows of a table."""

from datetime import date

from archive_search.records import Article, Kind, Paragraph, Span
from archive_search.search.hit_rows import HIT_COLUMNS, hit_row
from archive_search.search.results import FamilyOfHit, Hit
from archive_search.search.snippets import Snippet

BODY = Paragraph(number=1, kind=Kind.BODY, text="Le gué est coupé.")


def cells(hit: Hit) -> dict[str, object]:
    return dict(zip(HIT_COLUMNS, hit_row(hit), strict=True))


def test_a_hit_has_its_best_passage_with_its_marks() -> None:
    snippets = (Snippet(paragraph=1, text=BODY.text, marks=(Span(3, 6),)), Snippet(paragraph=2, text="x", marks=()))
    row = cells(Hit(rank=1, score=2.5, article=Article(id="a1", paragraphs=(BODY,)), snippets=snippets))
    assert (row["rank"], row["score"], row["paragraph"], row["snippet"]) == (1, 2.5, 1, "Le [gué] est coupé.")


def test_a_hit_has_its_family_and_whether_its_date_was_deduced() -> None:
    article = Article(id="a1", paragraphs=(BODY,), date=date(2015, 9, 18), date_reason="date du fichier")
    row = cells(Hit(rank=1, score=1.0, article=article, family=FamilyOfHit("a0", 4, 2)))
    assert (row["date"], row["date_deduced"], row["family"], row["others"]) == ("2015-09-18", 1, "a0", 2)


def test_what_is_unknown_is_empty() -> None:
    row = cells(Hit(rank=1, score=1.0, article=Article(id="a1", paragraphs=(BODY,))))
    assert [row[name] for name in ("date", "source", "snippet", "family")] == [None] * 4

"""Records are plain values: frozen, comparable, picklable."""

import pickle
from dataclasses import FrozenInstanceError
from datetime import date as Date

import pytest

from archive_search.records import HEADING_WIDTH, Article, Failure, Kind, Paragraph, RemovedText, Span

ARTICLE = Article(
    id="a1",
    title="Le pont rouvre",
    date=Date(2015, 9, 18),
    authors=("Ève Mauduit",),
    paragraphs=(Paragraph(number=1, kind=Kind.TITLE, text="Le pont rouvre"),),
    removed=(RemovedText(after=1, rule="partage", text="Partager"),),
)
RECORDS = [ARTICLE, *ARTICLE.paragraphs, *ARTICLE.removed, Failure(path="a", reason="b"), Span(1, 2), Kind.LEAD]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_survives_pickling(record: object) -> None:
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_can_be_a_key(record: object) -> None:
    assert len({record, pickle.loads(pickle.dumps(record))}) == 1


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ARTICLE.title = "Autre"  # type: ignore[misc]


def make(text: str, title: str | None = None) -> Article:
    return Article(id="a", title=title, paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))


@pytest.mark.parametrize(
    ("article", "heading"),
    [
        (make("Il a plu.", "La pluie"), "La pluie"),
        (make("Il a\nplu."), "Il a plu."),
        (Article(id="a", paragraphs=()), ""),
        (make("mot " * 50), " ".join(["mot"] * 22) + " …"),
    ],
    ids=["title", "first words", "nothing", "cut"],
)
def test_the_heading_is_the_title_or_the_first_words(article: Article, heading: str) -> None:
    assert article.heading == heading
    assert len(article.heading) <= HEADING_WIDTH + 2


@pytest.mark.parametrize(("line", "text"), [(None, "a.csv : coupé"), (3, "a.csv, ligne 3 : coupé")])
def test_a_failure_is_told_with_its_place(line: int | None, text: str) -> None:
    assert str(Failure(path="a.csv", line=line, reason="coupé")) == text

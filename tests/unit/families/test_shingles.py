"""Shingles depend on the words of standfirst and body alone, the same on every machine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families import shingles
from archive_search.families.shingles import Shingles, shingle_articles
from archive_search.records import Article, Kind, Paragraph
from families.dispatches import make_dispatch


def cut(*texts: str, kind: Kind = Kind.BODY) -> Shingles:
    paragraphs = tuple(Paragraph(number=rank, kind=kind, text=text) for rank, text in enumerate(texts, 1))
    [found] = shingle_articles([Article(id="a", paragraphs=paragraphs)])
    return found


def test_hashes_are_the_same_on_every_machine_and_in_every_run() -> None:
    assert cut("Le pont de Doriac rouvre").hashes.tolist() == [6609690502035271251]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("LE PONT DE DORIAC ROUVRE", id="capitals"),
        pytest.param("Le pont de Doriac rouvré", id="accents"),
        pytest.param("« Le pont » de Doriac : rouvre !", id="punctuation"),
        pytest.param("Le\u00a0pont de\u202fDoriac rouvre", id="blanks"),
    ],
)
def test_spelling_makes_no_difference(text: str) -> None:
    assert cut(text).hashes.tolist() == cut("Le pont de Doriac rouvre").hashes.tolist()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le pont de Doriac ouvre", id="another word"),
        pytest.param("Le pont de rouvre Doriac", id="another order"),
        pytest.param("Le pont de 2 rouvre", id="a number"),
    ],
)
def test_other_words_give_other_hashes(text: str) -> None:
    assert cut(text).hashes.tolist() != cut("Le pont de Doriac rouvre").hashes.tolist()


def test_no_shingle_reaches_over_the_end_of_a_paragraph() -> None:
    found = cut("un deux trois quatre cinq six", "sept huit", "neuf")
    assert (found.words, found.starts.tolist(), found.lengths.tolist()) == (9, [0, 1, 6, 8], [5, 5, 2, 1])


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.CAPTION, Kind.BYLINE, Kind.HEADING])
def test_only_standfirst_and_body_count(kind: Kind) -> None:
    assert cut("Le pont de Doriac rouvre", kind=kind).words == 0


def test_an_article_alone_gives_what_it_gives_among_others() -> None:
    articles = [make_dispatch("a", [1, 2]), make_dispatch("b", []), make_dispatch("c", [3])]
    together = shingle_articles(articles)
    for article, found in zip(articles, together, strict=True):
        [alone] = shingle_articles([article])
        assert [column.tolist() for column in alone[1:]] == [column.tolist() for column in found[1:]]


def test_no_articles_give_no_shingles() -> None:
    assert shingle_articles([]) == []


def test_only_the_beginning_of_a_huge_article_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shingles, "MOST_CHARACTERS", 20)
    assert cut("un deux trois", "quatre cinq six", "sept").words == 4


stock = st.lists(st.sampled_from(["le", "Pont", "Doriac,", "été", "rouvre."]), max_size=12).map(" ".join)


@given(st.lists(stock, max_size=4))
@settings(max_examples=60)
def test_shingles_are_runs_of_five_words_or_whole_short_paragraphs(texts: list[str]) -> None:
    runs = [
        tuple(words[start : start + 5]) for words in map(str.split, texts) for start in range(max(1, len(words) - 4))
    ]
    expected = [run for run in runs if run]
    found = cut(*texts)
    assert found.lengths.tolist() == [len(run) for run in expected]
    pairs = set(zip(expected, found.hashes.tolist(), strict=True))
    assert len(pairs) == len(set(expected)) == len(set(found.hashes.tolist()))

"""The words that tell what an article speaks of, and the query that they make."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search.query.printing import print_query
from archive_search.query.tree import Word
from archive_search.records import Article, Kind, Paragraph
from archive_search.search.similar import (
    MOST_WORDS,
    READ_CHARACTERS,
    ask_for_share,
    gather_words,
    weigh_words,
)
from search.samples import Opened, article, opened

FERRY = article(
    "bac", "Le bac de Brévan est à quai. Les bacs voisins et leurs passeurs attendent.", title="Le bac de Brévan à quai"
)
OTHERS = (
    article("passeurs", "Les passeurs de Brévan réclament un bac et un quai."),
    article("quai", "Le quai sera refait, le quai du marché aussi."),
    article("marché", "Le marché se tient sur le quai."),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(tmp_path_factory.mktemp("similar") / "archive", [FERRY, *OTHERS]) as parts:
        yield parts


def words_of(read: Article) -> list[str]:
    return [counted.word.text for counted in gather_words(read).values()]


def test_a_word_counts_in_all_its_forms_and_more_in_the_title() -> None:
    (counted,) = (each for each in gather_words(FERRY).values() if each.word.text == "bac")
    assert (counted.times, counted.frequency) == (3, 5.0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le bac de la rive", ["bac", "rive"]),
        ("12 bacs, 1,5 tonne, 2017", ["bacs", "tonne"]),
        ("L'O.N.U. et le S-300", ["ONU", "S300"]),
        ("a b c", []),
    ],
    ids=["function words", "numbers", "compounds and acronyms", "letters"],
)
def test_only_words_that_say_something_are_gathered(text: str, words: list[str]) -> None:
    assert words_of(article("a", text)) == words


def test_a_signature_tells_nothing_of_what_an_article_speaks_of() -> None:
    signed = Article(
        id="a",
        paragraphs=(
            Paragraph(number=1, kind=Kind.BODY, text="Le bac attend."),
            Paragraph(number=2, kind=Kind.BYLINE, text="Odile Marchenoir"),
        ),
    )
    assert words_of(signed) == ["bac", "attend"]


def test_an_article_without_end_is_read_to_some_length() -> None:
    assert words_of(article("a", "bac " * (READ_CHARACTERS // 4), "quai")) == ["bac"]


def test_words_that_no_other_article_has_are_not_looked_for(archive: Opened) -> None:
    written = {word.text for word in weigh_words(FERRY, archive.corpus, copies=1) if isinstance(word, Word)}
    assert written == {"bac", "Brévan", "quai", "passeurs"}


def test_words_that_only_copies_of_the_article_have_are_not_looked_for(archive: Opened) -> None:
    assert Word(text="passeurs") in weigh_words(FERRY, archive.corpus, copies=1)
    assert Word(text="passeurs") not in weigh_words(FERRY, archive.corpus, copies=2)


def test_the_most_telling_words_are_frequent_in_the_article_and_rare_elsewhere(archive: Opened) -> None:
    weights = weigh_words(FERRY, archive.corpus, copies=1)
    assert list(weights)[:2] == [Word(text="bac"), Word(text="Brévan")]
    assert weights[Word(text="bac")] > weights[Word(text="passeurs")]


def test_an_article_is_asked_for_by_so_many_words_at_most(tmp_path: Path) -> None:
    names = " ".join(f"Lieu{letter}{other}" for letter in "abcdef" for other in "ghijklm")
    with opened(tmp_path / "archive", [article("a", names), article("b", names)]) as parts:
        assert len(weigh_words(article("a", names), parts.corpus, copies=1)) == MOST_WORDS


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["bac"], "bac"),
        (["bac", "quai"], "bac ET quai"),
        (["bac", "quai", "rive"], "2 PARMI (bac, quai, rive)"),
        ([f"mot{n}" for n in range(15)], f"3 PARMI ({', '.join(f'mot{n}' for n in range(15))})"),
    ],
    ids=["one", "two", "two of few", "a fifth of many"],
)
def test_the_query_asks_for_a_share_of_the_words(words: list[str], query: str) -> None:
    assert print_query(ask_for_share({Word(text=word): 1.0 for word in words})) == query

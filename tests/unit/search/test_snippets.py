"""Passages: parts of one paragraph, of bounded width, that hold their marks whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Word
from archive_search.records import Article, Span
from archive_search.search.marking import ArticleMarks, Place
from archive_search.search.snippets import SNIPPET_WIDTH, Snippet, choose_window, cut_snippets
from search.samples import article

BASE, AIR = Word(text="base"), Word(text="aérienne")
SECOND, THIRD = Place(BASE, 1, 1), Place(AIR, 2, 2)
MARGIN = 40
"""How far a cut may move to fall between words."""


def words_under(text: str, *spans: tuple[int, int]) -> list[Place]:
    """Give the places of a word of the query, from the words that start to those that end with the spans."""
    words = list(tokenize(text))
    first = {word.start: word.position for word in words}
    last = {word.end: word.last for word in words}
    return [Place(BASE, first[start], last[end]) for start, end in spans]


def cut(text: str, *spans: tuple[int, int]) -> Snippet:
    marks = ArticleMarks({1: words_under(text, *spans)} if spans else {})
    (snippet,) = cut_snippets(article("a", text), marks, {BASE: 1.0}, limit=3)
    return snippet


def three(title: str | None = None) -> Article:
    return article("a", "La base.", "La base aérienne.", "Une flotte aérienne.", title=title)


def test_a_short_paragraph_is_shown_whole() -> None:
    snippet = cut("Une base aérienne.", (4, 8))
    assert (snippet.text, snippet.starts_inside, snippet.ends_inside) == ("Une base aérienne.", False, False)


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "mot " * 200 + "base " + "suite " * 200
    snippet = cut(text, (800, 804))
    assert set(snippet.text.split()) == {"mot", "base", "suite"}
    assert (snippet.starts_inside, snippet.ends_inside) == (True, True)


def test_the_passage_with_the_most_different_words_is_chosen() -> None:
    text = "base, base, base, " + "mot " * 300 + "base, aérienne, " + "mot " * 300
    place = text.index("base, aérienne")
    spans = [(0, 4), (6, 10), (12, 16), (place, place + 4), (place + 6, place + 14)]
    assert "base, aérienne" in cut(text, *spans).text


def test_the_paragraph_with_the_most_telling_words_comes_first() -> None:
    marks = ArticleMarks({1: [SECOND], 2: [SECOND, THIRD], 3: [THIRD]})
    snippets = cut_snippets(three(), marks, {BASE: 1.0, AIR: 2.0}, limit=2)
    assert [snippet.paragraph for snippet in snippets] == [2, 3]


def test_paragraphs_of_equal_worth_come_in_their_order() -> None:
    marks = ArticleMarks({1: [SECOND], 2: [SECOND]})
    assert [snippet.paragraph for snippet in cut_snippets(three(), marks, {BASE: 1.0}, limit=3)] == [1, 2]


def test_no_more_snippets_are_cut_than_wanted() -> None:
    marks = ArticleMarks({1: [SECOND], 2: [SECOND]})
    assert cut_snippets(three(), marks, {}, limit=0) == cut_snippets(three(), ArticleMarks({}), {}, limit=0) == ()


def test_a_paragraph_marked_too_far_on_gives_way_to_the_next() -> None:
    marks = ArticleMarks({1: [SECOND, Place(AIR, 99, 99)], 2: [Place(AIR, 99, 99)], 3: [THIRD]})
    snippets = cut_snippets(three(), marks, {BASE: 1.0, AIR: 2.0}, limit=2)
    assert [snippet.paragraph for snippet in snippets] == [1, 3]


def test_a_title_is_a_snippet_only_when_nothing_else_is_marked() -> None:
    titled = three(title="La base")
    alone = ArticleMarks({1: [SECOND]})
    beside = ArticleMarks({1: [SECOND], 2: [SECOND]})
    assert [snippet.paragraph for snippet in cut_snippets(titled, alone, {}, limit=3)] == [1]
    assert [snippet.paragraph for snippet in cut_snippets(titled, beside, {}, limit=3)] == [2]


def test_without_marks_the_text_begins() -> None:
    (snippet,) = cut_snippets(three(title="Titre"), ArticleMarks({}), {}, limit=3)
    assert (snippet.paragraph, snippet.text, snippet.marks) == (2, "La base.", ())


def test_an_article_of_a_title_alone_shows_it() -> None:
    (snippet,) = cut_snippets(article("a", title="Titre"), ArticleMarks({}), {}, limit=3)
    assert snippet.text == "Titre"


def test_a_phrase_longer_than_a_snippet_is_whole() -> None:
    text = "début " * 100 + "phrase " * 60 + "fin " * 100
    start = text.index("phrase")
    snippet = cut(text, (start, start + 419))
    assert [snippet.text[mark.start : mark.end] for mark in snippet.marks] == [text[start : start + 419]]


def test_an_endless_mark_does_not_make_an_endless_snippet() -> None:
    text = "oui " * 20_000
    snippet = cut(text, (0, len(text) - 1))
    assert len(snippet.text) <= 10 * SNIPPET_WIDTH
    assert snippet.marks


@st.composite
def marked_paragraphs(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    words = draw(
        st.lists(st.sampled_from(["base", "aérienne", "x", "anticonstitutionnel" * 3, "\u00a0", "l'eau"]), max_size=150)
    )
    words = [*words, "fin"]
    # Commas keep the marks apart.
    starts = [len(", ".join([*words[:number], ""])) for number in range(len(words))]
    spans = [(start, start + len(word)) for start, word in zip(starts, words, strict=True) if word.isalpha()]
    return ", ".join(words), sorted(draw(st.sets(st.sampled_from(spans), max_size=8)))


@given(paragraph=marked_paragraphs())
def test_a_snippet_is_a_part_of_its_paragraph(paragraph: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = paragraph
    snippet = cut(text, *spans)
    assert snippet.text in text
    assert text.startswith(snippet.text) or snippet.starts_inside
    assert text.endswith(snippet.text) or snippet.ends_inside


@given(paragraph=marked_paragraphs())
def test_every_mark_of_a_snippet_is_a_marked_piece_of_the_paragraph(
    paragraph: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = paragraph
    snippet = cut(text, *spans)
    marked = {text[start:end] for start, end in spans}
    assert {snippet.text[mark.start : mark.end] for mark in snippet.marks} <= marked
    assert bool(snippet.marks) == bool(spans)


@given(paragraph=marked_paragraphs())
def test_a_snippet_has_about_the_wanted_width(paragraph: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = paragraph
    snippet = cut(text, *spans)
    assert len(snippet.text) <= SNIPPET_WIDTH * 5 // 4 + MARGIN
    assert len(snippet.text) >= min(len(text), SNIPPET_WIDTH - 2 * MARGIN)


@given(paragraph=marked_paragraphs(), width=st.integers(20, 400))
def test_a_window_holds_at_least_one_mark_whole(paragraph: tuple[str, list[tuple[int, int]]], width: int) -> None:
    text, spans = paragraph
    window = choose_window(text, [Span(*span) for span in spans], width=width)
    assert 0 <= window.start <= window.end <= len(text)
    assert not spans or any(window.start <= start and end <= window.end for start, end in spans)


@pytest.mark.parametrize("text", ["x" * 5000, "\u00a0" * 5000, "é" * 376], ids=["one word", "blanks", "just too long"])
def test_a_text_without_breaks_is_cut_all_the_same(text: str) -> None:
    assert len(cut(text).text) <= SNIPPET_WIDTH

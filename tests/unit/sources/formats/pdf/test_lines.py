from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.pdf.lines import gather_lines
from archive_search.sources.formats.pdf.words import Word


def row(text, *, left=50.0, height=100.0, size=10.0, gap=3.0, run=0):
    words = []
    for word in text.split():
        words.append(Word(text=word, left=left, right=left + 5 * len(word), baseline=height, size=size, run=run))
        left = words[-1].right + gap
    return words


def texts(words):
    return [line.text for line in gather_lines(words)]


def test_words_with_wide_spaces_in_a_full_column_are_one_line():
    words = [
        *row("Le conseil municipal a voté hier", height=88),
        *row("la rénovation complète", height=100, gap=12),
        *row("du vieux port malgré les élus", height=112),
    ]
    assert texts(words)[1] == "la rénovation complète"


def test_words_of_one_string_are_one_line_whatever_their_space():
    assert texts(row("la rénovation", gap=30, run=7)) == ["la rénovation"]
    assert texts(row("la rénovation", gap=31)) == ["la", "rénovation"]


def test_a_gutter_clear_below_parts_two_columns():
    words = [
        word for place in range(3) for left in (50, 125) for word in row("mots ici", left=left, height=100 + 12 * place)
    ]
    assert texts(words) == ["mots ici"] * 6


def test_words_written_later_find_their_place_in_the_line():
    before, link, after = row("selon"), row("Courrier", left=78), row(", hier", left=118)
    assert texts([*before, *after, *link]) == ["selon Courrier, hier"]


def test_the_mark_of_an_item_is_in_its_line():
    words = [*row("•", height=100), *row("•", height=112)]
    words += [*row("le port", left=70, height=100), *row("la ville", left=70, height=112)]
    assert texts(words) == ["• le port", "• la ville"]


def test_a_large_initial_is_put_before_its_word_and_sets_the_edge_of_the_lines_beside_it():
    words = [Word(text="L", left=50, right=68, baseline=112, size=30)]
    words += [*row("e port", left=71, height=95), *row("rouvre", left=71, height=107), *row("enfin", height=119)]
    lines = gather_lines(words)
    assert [(line.text, line.left) for line in lines] == [("Le port", 50), ("rouvre", 50), ("enfin", 50)]


places = st.builds(
    Word,
    text=st.text("abcé-", min_size=1, max_size=6),
    left=st.floats(0, 500),
    right=st.floats(500, 600),
    baseline=st.floats(0, 800),
    size=st.floats(4, 60),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=30))
def test_no_letter_is_lost_or_made_up(words):
    letters = sorted("".join(word.text for word in words))
    assert sorted("".join(texts(words)).replace(" ", "")) == letters

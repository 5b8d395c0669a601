import pytest

from archive_search.sources.formats.pdf.lines import Line
from archive_search.sources.formats.pdf.running_heads import RunningHeads, is_page_number


def line(text, height):
    return Line(text=text, left=50, right=150, baseline=height, size=10)


def heads_of(*pages):
    heads = RunningHeads()
    heads.learn(pages)
    return [[line.text for line in heads.find(page)] for page in pages]


def page(*rows, head="", foot=""):
    body = [line(text, 100 + 12 * place) for place, text in enumerate(rows)]
    return [line(text, height) for text, height in ((head, 30), (foot, 800)) if text] + body


def test_figures_may_change_from_page_to_page():
    pages = [page("Un.", head="Le Courrier, page 3"), page("Deux.", head="Le Courrier, page 4")]
    assert heads_of(*pages) == [["Le Courrier, page 3"], ["Le Courrier, page 4"]]


def test_heads_of_left_and_right_pages_may_differ():
    names = ["Le Courrier", "Les nouvelles du port"] * 2
    pages = [page(f"Texte {place:c} du jour", head=name) for place, name in enumerate(names, 65)]
    assert heads_of(*pages) == [[name] for name in names]


def test_the_same_line_at_another_height_is_text():
    first, second = page("Le port rouvre.", "Un."), page("Deux.", "Le port rouvre.")
    assert heads_of(first, second) == [[], []]


def test_one_word_at_the_same_height_of_two_pages_is_chance():
    assert heads_of(page("selon"), page("selon")) == [[], []]
    assert heads_of(*[page("Monde")] * 3) == [["Monde"]] * 3


def test_the_lines_in_the_middle_of_a_page_are_text():
    rows = ["a b c d e", "f g h i j", "k l m n o", "Il a plu hier.", "p q r s t", "u v w x y", "z a b c d"]
    shifted = [text[::-1] if "plu" not in text else text for text in rows]
    assert heads_of(page(*rows), page(*shifted)) == [[], []]


@pytest.mark.parametrize("text", ["12", "- 12 -", "Page 3 sur 5", "p. 7", "3/5"])
def test_numbers_of_pages_are_known(text):
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["2015.", "12 morts", "page blanche", "2015"])
def test_other_short_lines_are_no_numbers_of_pages(text):
    assert not is_page_number(text)

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.passages.text_splitting import split_passages

PARAGRAPH = "Le conseil a voté la paix après une nuit de débats que les deux camps ont jugés utiles et francs. " * 4


def texts(text):
    return [passage.text for passage in split_passages(text)]


def test_a_long_line_stays_one_paragraph():
    assert texts("Titre\n\n" + PARAGRAPH) == ["Titre", PARAGRAPH.strip()]


def test_lines_wrapped_at_a_fixed_width_are_joined():
    wrapped = textwrap.fill(PARAGRAPH, 72)
    assert texts(f"Un titre\n\n{wrapped}\n\n{wrapped}") == ["Un titre", PARAGRAPH.strip(), PARAGRAPH.strip()]


def test_a_compound_cut_at_the_end_of_a_line_is_joined_without_space():
    wrapped = "\n".join(["La route qui mène de la capitale à Saint-", "Denis reste coupée par la crue du fleuve,"] * 3)
    assert "Saint-Denis" in texts(wrapped)[0]


def test_short_lines_that_are_not_full_stay_apart():
    assert texts("Publié hier\n12\n\n" + PARAGRAPH) == ["Publié hier", "12", PARAGRAPH.strip()]


def test_without_blank_lines_each_line_is_alone():
    assert all(passage.is_alone for passage in split_passages(f"Titre\n{PARAGRAPH}\n{PARAGRAPH}"))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["Un", "deux.", "\n", "\n\n", " ", "Saint", "long " * 20, "\t"])))
def test_no_word_is_lost(parts):
    text = " ".join(parts)
    assert " ".join(texts(text)).split() == text.split()

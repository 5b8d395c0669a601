import pytest

from archive_search.sources.formats.press.factiva_head import find_length, read_head
from archive_search.sources.formats.press.fields import Field
from archive_search.sources.html.markup_lines import lines_of_text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("295 mots", 0, id="french"),
        pytest.param("1 295 mots", 0, id="thousands"),
        pytest.param("1,295 words", 0, id="english"),
        pytest.param("295 mots de trop", None, id="sentence"),
    ],
)
def test_the_line_of_the_length_is_found(line, expected):
    assert find_length(lines_of_text(line)) == expected


def test_a_name_below_the_title_signs():
    fields, _ = read_head(lines_of_text("Le port rouvre\nJeanne Dupont\n12 mots\n3 mars 2015\nLa Gazette"))
    assert (fields[Field.TITLE], fields[Field.AUTHORS]) == (["Le port rouvre"], ["Jeanne Dupont"])


def test_a_title_on_two_lines_has_no_section():
    title = "Après deux ans de travaux qui ont coûté cher à la ville et à ses\nhabitants, le port rouvre"
    fields, _ = read_head(lines_of_text(f"{title}\n12 mots\n3 mars 2015\nLa Gazette"))
    assert " ".join(fields[Field.TITLE]) == title.replace("\n", " ")
    assert Field.SECTION not in fields


def test_a_day_in_another_language_is_no_publication():
    fields, _ = read_head(lines_of_text("Le port\n12 Wörter\n9 Januar 1993\nLa Gazette"))
    assert fields[Field.SOURCE] == ["La Gazette"]


def test_rights_end_the_head_whatever_the_language_is_called():
    lines = lines_of_text(
        "Le port\n12 mots\n3 mars 2015\nLa Gazette\nGAZFR\n7\nOccitan\n(c) 2015 La Gazette\n\nLes quais."
    )
    fields, start = read_head(lines)
    assert lines[start].text == "Les quais."
    assert (fields[Field.PAGE], fields[Field.RIGHTS]) == (["7"], ["(c) 2015 La Gazette"])


def test_rights_without_a_sign_are_the_line_that_ends_the_block():
    lines = lines_of_text(
        "Le port\n12 mots\n3 mars 2015\nLa Gazette\nGAZFR\nFrançais\nLa Gazette SA 2015\n\nLes quais."
    )
    fields, start = read_head(lines)
    assert lines[start].text == "Les quais."
    assert fields[Field.RIGHTS] == ["La Gazette SA 2015"]


def test_without_a_language_the_text_begins_below_the_code_of_the_source():
    lines = lines_of_text("Le port\n12 mots\n3 mars 2015\nLa Gazette\nGAZFR\nLes quais sont pleins.")
    fields, start = read_head(lines)
    assert lines[start].text == "Les quais sont pleins."
    assert fields[Field.SOURCE] == ["La Gazette"]

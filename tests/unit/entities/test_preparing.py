from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.preparing import prepare_text


@settings(max_examples=200)
@given(st.text())
def test_preparing_keeps_every_offset(text):
    assert len(prepare_text(text)) == len(text)


@settings(max_examples=100)
@given(st.text(alphabet="a \u00a0\u2009’`\u2011\n"))
def test_preparing_twice_is_preparing_once(text):
    assert prepare_text(prepare_text(text)) == prepare_text(text)


def test_blanks_apostrophes_and_hyphens_of_typography_become_plain():
    assert prepare_text("M.\u00a0Roy\u202fd\u2019Aix\u2011les\u2011Bains") == "M. Roy d'Aix-les-Bains"


def test_line_breaks_stay_because_they_divide_names():
    assert prepare_text("Odile Pasquier\nMarc Roy\t3") == "Odile Pasquier\nMarc Roy\t3"

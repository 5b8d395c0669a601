import pytest

from archive_search.entities.person_spans import cut_to_person
from tests.unit.entities.marked_spans import read_marked


@pytest.mark.parametrize(
    ("marked", "titled", "name"),
    [
        pytest.param("[PER Odile viré de la chaîne]", False, "Odile", id="small-words-behind"),
        pytest.param("[PER le chanteur Odile de La Tour]", False, "Odile de La Tour", id="small-words-before"),
        pytest.param("M. [PER de La Tour]", True, "de La Tour", id="particle-behind-a-title"),
        pytest.param("départ [PER de Pasquier]", False, "Pasquier", id="preposition"),
        pytest.param("[PER al-Khatib]", False, "al-Khatib", id="arabic-article"),
        pytest.param("[PER d'Odile Pasquier]", False, "Odile Pasquier", id="elision"),
        pytest.param("Quai-[PER Odile Pasquier]", False, "Odile Pasquier", id="hyphen-before"),
    ],
)
def test_a_person_is_cut_down_to_the_name(marked, titled, name):
    text, (span,) = read_marked(marked)
    cut = cut_to_person(text, span, titled=titled)
    assert cut is not None
    assert text[cut.start : cut.end] == name


def test_a_span_without_capitals_is_nobody():
    text, (span,) = read_marked("[PER hashtag]")
    assert cut_to_person(text, span, titled=False) is None

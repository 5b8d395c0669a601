import pytest

from archive_search.entities.person_spans import cut_to_person, take_surname
from tests.unit.entities.marked_spans import read_marked, shown


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


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        pytest.param("[PER Odile] Pasquier attend", "PER Odile Pasquier", id="surname"),
        pytest.param("le ministre [LOC Odile] de La Tour", "PER Odile de La Tour", id="particle"),
        pytest.param("[PER Odile] Mardi", "PER Odile", id="day"),
        pytest.param("[PER Odile] de Marseille", "PER Odile", id="town"),
        pytest.param("[PER Odile] SNCF", "PER Odile", id="acronym"),
        pytest.param("[PER Odile], Pasquier", "PER Odile", id="comma"),
        pytest.param("la [LOC Dominique] Pasquier attend", "LOC Dominique", id="territory-like-a-given-name"),
        pytest.param("[PER Pasquier] Roy", "PER Pasquier", id="no-given-name"),
    ],
)
def test_a_given_name_takes_the_surname_behind_it(marked, name):
    text, (span,) = read_marked(marked)
    assert shown(text, [take_surname(text, span)])[0] == name

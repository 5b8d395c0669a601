import pytest

from archive_search.entities.joined_names import cut_opening_word, part_names
from tests.unit.entities.marked_spans import read_marked, shown


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("[PER Juridiquement Dufour] peut", "PER Dufour", id="adverb"),
        pytest.param("[PER Selon Marc Roy], rien", "PER Marc Roy", id="preposition"),
        pytest.param("Bien. [ORG Chez Dufour], rien", "ORG Dufour", id="second-sentence"),
        pytest.param("[ORG Parlement Européen]", "ORG Parlement Européen", id="noun-like-an-adverb"),
        pytest.param("la revue [ORG Contre Pouvoir]", "ORG Contre Pouvoir", id="inside-a-sentence"),
        pytest.param("[PER Clément Roy]", "PER Clément Roy", id="given-name"),
    ],
)
def test_a_word_that_opens_the_sentence_is_cut(marked, left):
    text, (span,) = read_marked(marked)
    assert shown(text, [cut_opening_word(text, span)])[0] == left


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param("[PER LREM Odile Pasquier]", ["ORG LREM", "PER Odile Pasquier"], id="party"),
        pytest.param("[ORG LR Odile Pasquier]", ["ORG LR", "PER Odile Pasquier"], id="doubtful-party"),
        pytest.param("à [LOC Rome Marc Roy]", ["LOC Rome", "PER Marc Roy"], id="city"),
        pytest.param("l'évêque de [LOC Digne Marc Roy]", ["LOC Digne", "PER Marc Roy"], id="town-of-an-office"),
        pytest.param("le conseiller aux [PER Etats Marc Roy]", ["PER Marc Roy"], id="common-noun"),
        pytest.param("la gare de [LOC Lyon Jean Macé]", ["LOC Lyon Jean Macé"], id="station"),
        pytest.param("[PER Victoria Marie Roy]", ["PER Victoria Marie Roy"], id="given-name-like-a-city"),
        pytest.param("une [ORG Aston Martin Roy]", ["ORG Aston Martin Roy"], id="company-like-a-city"),
        pytest.param("[PER Chelsea Roy]", ["PER Chelsea Roy"], id="two-words"),
        pytest.param("[LOC Stade Pierre Roy]", ["LOC Stade Pierre Roy"], id="named-after-a-person"),
    ],
)
def test_a_town_or_party_is_parted_from_the_person_behind_it(marked, names):
    text, (span,) = read_marked(marked)
    assert shown(text, part_names(text, span)) == names

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.cleaning import clean_spans
from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType
from tests.unit.entities.marked_spans import read_marked, shown


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("au [ORG Sénat mardi], puis", ["ORG Sénat"], id="day-behind"),
        pytest.param("du [ORG Comité du port dimanche soir]", ["ORG Comité du port"], id="time-behind"),
        pytest.param("du [ORG Comité du port cité] par", ["ORG Comité du port"], id="verb-behind"),
        pytest.param("l'[ORG Institut de la mer de l']Université", ["ORG Institut de la mer"], id="article-behind"),
        pytest.param("chez [ORG Dufour -]", ["ORG Dufour"], id="dash-behind"),
        pytest.param("du « [PER Odile Pasquier»]", ["PER Odile Pasquier"], id="guillemet-behind"),
        pytest.param("par [PER Lou - Le Phare]", ["PER Lou"], id="credit-behind"),
        pytest.param("chez [ORG Wilson']s Pub", ["ORG Wilson's"], id="english-genitive"),
        pytest.param("à [LOC Ren]nes", ["LOC Rennes"], id="cut-word"),
        pytest.param("l'[ORG Union (unie)] a", ["ORG Union (unie)"], id="parenthesis-of-its-own"),
        pytest.param("aux [LOC U.S.A.]", ["LOC U.S.A."], id="dotted-acronym"),
        pytest.param("le [PER président Odile Pasquier] dit", ["PER Odile Pasquier"], id="office-before"),
        pytest.param("le [ORG ministre des Sports Odile Pasquier]", ["PER Odile Pasquier"], id="minister"),
        pytest.param("les [LOC Norvégiens] et le [PER président de la République]", [], id="no-names"),
        pytest.param("le [LOC Kremlin] nie", ["ORG Kremlin"], id="institution-taken-for-a-place"),
        pytest.param("au [ORG Grand Rendez]-vous", ["ORG Grand Rendez-vous"], id="cut-compound"),
        pytest.param("« [LOC Voulez]-vous »", ["LOC Voulez"], id="pronoun-behind-a-hyphen"),
        pytest.param("« Viens », dit [PER Roy]-t-il", ["PER Roy"], id="verb-behind-a-hyphen"),
        pytest.param("[PER Odile Pasquier]-là", ["PER Odile Pasquier"], id="particle-behind-a-hyphen"),
        pytest.param("bat l'[ORG Olympique 2-1] à", ["ORG Olympique"], id="score-behind"),
        pytest.param("[PER Selon Odile Pasquier]", ["PER Odile Pasquier"], id="opening-word"),
        pytest.param("[ORG LREM Odile Pasquier]", ["ORG LREM", "PER Odile Pasquier"], id="party-before"),
        pytest.param("la [LOC fondation Dufour]", ["ORG fondation Dufour"], id="type-of-the-head"),
        pytest.param("[PER Odile Pasquier\nMarc Roy]", ["PER Odile Pasquier"], id="line-break"),
    ],
)
def test_spans_of_the_model_are_corrected(marked, left):
    text, spans = read_marked(marked)
    assert shown(text, clean_spans(text, spans)) == left


@settings(max_examples=300)
@given(
    st.text(alphabet="ABéd' -.«(1\nM"),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(EntityType)), max_size=3),
)
def test_whatever_is_recognised_stays_within_the_text(text, parts):
    spans = [RecognisedSpan(start, start + length, kind) for start, length, kind in parts]
    assert all(0 <= span.start < span.end <= len(text) for span in clean_spans(text, spans))

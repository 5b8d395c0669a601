import pytest

from archive_search.entities.span_types import type_of_name
from archive_search.records import EntityType
from tests.unit.entities.marked_spans import read_marked


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        pytest.param("la [LOC fondation Dufour]", EntityType.ORG, id="organisation"),
        pytest.param("la [LOC gare Dufour]", EntityType.PLACE, id="place"),
        pytest.param("l'[LOC Union]", EntityType.PLACE, id="head-alone"),
        pytest.param("vu sur [LOC France 3 Normandie]", EntityType.ORG, id="region-of-a-channel"),
        pytest.param("la [LOC France du Nord]", EntityType.PLACE, id="territory"),
        pytest.param("la [PER Ligue Roy]", EntityType.PERSON, id="person"),
    ],
)
def test_what_opens_a_name_tells_an_organisation(marked, kind):
    text, (span,) = read_marked(marked)
    assert type_of_name(text, span) is kind


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        pytest.param("la commune de [PER Souk Roy]", EntityType.PLACE, id="town"),
        pytest.param("la wilaya d'[PER Oum Roy]", EntityType.PLACE, id="elision"),
        pytest.param("le cours [PER Victor-Hugo]", EntityType.PLACE, id="street"),
        pytest.param("le lycée [PER Marc Roy]", EntityType.PLACE, id="school-named-after-a-person"),
        pytest.param("la ville de [PER Marc Roy]", EntityType.PERSON, id="town-of-a-person"),
        pytest.param("le parcours [PER Roy]", EntityType.PERSON, id="end-of-a-word"),
    ],
)
def test_what_stands_before_a_name_tells_a_place(marked, kind):
    text, (span,) = read_marked(marked)
    assert type_of_name(text, span) is kind

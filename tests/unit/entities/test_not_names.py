import pytest

from archive_search.entities.not_names import is_no_name, known_type
from archive_search.records import EntityType
from tests.unit.entities.marked_spans import read_marked


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[PER Jeudi] soir", id="day"),
        pytest.param("selon les [LOC Norvégiens]", id="demonym"),
        pytest.param("voir ID:[ORG nL4N0XY1AB]", id="identifier"),
        pytest.param("sur l'[LOC A47]", id="road"),
        pytest.param("sur [LOC https://port.example/Rome]", id="address"),
        pytest.param("de #[PER TousAuPort]", id="hashtag"),
        pytest.param("de @[PER Odile]", id="handle"),
        pytest.param("(Odile, [PER NDLR])", id="mark-of-the-newsroom"),
        pytest.param("l'[LOC État] paiera", id="bare-institution"),
        pytest.param("un [PER ministre]", id="office"),
        pytest.param("plan [ORG B]", id="letter"),
    ],
)
def test_what_only_looks_like_a_name_is_told(marked):
    text, (span,) = read_marked(marked)
    assert is_no_name(text, span)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[PER Odile Pasquier]", id="person"),
        pytest.param("la chaîne [ORG C8]", id="channel"),
        pytest.param("[ORG Gazette.info] écrit", id="site"),
        pytest.param("lu dans [ORG Le Parisien]", id="newspaper"),
        pytest.param("à #[LOC Rome]", id="place-in-a-hashtag"),
        pytest.param("en [LOC Corse]", id="place-that-is-an-adjective"),
    ],
)
def test_names_stay_names(marked):
    text, (span,) = read_marked(marked)
    assert not is_no_name(text, span)


def test_an_article_makes_a_newspaper_of_an_adjective():
    text, (span,) = read_marked("confié au [LOC Parisien] lundi")
    assert known_type(text, span) is EntityType.ORG
    text, (span,) = read_marked("un [LOC Parisien] inquiet")
    assert known_type(text, span) is None

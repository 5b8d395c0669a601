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
        pytest.param("#Pecheur[PER Content] dit", id="end-of-a-hashtag"),
        pytest.param("sur la [ORG RD1091]", id="departmental-road"),
        pytest.param("sur la [ORG D 34]", id="road-with-its-article"),
        pytest.param("l'[LOC A13 Caen-Paris]", id="road-and-its-ends"),
        pytest.param("le [ORG RER B]", id="suburban-train"),
        pytest.param("le vol [ORG XK 407]", id="flight"),
        pytest.param("au [LOC XIXe]", id="ordinal"),
        pytest.param("250 [LOC Nm]", id="unit"),
        pytest.param("à 100 [ORG Km/h]", id="unit-with-a-slash"),
        pytest.param("les [PER Smur]", id="plural"),
        pytest.param("un cocktail [PER Molotov]", id="eponym"),
        pytest.param("(Odile, [PER NDLR])", id="mark-of-the-newsroom"),
        pytest.param("l'[LOC État] paiera", id="bare-institution"),
        pytest.param("cet [LOC État norvégien]", id="state-with-its-nationality"),
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
        pytest.param("à #[LOC France]", id="territory-in-a-hashtag"),
        pytest.param("la [ORG CGT]", id="acronym-without-vowel"),
        pytest.param("le [ORG Pd&V]", id="acronym-with-a-small-letter"),
        pytest.param("à [LOC Brno]", id="town-without-vowel"),
        pytest.param("les frères [PER Roy]", id="family"),
        pytest.param("les [PER Marc Roy]", id="full-name-in-the-plural"),
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

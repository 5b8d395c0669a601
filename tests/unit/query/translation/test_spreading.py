import pytest

from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.remarks import Remarks
from archive_search.query.translation.factiva import FACTIVA
from archive_search.query.translation.nexis import NEXIS
from archive_search.query.translation.notation import Notation
from archive_search.query.translation.spreading import spread_confinements
from tests.unit.query.translation.asking import TODAY


def spread(query: str, notation: Notation) -> tuple[str, tuple[str, ...]]:
    notes = Remarks()
    tree = spread_confinements(parse_query(query, today=TODAY).tree, notation, notes)
    return print_query(tree), notes.sentences()


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        pytest.param("titre:(port OU quai)", "titre:(port OU quai)", id="words only"),
        pytest.param("titre:(port OU mots>500)", "titre:port OU mots>500", id="filter"),
        pytest.param(
            "titre:((port SAUF date:2015) OU quai)", "(titre:port SAUF date:2015) OU titre:quai", id="filter below"
        ),
        pytest.param("titre:(titre:port quai)", "titre:port ET titre:quai", id="same zone twice"),
        pytest.param("((port debut/30) OU quai) debut/50", "port debut/30 OU quai debut/50", id="fewer first words"),
    ],
)
def test_a_confinement_goes_down_only_as_far_as_it_must(query: str, printed: str) -> None:
    assert spread(query, NEXIS) == (printed, ())


def test_first_words_go_down_to_the_terms_where_the_service_counts_them_there() -> None:
    assert (
        spread("(port ET (quai OU digue)) debut/50", FACTIVA)[0] == "port debut/50 ET (quai debut/50 OU digue debut/50)"
    )


def test_of_two_zones_around_the_same_words_the_inner_one_is_kept() -> None:
    printed, notes = spread("titre:(chapo:port quai)", FACTIVA)
    assert printed == "chapo:port ET titre:quai"
    assert "titre: laissé de côté" in notes[0]


def test_a_zone_is_kept_rather_than_first_words() -> None:
    printed, notes = spread("titre:(port debut/50)", FACTIVA)
    assert printed == "titre:port"
    assert "debut/50 laissé de côté" in notes[0]

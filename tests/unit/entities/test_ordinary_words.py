import pytest

from archive_search.entities.ordinary_words import is_ordinary_word


@pytest.mark.parametrize(
    ("surface", "votes", "cases", "expected"),
    [
        pytest.param("Reste", 3, {"reste": (90, 2)}, True, id="mostly small"),
        pytest.param("Pêcheur", 3, {"pêcheurs": (9, 0)}, True, id="small in the plural"),
        pytest.param("Dubreuil", 3, {"dubreuil": (0, 5)}, False, id="never small"),
        pytest.param("Dubreuil", 3, {}, False, id="never counted"),
        pytest.param("Pierre", 3, {"pierre": (10, 90)}, False, id="mostly capitalised"),
        pytest.param("Orge", 40, {"orge": (100, 50)}, False, id="a name wherever it has its capital"),
        pytest.param("Orge", 4, {"orge": (100, 50)}, True, id="seldom a name with its capital"),
        pytest.param("Orge", 4, {"orge": (100, 4)}, True, id="seldom with its capital"),
        pytest.param("Marche blanche", 3, {"marche": (90, 2)}, False, id="several words"),
    ],
)
def test_words_are_told_from_names(
    surface: str, votes: int, cases: dict[str, tuple[int, int]], *, expected: bool
) -> None:
    assert is_ordinary_word(surface, votes, cases) is expected

import pytest

from archive_search.entities.ministries import find_ministries


@pytest.mark.parametrize(
    ("text", "ministries"),
    [
        pytest.param("le ministère de la Défense a dit", ["ministère de la Défense"], id="plain"),
        pytest.param("le ministère russe de la Défense", ["ministère russe de la Défense"], id="nationality-first"),
        pytest.param("le ministère US de la Défense", ["ministère US de la Défense"], id="acronym-of-a-nationality"),
        pytest.param("le ministère de la Défense russe a", ["ministère de la Défense russe"], id="nationality-last"),
        pytest.param("le ministère de l'intérieur réfléchit", ["ministère de l'intérieur"], id="small-letters"),
        pytest.param(
            "au ministère des Affaires étrangères à Rome", ["ministère des Affaires étrangères"], id="adjective"
        ),
        pytest.param(
            "le Ministère de l'Éducation nationale, de la Jeunesse et des Sports, à Paris",
            ["Ministère de l'Éducation nationale, de la Jeunesse et des Sports"],
            id="several-portfolios",
        ),
        pytest.param("le département d'État dément", ["département d'État"], id="state-department"),
        pytest.param(
            "le département américain de la Justice et Odile", ["département américain de la Justice"], id="department"
        ),
        pytest.param("le département du Nord", [], id="french-department"),
        pytest.param("le ministère public et le ministère d'Odile", [], id="no-portfolio"),
        pytest.param("le ministère de la Santé de la région", ["ministère de la Santé"], id="end"),
    ],
)
def test_a_ministry_is_found_with_its_whole_title(text, ministries):
    assert [text[start:end] for start, end in find_ministries(text)] == ministries

import pytest

from archive_search.sources.passages.stated_titles import is_real_title


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft rachète un éditeur",
        "Export du blé en hausse",
        "Le port rouvre",
        "Page blanche pour la ville",
        "La 2 CV",
    ],
)
def test_what_somebody_wrote_is_a_title(text):
    assert is_real_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft Word - Document1",
        "Présentation PowerPoint",
        "Mise en page 1",
        "Sans titre 2",
        "port final v2.indd",
        "http://exemple.fr/une page",
        "untitled",
        "2015 03 03",
        "port_une",
        "Rep\ufffdblique du port",
    ],
)
def test_what_a_program_put_there_is_none(text):
    assert not is_real_title(text)

import pytest

from archive_search.sources.formats.press.europresse_notes import is_legal_notice, read_notes, read_rights


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("© 2012 La Gazette. Tous droits réservés.", True, id="rights"),
        pytest.param("Copyright 2012 The Gazette. All rights reserved.", True, id="rights in english"),
        pytest.param("Numéro de document : news·20121004·GAZ·1", True, id="number"),
        pytest.param("Ce document est émis à une université à des fins de visualisation.", True, id="certificate"),
        pytest.param("This certificate is issued to a library.", True, id="certificate in english"),
        pytest.param("Date d'émission : 2012-10-05", True, id="day of the certificate"),
        pytest.param("Ce document est accablant, selon le maire.", False, id="sentence"),
        pytest.param("Tous droits réservés aux pêcheurs du port.", False, id="sentence on rights"),
    ],
)
def test_legal_notices_are_told_from_sentences(line, expected):
    assert is_legal_notice(line) is expected


def test_rights_are_those_of_the_publication_not_of_a_picture():
    assert read_rights(["© 2012 Paul Martin", "© 2012 La Gazette. Tous droits réservés."]).endswith("réservés.")


def test_lines_that_no_label_explains_are_left_out():
    assert read_notes(["Quotidien", "Provenance : Sète", "Hérault"]) == ((), ())

import pytest

from archive_search.entities.patterns import find_organisations
from archive_search.records import EntityType


def test_ministries_and_bodies_are_organisations():
    found = list(find_organisations("Le ministère de la Santé saisit le parquet de Lyon."))
    assert [span.type for span in found] == [EntityType.ORG, EntityType.ORG]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        pytest.param("a rapporté Mediacap.fr.", ["Mediacap.fr"], id="site"),
        pytest.param("selon Le-Port.info et Vagues.com,", ["Le-Port.info", "Vagues.com"], id="two"),
        pytest.param("écrire à Odile@Mediacap.fr", [], id="mail"),
        pytest.param("voir https://Mediacap.fr/page ou www.Mediacap.fr", [], id="address"),
        pytest.param("Il part.De là", [], id="missing-blank"),
    ],
)
def test_a_site_that_is_named_is_an_organisation_but_an_address_is_not(text, sites):
    assert [text[span.start : span.end] for span in find_organisations(text)] == sites

"""Which entities a name of the query means, and what the reader is told."""

import pytest
from referee.known_names import KnownNames

from archive_search.query.tree import Named
from archive_search.records import EntityType, Role
from archive_search.search.names import MOST_LISTED, NOT_RECORDED, resolve_name
from archive_search.search.terms import EntityTerm
from search.samples import mention

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG
SERGEI = mention("person:serguei-choigou", "Sergueï Choïgou", "Choïgou")
OTHER_SERGEI = mention("person:serguei-choigou", "Sergueï Choïgou", "Sergueï Choïgou")
ANNA = mention("person:anna-choigou", "Anna Choïgou", "Anna Choïgou")
LONE = mention("person:choigou", "Choïgou", "CHOIGOU")
MARINE = mention("person:marine-le-pen", "Marine Le Pen", "Marine Le Pen")
JEAN_MARIE = mention("person:jean-marie-le-pen", "Jean-Marie Le Pen", "M. Le Pen")
SIGNER = mention("person:paul-breval", "Paul Bréval", "Paul Bréval", role=Role.BYLINE)
NAMESAKE = mention("person:jeanne-breval", "Jeanne Bréval", "Jeanne Bréval")
ALEP = mention("place:alep", "Alep", "Alep")
UNO = mention("org:onu", "ONU", "Nations unies")
AGENCY = mention("org:afp", "AFP", "AFP", role=Role.AGENCY)
MIXED = mention("org:reuters", "Reuters", "Reuters")
MIXED_SIGNED = mention("org:reuters", "Reuters", "Reuters", role=Role.AGENCY)

NAMES = KnownNames(
    {
        "a": [SERGEI, OTHER_SERGEI, MARINE, ALEP, AGENCY, MIXED_SIGNED],
        "b": [OTHER_SERGEI, ANNA, UNO, SIGNER, MIXED],
        "c": [LONE, JEAN_MARIE, MARINE],
    }
)

MEANT = {
    "spelling, accents and case ignored": (PERSON, "SERGUEI CHOIGOU", ["serguei-choigou"]),
    "sound of a full name": (PERSON, "Sergei Shoigu", ["serguei-choigou"]),
    "surname": (PERSON, "Choïgou", ["anna-choigou", "choigou", "serguei-choigou"]),
    "sound of a surname": (PERSON, "Shoigu", ["anna-choigou", "choigou", "serguei-choigou"]),
    "surname of two words": (PERSON, "Le Pen", ["jean-marie-le-pen", "marine-le-pen"]),
    "full name that ends like others": (PERSON, "Marine Le Pen", ["marine-le-pen"]),
    "id": (PERSON, "person:choigou", ["choigou"]),
    "id without its type": (PERSON, "serguei-choigou", ["serguei-choigou"]),
    "id that nothing has any more": (PERSON, "person:sergei-shoigu", ["serguei-choigou"]),
    "spelling of another name": (ORG, "Nations Unies", ["onu"]),
    "acronym with dots": (ORG, "O.N.U.", ["onu"]),
    "place": (PLACE, "ALEP", ["alep"]),
}


@pytest.mark.parametrize(("entity_type", "text", "ids"), MEANT.values(), ids=list(MEANT))
def test_a_name_means_these_entities(entity_type: EntityType, text: str, ids: list[str]) -> None:
    found = resolve_name(Named(type=entity_type, text=text), NAMES)
    assert found.terms == tuple(EntityTerm(entity_type.value, f"{entity_type.value}:{each}") for each in ids)


def test_a_split_name_is_found_by_the_number_of_its_id() -> None:
    second = mention("person:paul-martin-2", "Paul Martin", "Paul Martin")
    names = KnownNames({"a": [mention("person:paul-martin", "Paul Martin", "Paul Martin"), second]})
    found = resolve_name(Named(type=PERSON, text="paul-martin-2"), names)
    assert found == ((EntityTerm("person", "person:paul-martin-2"),), ())


def test_an_entity_that_only_signs_is_sought_in_signatures_with_a_warning() -> None:
    found = resolve_name(Named(type=PERSON, text="Paul Bréval"), NAMES)
    assert found.terms == (EntityTerm("byline", "person:paul-breval"),)
    assert found.warnings == ("« Paul Bréval » ne figure que dans des signatures : ce sont elles qui sont cherchées",)


def test_an_agency_that_is_only_a_mark_is_sought_in_marks() -> None:
    assert resolve_name(Named(type=ORG, text="AFP"), NAMES).terms == (EntityTerm("byline", "org:afp"),)


def test_an_entity_that_also_signs_is_not_sought_in_signatures() -> None:
    assert resolve_name(Named(type=ORG, text="Reuters"), NAMES) == ((EntityTerm("org", "org:reuters"),), ())


def test_a_namesake_who_only_signs_is_left_out() -> None:
    names = KnownNames({"a": [SIGNER, NAMESAKE]})
    found = resolve_name(Named(type=PERSON, text="Bréval"), names)
    assert found == ((EntityTerm("person", "person:jeanne-breval"),), ())


def test_several_entities_are_named_with_their_counts_the_largest_first() -> None:
    (warning,) = resolve_name(Named(type=PERSON, text="Choïgou"), NAMES).warnings
    assert warning == (
        "« Choïgou » désigne 3 personnes, toutes cherchées : Sergueï Choïgou (2 articles), "
        "Anna Choïgou (1 article) et Choïgou (1 article) ; pour restreindre, écrivez un nom entier"
    )


def test_entities_beyond_a_few_are_counted() -> None:
    family = [mention(f"person:{name}-orlov", f"{name} Orlov", "Orlov") for name in ("Ada", "Bob", "Cyr", "Dan", "Eva")]
    more = [mention(f"person:{name}-orlov", f"{name} Orlov", "Orlov") for name in ("Fay", "Guy")]
    (warning,) = resolve_name(Named(type=PERSON, text="Orlov"), KnownNames({"a": [*family, *more]})).warnings
    assert warning.count("(1 article)") == MOST_LISTED
    assert "Eva Orlov (1 article) et 2 autres ;" in warning


def test_entities_of_one_name_are_told_apart_by_their_ids() -> None:
    both = [mention(f"person:paul-martin{number}", "Paul Martin", "Paul Martin") for number in ("", "-2")]
    (warning,) = resolve_name(Named(type=PERSON, text="Paul Martin"), KnownNames({"a": both})).warnings
    assert "person:paul-martin (1 article) et person:paul-martin-2 (1 article)" in warning


UNKNOWN = {
    "nothing like it": (PERSON, "Zébulon", "aucune personne « Zébulon » dans l'archive"),
    "close spelling": (
        PERSON,
        "Marine Le Penn",
        "aucune personne « Marine Le Penn » dans l'archive ; vouliez-vous dire « Marine Le Pen » ?",
    ),
    "other type": (PLACE, "ONU", 'aucun lieu « ONU » dans l\'archive ; essayez organisation:"ONU"'),
    "organisation": (ORG, "Xqz", "aucune organisation « Xqz » dans l'archive"),
}


@pytest.mark.parametrize(("entity_type", "text", "warning"), UNKNOWN.values(), ids=list(UNKNOWN))
def test_an_unknown_name_finds_nothing_and_is_explained(entity_type: EntityType, text: str, warning: str) -> None:
    assert resolve_name(Named(type=entity_type, text=text), NAMES) == ((), (warning,))


@pytest.mark.parametrize("lookup", [None, KnownNames({})], ids=["no names", "empty"])
def test_where_names_were_never_recorded_the_reader_is_told_how_to(lookup: KnownNames | None) -> None:
    assert resolve_name(Named(type=PERSON, text="Choïgou"), lookup) == ((), (NOT_RECORDED,))


@pytest.mark.parametrize("text", ["", "…", "\x00", "\ud800", "’-’", "a" * 100_000, "person:", "-" * 1000 + "x"])
def test_any_text_is_a_name_that_may_be_unknown(text: str) -> None:
    found = resolve_name(Named(type=PERSON, text=text), NAMES)
    assert found.terms == ()
    assert len(found.warnings) == 1
    assert len(found.warnings[0]) < 200

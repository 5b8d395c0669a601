"""Names are grouped by the rules and no further, and the librarian's corrections win."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.aliases import Aliases
from archive_search.entities.corrections import Hide, Merge, Retype, Split
from archive_search.entities.resolution import EntityGroup, Name, resolve_names
from archive_search.records import EntityType

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG


def resolve(
    counts: Mapping[Name, int], acronyms: Mapping[str, Mapping[str, int]] | None = None, aliases: Aliases | None = None
) -> list[EntityGroup]:
    return resolve_names(counts, acronyms=acronyms or {}, aliases=aliases or Aliases())


def grouped(
    *names: str,
    of: EntityType = PERSON,
    aliases: Aliases | None = None,
    acronyms: Mapping[str, Mapping[str, int]] | None = None,
) -> set[frozenset[str]]:
    """Give the groups of names of one type, each of one mention."""
    groups = resolve({(of, name): 1 for name in names}, acronyms, aliases)
    return {frozenset(name for _type, name in group.members) for group in groups}


TOGETHER = {
    "accents, hyphens and case": (PERSON, ["Élodie Le-Goff", "ELODIE LE GOFF"]),
    "romanisations": (PERSON, ["Sergueï Choïgou", "Sergei Shoigu", "Serguei Choigou"]),
    "Arabic articles": (PERSON, ["Nouri al-Hamdi", "Nouri el Hamdi", "Nuri Hamdi"]),
    "Arabic articles of a surname alone": (PERSON, ["al-Hamdi", "Hamdi"]),
    "nickname": (PERSON, ["Ash Morgan", "Ashton Morgan"]),
    "nickname and romanisation": (PERSON, ["Bill Hamdi", "William Hamdi"]),
    "nickname of a name with two spellings": (PERSON, ["Steve Morgan", "Steven Morgan"]),
    "fold of a place": (PLACE, ["Aix-en-Provence", "AIX EN PROVENCE"]),
    "fold of an organisation": (ORG, ["Al-Watan", "Al Watan"]),
}

APART = {
    "a surname and a full name": (PERSON, ["Choïgou", "Sergueï Choïgou"]),
    "romanisations of a surname alone": (PERSON, ["Choïgou", "Shoigu"]),
    "given names that are no nicknames": (PERSON, ["Michel Mahé", "Michèle Mahé"]),
    "nickname of two people": (PERSON, ["Steve Morgan", "Steven Morgan", "Stephen Morgan"]),
    "two nicknames": (PERSON, ["Dick Morgan", "Rick Morgan", "Richard Morgan"]),
    "nickname that is a name of its own": (PERSON, ["Mick Morgan", "Michael Morgan"]),
    "nickname of an heir": (PERSON, ["Jimmy Morgan", "James Morgan"]),
    "nickname and surname": (PERSON, ["Bill Morgan", "William Marsan"]),
    "sounds of a place": (PLACE, ["Chatal", "Shatal"]),
    "articles of an organisation": (ORG, ["Al Watan", "El Watan"]),
    "names without letters": (ORG, ["???", "!!!"]),
}


@pytest.mark.parametrize(("entity_type", "names"), TOGETHER.values(), ids=list(TOGETHER))
def test_these_names_are_one_entity(entity_type: EntityType, names: list[str]) -> None:
    assert grouped(*names, of=entity_type) == {frozenset(names)}


@pytest.mark.parametrize(("entity_type", "names"), APART.values(), ids=list(APART))
def test_each_of_these_names_is_an_entity(entity_type: EntityType, names: list[str]) -> None:
    assert grouped(*names, of=entity_type) == {frozenset([name]) for name in names}


def test_names_of_two_types_are_two_entities() -> None:
    groups = resolve({(PERSON, "Carla Sarre"): 1, (PLACE, "Carla Sarre"): 1})
    assert [group.id for group in groups] == ["person:carla-sarre", "place:carla-sarre"]


ACRONYMS = {
    "one long form": ({"OMK": {"Office maritime": 3}}, True),
    "one long form in two spellings": ({"OMK": {"Office maritime": 3, "Office Maritime": 2}}, True),
    "acronym spelled with full stops": ({"O.M.K.": {"Office maritime": 3}}, True),
    "one long form in 19 articles of 20": ({"OMK": {"Office maritime": 19, "Ordre du mérite": 1}}, True),
    "one long form in 18 articles of 20": ({"OMK": {"Office maritime": 18, "Ordre du mérite": 2}}, False),
    "another long form": ({"OMK": {"Ordre du mérite": 3}}, False),
    "a long form in no article": ({"OMK": {"Office maritime": 0, "Ordre du mérite": 1}}, False),
    "none": ({}, False),
}


@pytest.mark.parametrize(("acronyms", "joined"), ACRONYMS.values(), ids=list(ACRONYMS))
def test_an_acronym_is_its_long_form_if_it_has_only_one(acronyms: dict[str, dict[str, int]], joined: bool) -> None:
    assert (len(grouped("OMK", "Office maritime", of=ORG, acronyms=acronyms)) == 1) is joined


@pytest.mark.parametrize(("articles", "joined"), [(1, False), (2, True)])
def test_one_article_does_not_explain_an_acronym_that_many_use_unexplained(articles: int, *, joined: bool) -> None:
    counts = {(ORG, "OMK"): 40, (ORG, "Office maritime"): 1}
    assert (len(resolve(counts, {"OMK": {"Office maritime": articles}})) == 1) is joined


@pytest.mark.parametrize(("articles", "joined"), [(1, False), (2, True)])
def test_one_article_does_not_give_another_meaning_to_an_acronym_that_all_know(articles: int, *, joined: bool) -> None:
    acronyms = {"SNCF": {"Société nautique": articles}}
    assert (len(grouped("SNCF", "Société nautique", of=ORG, acronyms=acronyms)) == 1) is joined


def test_an_acronym_of_a_person_is_none() -> None:
    assert len(grouped("JDM", "Jean Mahé", acronyms={"JDM": {"Jean Mahé": 3}})) == 2


def test_an_acronym_alone_keeps_its_name() -> None:
    [group] = resolve({(ORG, "OMK"): 1}, {"OMK": {"Office maritime": 3}})
    assert group == EntityGroup("org:omk", ORG, "OMK", ((ORG, "OMK"),))


def test_the_most_frequent_full_spelling_is_shown_and_makes_the_id() -> None:
    [group] = resolve({(PERSON, "Sergei Shoigu"): 2, (PERSON, "Sergueï Choïgou"): 5})
    assert (group.id, group.name) == ("person:serguei-choigou", "Sergueï Choïgou")
    assert group.members == ((PERSON, "Sergei Shoigu"), (PERSON, "Sergueï Choïgou"))


def test_a_merge_joins_names_and_all_that_rules_join_to_them() -> None:
    aliases = Aliases(merges=(Merge(type=PERSON, name="mouammar kadhafi", variants=("Muammar Gaddafi",)),))
    names = ["Mouammar Kadhafi", "Muammar Gaddafi", "Mouammar Gadafi"]
    [group] = resolve({(PERSON, name): 9 for name in names}, aliases=aliases)
    assert group.name == "mouammar kadhafi"
    assert [name for _type, name in group.members] == sorted(names)


def test_a_merge_is_of_its_type_only() -> None:
    aliases = Aliases(merges=(Merge(type=PERSON, name="Ana Kern", variants=("Kern",)),))
    groups = resolve({(PERSON, "Ana Kern"): 1, (PERSON, "Kern"): 1, (PLACE, "Kern"): 1}, aliases=aliases)
    assert [group.id for group in groups] == ["person:ana-kern", "place:kern"]


def test_a_split_takes_names_out_of_the_group_that_rules_make() -> None:
    aliases = Aliases(splits=(Split(type=PERSON, name="Nouri al-Hamdi", variants=("Nuri Hamdi",)),))
    names = ["Nouri al-Hamdi", "Nuri Hamdi", "Nouri Hamdi"]
    expected = {frozenset(["Nouri al-Hamdi", "Nouri Hamdi"]), frozenset(["Nuri Hamdi"])}
    assert grouped(*names, aliases=aliases) == expected


def test_an_entity_split_off_is_shown_as_wanted_with_an_id_of_its_own() -> None:
    wanted = Split(type=PERSON, name="Nouri Hamdi", variants=("Nuri Hamdi",), shown="Nouri Hamdi")
    groups = resolve({(PERSON, "Nouri Hamdi"): 1, (PERSON, "Nuri Hamdi"): 1}, aliases=Aliases(splits=(wanted,)))
    assert [(group.id, group.members) for group in groups] == [
        ("person:nouri-hamdi", ((PERSON, "Nouri Hamdi"),)),
        ("person:nouri-hamdi-2", ((PERSON, "Nuri Hamdi"),)),
    ]


def test_a_hidden_name_is_in_no_group_nor_are_its_other_spellings() -> None:
    aliases = Aliases(hidden=(Hide(type=PERSON, name="photo archive"),))
    groups = resolve({(PERSON, "Photo Archive"): 1, (PERSON, "Foto"): 1, (PLACE, "Photo Archive"): 1}, aliases=aliases)
    assert [group.id for group in groups] == ["person:foto", "place:photo-archive"]


def test_a_retyped_name_joins_its_new_type_and_keeps_the_old_one_as_member() -> None:
    aliases = Aliases(retyped=(Retype(name="orange", source=PLACE, target=ORG),))
    [group] = resolve({(PLACE, "Orange"): 5, (ORG, "ORANGE"): 2}, aliases=aliases)
    assert group == EntityGroup("org:orange", ORG, "Orange", ((ORG, "ORANGE"), (PLACE, "Orange")))


def test_a_type_changed_twice_is_the_last() -> None:
    retyped = (Retype(name="Kern", source=PLACE, target=ORG), Retype(name="Kern", source=ORG, target=PERSON))
    [group] = resolve({(PLACE, "Kern"): 1}, aliases=Aliases(retyped=retyped))
    assert group.type is PERSON


NAMES = [
    *("Sergueï Choïgou", "Sergei Shoigu", "SERGUEI CHOIGOU", "Choïgou", "Bill Morgan", "William Morgan", "Rick Morgan"),
    *("Nouri al-Hamdi", "Nuri Hamdi", "al-Hamdi", "Hamdi", "OMK", "Office maritime", "Office Maritime", "???", "—"),
]
ALL_CORRECTIONS = Aliases(
    merges=(Merge(type=PERSON, name="Bill Morgan", variants=("Hamdi", "Rick Morgan")),),
    splits=(Split(type=PERSON, name="Nouri al-Hamdi", variants=("Nuri Hamdi",), shown="Nouri al-Hamdi"),),
    hidden=(Hide(type=ORG, name="Choïgou"),),
    retyped=(Retype(name="OMK", source=PLACE, target=ORG),),
)
archives = st.dictionaries(st.tuples(st.sampled_from(EntityType), st.sampled_from(NAMES)), st.integers(1, 3))


@settings(max_examples=60)
@given(counts=archives, aliases=st.sampled_from([Aliases(), ALL_CORRECTIONS]), seed=st.integers())
def test_the_order_of_names_does_not_matter(counts: dict[Name, int], aliases: Aliases, seed: int) -> None:
    shuffled = list(counts.items())
    random.Random(seed).shuffle(shuffled)
    acronyms = {"OMK": {"Office maritime": 1, "Office Maritime": 1}}
    assert resolve(counts, acronyms, aliases) == resolve(dict(shuffled), acronyms, aliases)


@settings(max_examples=60)
@given(counts=archives, aliases=st.sampled_from([Aliases(), ALL_CORRECTIONS]))
def test_each_name_that_is_not_hidden_is_in_one_group(counts: dict[Name, int], aliases: Aliases) -> None:
    groups = resolve(counts, aliases=aliases)
    members = [member for group in groups for member in group.members]
    hidden = {(ORG, name) for name in ("Choïgou",)} if aliases.hidden else set()
    assert sorted(members) == sorted(counts.keys() - hidden)
    assert [group.id for group in groups] == sorted({group.id for group in groups})
    assert all(group.id.startswith(f"{group.type}:") for group in groups)

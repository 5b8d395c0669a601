"""A correction is written into `aliases.toml` and holds at once, without the model."""

import pytest

from archive_search import Archive
from archive_search.engines.naming.correcting import Action, Correction
from archive_search.errors import AliasError, UnknownEntityError
from archive_search.records import EntityType


def ids_of(archive: Archive, query: str) -> set[str]:
    return {hit.article for hit in archive.rank(query).hits}


def test_merged_names_are_one_entity_under_the_name_given(named: Archive) -> None:
    report = named.correct(
        Correction(action=Action.MERGE, name="Mouammar Kadhafi", variants=("person:moammar-gadhafi", "Gaddafi"))
    )
    assert report.recognised == 0
    assert named.entity("Gadhafi").entity.name == "Mouammar Kadhafi"
    assert ids_of(named, "personne:Gaddafi") == {"a3", "a4"}


def test_no_article_is_settled_again_where_all_names_of_a_merge_are_known(named: Archive) -> None:
    merge = Correction(
        action=Action.MERGE, name="Mouammar Kadhafi", variants=("person:moammar-gadhafi",), type=EntityType.PERSON
    )
    assert named.correct(merge).settled == 0
    assert ids_of(named, 'personne:"Moammar Gadhafi"') == {"a3", "a4"}


def test_split_names_are_apart(named: Archive) -> None:
    named.correct(Correction(action=Action.SPLIT, name="Sergueï Choïgou", variants=("Sergei Shoigu",), shown="L'autre"))
    assert ids_of(named, 'personne:"Sergueï Choïgou"') == {"a1"}
    assert ids_of(named, 'personne:"L\'autre"') == {"a2"}


def test_a_hidden_name_is_no_name_until_it_is_shown_again(named: Archive) -> None:
    named.correct(Correction(action=Action.HIDE, name="Kremlin"))
    assert named.entities("Kremlin").total == 0
    assert "Kremlin" not in {each.surface for each in named.names("a1").mentions}
    named.correct(Correction(action=Action.UNHIDE, name="Kremlin", type=EntityType.ORG))
    assert ids_of(named, "organisation:Kremlin") == {"a1", "nL5N1234AB"}


def test_a_retyped_name_changes_its_field(named: Archive) -> None:
    named.correct(Correction(action=Action.RETYPE, name="Kremlin", wanted=EntityType.PLACE))
    assert ids_of(named, "lieu:Kremlin") == {"a1", "nL5N1234AB"}
    assert ids_of(named, "organisation:Kremlin") == set()


def test_a_correction_of_a_name_that_is_nowhere_asks_for_its_type(named: Archive) -> None:
    with pytest.raises(UnknownEntityError, match="--type"):
        named.correct(Correction(action=Action.HIDE, name="Zorro"))


def test_a_correction_that_contradicts_another_is_refused(named: Archive) -> None:
    named.correct(Correction(action=Action.HIDE, name="Kremlin"))
    with pytest.raises(AliasError, match="Kremlin"):
        named.correct(
            Correction(action=Action.MERGE, name="Kremlin", variants=("Présidence russe",), type=EntityType.ORG)
        )


def test_the_archive_can_be_written_to_after_a_refusal(named: Archive) -> None:
    with pytest.raises(UnknownEntityError):
        named.correct(Correction(action=Action.HIDE, name="Zorro"))
    assert named.update_entities().faults == []

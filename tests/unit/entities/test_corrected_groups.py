from archive_search.entities.aliases import Aliases
from archive_search.entities.corrected_groups import CorrectedGroups, find_shown_names
from archive_search.entities.corrections import Merge, NameKey, Split
from archive_search.records import EntityType


def key(name: str) -> NameKey:
    return EntityType.PERSON, name


def merge(name: str, *variants: str) -> Merge:
    return Merge(type=EntityType.PERSON, name=name, variants=variants)


def split(name: str, *variants: str, shown: str | None = None) -> Split:
    return Split(type=EntityType.PERSON, name=name, variants=variants, shown=shown)


def test_a_suggestion_joins_what_nothing_keeps_apart() -> None:
    groups = CorrectedGroups(Aliases(merges=(merge("a", "b"),)))
    groups.suggest(key("c"), key("b"))
    assert groups.find(key("c")) == groups.find(key("a"))


def test_a_suggestion_does_not_join_what_was_split_off() -> None:
    groups = CorrectedGroups(Aliases(splits=(split("a", "b", "c"),)))
    groups.suggest(key("a"), key("b"))
    assert groups.find(key("b")) == groups.find(key("c")) != groups.find(key("a"))


def test_a_suggestion_does_not_join_two_merges() -> None:
    groups = CorrectedGroups(Aliases(merges=(merge("a", "b"), merge("c", "d"))))
    groups.suggest(key("b"), key("d"))
    groups.suggest(key("e"), key("b"))
    groups.suggest(key("e"), key("d"))
    assert groups.find(key("a")) == groups.find(key("e")) != groups.find(key("c"))


def test_a_merge_is_shown_under_the_last_name_that_it_was_merged_into() -> None:
    aliases = Aliases(merges=(merge("B", "c"), merge("A", "b")))
    groups = CorrectedGroups(aliases)
    assert find_shown_names(aliases, groups) == {groups.find(key("c")): "A"}


def test_names_split_off_are_shown_as_wanted() -> None:
    aliases = Aliases(splits=(split("A", "b", shown="B."), split("A", "c")))
    groups = CorrectedGroups(aliases)
    assert find_shown_names(aliases, groups) == {groups.find(key("b")): "B."}

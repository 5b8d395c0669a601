"""Families gather around a first publication, whatever the order in which articles and resemblances come."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families.grouping import Membership, group_articles
from archive_search.families.links import Resemblance
from archive_search.families.publications import Publication
from archive_search.family_records import Relation


def publication(number: int, day: int = 1, words: int = 100) -> Publication:
    return Publication(number=number, id=f"a{number}", words=words, date=date(2015, 9, day))


def families_of(members: list[Membership]) -> dict[int, int]:
    return {member.article: member.family for member in members}


def test_the_earliest_article_is_the_first_publication() -> None:
    members = group_articles([publication(1, 2), publication(2, 1)], [Resemblance(1, 2, 100, 100)])
    assert [(each.article, each.family, each.nearest, each.relation) for each in members] == [
        (2, 2, None, Relation.FIRST),
        (1, 2, 2, Relation.REPRINT),
    ]


def test_articles_that_share_too_little_are_apart() -> None:
    assert group_articles([publication(1), publication(2)], [Resemblance(1, 2, 40, 40)]) == []


def test_a_member_joins_by_the_one_that_it_shares_most_with() -> None:
    resemblances = [Resemblance(1, 2, 70, 70), Resemblance(1, 3, 65, 65), Resemblance(2, 3, 95, 95)]
    members = group_articles([publication(1), publication(2), publication(3)], resemblances)
    assert [(each.article, each.family, each.nearest) for each in members] == [(1, 1, None), (2, 1, 1), (3, 1, 2)]


def test_a_chain_ends_where_nothing_of_the_first_publication_is_left() -> None:
    articles = [publication(number, number) for number in range(1, 6)]
    resemblances = [Resemblance(number, number + 1, 70, 70) for number in range(1, 5)]
    resemblances += [Resemblance(number, number + 2, 40, 40) for number in range(1, 4)]
    assert families_of(group_articles(articles, resemblances)) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}


def test_an_article_that_resembles_two_families_joins_one_and_does_not_join_them() -> None:
    articles = [publication(number) for number in range(1, 6)]
    pairs = {(1, 2): 90, (3, 4): 90, (1, 5): 65, (2, 5): 65, (3, 5): 75, (4, 5): 75}
    resemblances = [Resemblance(*pair, words, words) for pair, words in pairs.items()]
    assert families_of(group_articles(articles, resemblances)) == {1: 1, 2: 1, 3: 3, 4: 3, 5: 3}


def test_a_late_reprint_of_a_version_belongs_to_the_family() -> None:
    articles = [publication(1, 1), publication(2, 1), publication(3, 25)]
    resemblances = [Resemblance(1, 2, 65, 65), Resemblance(1, 3, 65, 65), Resemblance(2, 3, 98, 98)]
    assert families_of(group_articles(articles, resemblances)) == {1: 1, 2: 1, 3: 1}


def test_what_members_share_with_the_first_publication_is_counted() -> None:
    articles = [publication(1, words=100), publication(2, words=150)]
    assert group_articles(articles, [Resemblance(1, 2, 90, 95)])[1][4:] == (95, 90)


@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=7),
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(30, 100)),
    st.randoms(use_true_random=False),
)
@settings(max_examples=80)
def test_the_order_of_arrival_does_not_change_the_families(
    days: list[int], shared: dict[tuple[int, int], int], chance: random.Random
) -> None:
    articles = [publication(number, day) for number, day in enumerate(days)]
    resemblances = [
        Resemblance(one, other, words, words) for (one, other), words in shared.items() if one < other < len(days)
    ]
    expected = group_articles(articles, resemblances)
    chance.shuffle(articles)
    chance.shuffle(resemblances)
    turned = [chance.choice([each, each.reversed()]) for each in resemblances]
    assert group_articles(articles, turned) == expected

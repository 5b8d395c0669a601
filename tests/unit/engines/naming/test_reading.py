"""Entities are listed, found by any name that means them, and portrayed."""

import pytest

from archive_search import Archive
from archive_search.errors import UnknownArticleError, UnknownEntityError
from archive_search.records import EntityType


def test_entities_come_by_number_of_articles(named: Archive) -> None:
    articles = [entity.articles for entity in named.entities(limit=100).entities]
    assert articles == sorted(articles, reverse=True)
    assert named.entities(limit=100).total == len(articles)


def test_a_page_of_entities_is_a_part_of_the_whole(named: Archive) -> None:
    whole = named.entities(limit=100)
    page = named.entities(limit=2, offset=1)
    assert (page.total, page.entities) == (whole.total, whole.entities[1:3])


def test_entities_are_listed_by_type(named: Archive) -> None:
    types = {entity.type for entity in named.entities(entity_type="place").entities}
    assert types == {EntityType.PLACE}


@pytest.mark.parametrize(
    "name", ["person:serguei-choigou", "Sergueï Choïgou", "serguei choigou", "Choïgou", "Sergei Shoigu"]
)
def test_an_entity_is_found_by_any_of_its_names(named: Archive, name: str) -> None:
    assert named.entity(name).entity.id == "person:serguei-choigou"


def test_an_unknown_name_is_told(named: Archive) -> None:
    with pytest.raises(UnknownEntityError, match="Zorro"):
        named.entity("Zorro")


def test_a_portrait_has_variants_and_neighbours(named: Archive) -> None:
    portrait = named.entity("Vladimir Poutine")
    beside = {near.entity.name: near.paragraphs for near in portrait.neighbours}
    assert beside.keys() >= {"Angela Merkel", "Syrie", "Kremlin"}
    assert set(beside.values()) == {1}
    assert [variant.surface for variant in portrait.entity.variants if variant.mentions] == ["Vladimir Poutine"]


def test_signatures_are_counted_apart(named: Archive) -> None:
    reporter = named.entity("Anna Lindqvist").entity
    assert (reporter.mentions, reporter.articles, reporter.signed) == (0, 0, 1)


def test_an_unknown_article_has_no_names(named: Archive) -> None:
    with pytest.raises(UnknownArticleError):
        named.names("inconnu")

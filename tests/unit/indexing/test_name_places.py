"""Names are brought to documents and articles once each and in order; those of another index are told."""

from pathlib import Path

import numpy as np
import pytest

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.article_places import ArticlePlaces
from archive_search.indexing.name_places import NamePlaces, distinct_pairs
from archive_search.indexing.names_file import NamesFile, write_names
from indexing.named import NamePlace, make_names

LERNO = "person:ada-lerno"
VASSY = "person:luc-vassy"
# Article 20 comes first and has two paragraphs, of 3 and 9 words; article 10 has one, of 5.
ARTICLES = ArticlePlaces(np.array([20, 10]), np.array([0, 2, 3]), living=np.array([True, True]))
WORDS = np.array([3, 9, 5], np.uint8)


def make_places(folder: Path, *places: NamePlace, **others: NamePlace) -> NamePlaces:
    names = {LERNO: places, **{f"person:{name}": [place] for name, place in others.items()}}
    write_names(folder / "a.names", {"person": make_names(names)})
    return NamePlaces(NamesFile.open(folder / "a.names"), ARTICLES, WORDS)


def test_places_are_in_order_of_document_whatever_the_numbers_of_articles(tmp_path: Path) -> None:
    places = make_places(
        tmp_path, NamePlace(10, 1, 3, 1), NamePlace(20, 1, 0, 2), NamePlace(20, 2, 4), NamePlace(20, 2, 8)
    )
    document, position, last = places.find("person", LERNO)
    assert document.tolist() == [0, 1, 1, 2]
    assert position.tolist() == [0, 4, 8, 3]
    assert last.tolist() == [2, 4, 8, 4]
    assert {values.dtype for values in (document, position, last)} == {np.dtype(np.int64)}


def test_the_same_place_is_given_once(tmp_path: Path) -> None:
    twice = NamePlace(20, 2, 4, 1)
    found = make_places(tmp_path, twice, twice, NamePlace(20, 2, 4)).find("person", LERNO)
    assert (found.position.tolist(), found.last.tolist()) == ([4, 4], [4, 5])


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (NamePlace(20, 3, 0), "paragraphe hors de l'article"),
        (NamePlace(20, 0, 0), "paragraphe hors de l'article"),
        (NamePlace(20, 1, 3), "position hors du paragraphe"),
        (NamePlace(20, 1, 2, 1), "position hors du paragraphe"),
        (NamePlace(20, 1, 2**50), "position hors du paragraphe"),
    ],
    ids=["paragraph behind", "paragraph 0", "position behind", "end behind", "far behind"],
)
def test_a_place_that_the_article_does_not_have_is_told(tmp_path: Path, place: NamePlace, told: str) -> None:
    with pytest.raises(ArchiveDamagedError, match=rf"a\.names.*{told}"):
        make_places(tmp_path, place).find("person", LERNO)


def test_pairs_say_once_which_articles_name_an_entity(tmp_path: Path) -> None:
    many = [NamePlace(10, 1, 0), NamePlace(20, 1, 0), NamePlace(20, 1, 2), NamePlace(20, 2, 0), NamePlace(30, 1, 0)]
    places = make_places(tmp_path, *many, **{"luc-vassy": NamePlace(20, 1, 1), "zoe-orne": NamePlace(30, 1, 0)})
    ids, entity, article = places.pairs("person")
    assert ids == [LERNO, VASSY, "person:zoe-orne"]
    assert list(zip(entity.tolist(), article.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0)]
    assert places.pairs("person") is places.pairs("person")


def test_paragraphs_say_once_where_an_entity_is_named(tmp_path: Path) -> None:
    many = [NamePlace(10, 1, 0), NamePlace(20, 1, 0), NamePlace(20, 1, 2), NamePlace(20, 2, 0), NamePlace(30, 1, 0)]
    places = make_places(tmp_path, *many, **{"luc-vassy": NamePlace(20, 2, 1)})
    ids, entity, document = places.paragraphs("person")
    assert ids == [LERNO, VASSY]
    assert list(zip(entity.tolist(), document.tolist(), strict=True)) == [(0, 0), (0, 1), (0, 2), (1, 1)]


def test_a_field_without_names_has_no_pairs(tmp_path: Path) -> None:
    ids, entity, article = make_places(tmp_path).pairs("byline")
    assert (list(ids), len(entity), len(article)) == ([], 0, 0)


def test_pairs_are_sorted_by_the_first_then_by_the_second() -> None:
    high, low = distinct_pairs(np.array([2, 0, 2, 0, 2]), np.array([2**32 - 1, 7, 1, 7, 1]))
    assert list(zip(high.tolist(), low.tolist(), strict=True)) == [(0, 7), (2, 1), (2, 2**32 - 1)]

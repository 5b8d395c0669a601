from datetime import date as Date

import pytest
from hypothesis import given, settings

from archive_search.exports.citations.csl import cite_as_csl
from archive_search.records import Article
from exports.making_articles import make_article, make_unknown
from exports.strategies import articles

# Of the schema of CSL-JSON 1.0.2: keys whose value is a text, and the parts of a name.
STRINGS = {
    *("id", "type", "title", "container-title", "publisher", "page", "section", "language", "keyword", "URL", "note"),
}
NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "literal"}


def check_item(item: dict[str, object]) -> None:
    """Check an item by the rules of the schema that concern what is written here."""
    assert item["type"] == "article-newspaper"
    for key, value in item.items():
        if key in STRINGS:
            assert isinstance(value, str), key
        elif key in ("issued", "accessed"):
            assert isinstance(value, dict)
            assert list(value) == ["date-parts"]
            (parts,) = value["date-parts"]
            assert len(parts) == 3
            assert all(isinstance(part, int) for part in parts)
        else:
            assert key == "author"
            assert isinstance(value, list)
            assert all(name and name.keys() <= NAME_PARTS and all(map(str.strip, name.values())) for name in value)


def test_all_that_is_known_has_its_key() -> None:
    item = cite_as_csl(make_article())
    check_item(item)
    assert item == {
        "id": "digue-1",
        "type": "article-newspaper",
        "title": "La digue de Brévan cède",
        "container-title": "Le Phare",
        "publisher": "AFP",
        "page": "3-4",
        "section": "Région",
        "language": "fr",
        "keyword": "digue, Brévan, port",
        "URL": "https://phare.example/digue?jour=2",
        "author": [
            {"family": "Dupont", "given": "Jeanne"},
            {"family": "La Tour", "given": "Marc", "dropping-particle": "de"},
        ],
        "issued": {"date-parts": [[2017, 3, 2]]},
    }


def test_nothing_unknown_is_invented() -> None:
    assert cite_as_csl(make_unknown()) == {"id": "sans", "type": "article-newspaper", "title": "Un texte sans titre."}


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("AFP", {"literal": "AFP"}),
        ("Anne van der Meer", {"family": "Meer", "given": "Anne", "non-dropping-particle": "van der"}),
    ],
)
def test_names_are_given_in_parts(author: str, name: dict[str, str]) -> None:
    assert cite_as_csl(make_article(authors=(author,)))["author"] == [name]


def test_the_day_of_reading_is_told_only_when_given() -> None:
    assert "accessed" not in cite_as_csl(make_article())
    assert cite_as_csl(make_article(), consulted=Date(2017, 3, 4))["accessed"] == {"date-parts": [[2017, 3, 4]]}


@settings(max_examples=100)
@given(article=articles())
def test_any_article_gives_an_item_of_the_schema(article: Article) -> None:
    check_item(cite_as_csl(article))

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.exports.article_json import article_to_dict, write_json
from archive_search.records import Article
from exports.making_articles import make_article, make_unknown
from exports.strategies import articles


def test_an_article_has_all_that_is_known_of_it() -> None:
    values = article_to_dict(make_article(date_reason="jour du fichier"))
    assert (values["version"], values["article"], values["date"]) == (1, "digue-1", "2017-03-02")
    assert (values["date_deduced"], values["authors"]) == (True, ["Jeanne Dupont", "Marc de La Tour"])
    assert values["paragraphs"][0] == {"number": 1, "kind": "title", "text": "La digue de Brévan cède"}


def test_what_is_not_known_is_null() -> None:
    values = article_to_dict(make_unknown())
    assert (values["title"], values["date"], values["keywords"]) == (None, None, [])


@settings(max_examples=50)
@given(some=st.lists(articles(), max_size=4))
def test_a_document_lists_the_articles(some: list[Article]) -> None:
    text = "".join(write_json(some))
    assert json.loads(text) == {"version": 1, "articles": [article_to_dict(article) for article in some]}


def test_control_characters_are_escaped() -> None:
    assert "\x9b" not in "".join(write_json([make_article(title="\x9b31m")]))

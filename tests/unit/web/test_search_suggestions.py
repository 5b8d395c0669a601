"""Tests of what is said of a query: sentences, faults, and links in warnings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.web.parameters import SearchParameters
from archive_search.web.search.faults import point_at
from archive_search.web.search.suggestions import link_queries
from archive_search.web.sentences import as_sentence


def links(sentence: str, asked: SearchParameters) -> list[tuple[str, dict[str, object]]]:
    return [(piece.text, dict(piece.search.to_address())) for piece in link_queries(sentence, asked) if piece.search]


def test_each_spelling_that_may_have_been_meant_is_a_link() -> None:
    sentence = "« lataquie » n'est dans aucun article ; vouliez-vous dire « Lattaquié » ou « attaque » ?"
    asked = SearchParameters(q="lataquie OU titre:Damas", page=3, date=("2015",))
    assert links(sentence, asked) == [
        ("Lattaquié", {"q": "Lattaquié OU titre:Damas", "date": ("2015",)}),
        ("attaque", {"q": "attaque OU titre:Damas", "date": ("2015",)}),
    ]


@pytest.mark.parametrize("query", ["gué gué pont", "pont", "guérir pont"], ids=["twice", "absent", "part"])
def test_a_word_that_does_not_stand_once_in_the_query_is_not_replaced(query: str) -> None:
    sentence = "« gué » n'est dans aucun article ; vouliez-vous dire « guet » ?"
    assert links(sentence, SearchParameters(q=query)) == []


def test_a_spelling_with_signs_of_patterns_is_put_as_it_is() -> None:
    sentence = r"« gué » n'est dans aucun article ; vouliez-vous dire « \1 » ?"
    assert links(sentence, SearchParameters(q="gué")) == [(r"\1", {"q": r"\1"})]


def test_a_query_that_is_offered_replaces_words_and_filters() -> None:
    sentence = 'aucun article avec source:="Le Lien : soir" n\'a tous les mots ; 4 articles avec : gué ET date:2015'
    asked = SearchParameters(q="gué pont", source=("Le Lien : soir",), all=True, size=50, page=2)
    assert links(sentence, asked) == [("gué ET date:2015", {"q": "gué ET date:2015", "all": 1, "size": 50})]


@pytest.mark.parametrize(
    "sentence",
    [
        "« gué » pris comme mot : écrivez un titre en minuscules",
        '« "gué pont" » n\'est dans aucun article : ces mots ne se suivent jamais',
        "12 articles avec : gué (",
        "3 articles : ",
    ],
)
def test_what_does_not_read_back_as_a_query_is_no_link(sentence: str) -> None:
    assert links(sentence, SearchParameters(q="gué pont")) == []


@settings(max_examples=100)
@given(st.text(max_size=80), st.text(max_size=40))
def test_the_pieces_of_a_sentence_are_the_sentence(sentence: str, query: str) -> None:
    whole = "".join(piece.text for piece in link_queries(sentence, SearchParameters(q=query)))
    assert whole in {as_sentence(sentence), sentence[:1].upper() + sentence[1:]}


@settings(max_examples=100)
@given(st.text(max_size=300), st.integers(0, 400))
def test_a_fault_can_be_shown_wherever_it_is(query: str, position: int) -> None:
    fault = point_at(query, position, "requête illisible")
    assert fault.sentence == "Requête illisible."
    assert fault.at in query
    assert len(fault.before + fault.at + fault.after) <= 700


def test_a_fault_is_shown_with_the_words_around_it() -> None:
    fault = point_at("Syrie ET titre: guerre", 9, "champ « titre » sans valeur")
    assert (fault.before, fault.at, fault.after) == ("Syrie ET ", "titre:", " guerre")

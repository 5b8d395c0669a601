import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.acronyms import find_acronyms, find_definitions


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        pytest.param("l'Union des ports du Nord (UPN) s'étend", {"UPN": "Union des ports du Nord"}, id="long-short"),
        pytest.param("L'UPN (Union des ports du Nord) nie", {"UPN": "Union des ports du Nord"}, id="short-long"),
        pytest.param("le groupe «Aube nouvelle» (AN)", {"AN": "Aube nouvelle"}, id="guillemets"),
        pytest.param("l’Office de l’eau (OE)", {"OE": "Office de l’eau"}, id="typographic-apostrophes"),
        pytest.param(
            "l'Agence de l'eau et de la mer (Adem)", {"Adem": "Agence de l'eau et de la mer"}, id="small-letters"
        ),
        pytest.param("La Mer libre (LML) gagne", {"LML": "La Mer libre"}, id="article-with-its-letter"),
        pytest.param("Le fonds des ports (FP) baisse", {}, id="common-noun"),
        pytest.param("Marie Roy (MR) a voté", {}, id="member-of-a-party"),
        pytest.param("Jean-Marc Roussel (MR) a voté", {}, id="part-of-a-compound"),
        pytest.param("l'Union des ports. Nord (UPN)", {}, id="across-sentences"),
        pytest.param("l'Union des ports (USP)", {}, id="initials-do-not-fit"),
        pytest.param(
            "l'Union des ports du Nord (UPN, fondée en 1950)", {"UPN": "Union des ports du Nord"}, id="more-inside"
        ),
    ],
)
def test_an_acronym_is_explained_by_the_name_whose_initials_it_has(text, acronyms):
    assert find_acronyms([text]) == acronyms


def test_the_first_explanation_in_an_article_counts():
    texts = ["l'Union des ports (UP)", "l'Union des prairies (UP)"]
    assert find_acronyms(texts) == {"UP": "Union des ports"}


def test_a_definition_tells_where_both_forms_stand():
    text = "Selon l'Union des ports (UP)."
    (definition,) = find_definitions(text)
    assert (text[slice(*definition.short)], text[slice(*definition.long)]) == ("UP", "Union des ports")


@settings(max_examples=200)
@given(st.text(alphabet="AUbc ('-)é.d"))
def test_any_text_is_searched_without_harm(text):
    assert all(short and long for short, long in find_acronyms([text]).items())

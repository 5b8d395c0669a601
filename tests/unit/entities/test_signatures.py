import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.signatures import find_credits, find_final_parenthesis, find_signatures
from archive_search.records import Kind, Paragraph


def _shown(text, spans):
    return [(text[span.start : span.end], str(span.type), str(span.role)) for span in spans]


def _signed(text, kind=Kind.BODY, *, is_last=False):
    return _shown(text, find_signatures(Paragraph(number=1, kind=kind, text=text), text, is_last=is_last))


def _byline(name):
    return (name, "person", "byline")


def _agency(name):
    return (name, "org", "agency")


def _place(name):
    return (name, "place", "text")


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        pytest.param(
            "(Odile Pasquier avec Marc Roy à Kiev; Luc-Yves Le Gall pour le service français)",
            [_byline("Odile Pasquier"), _byline("Marc Roy"), _place("Kiev"), _byline("Luc-Yves Le Gall")],
            id="desks",
        ),
        pytest.param(
            "(Odile Pasquier, édité par Marc Roy)", [_byline("Odile Pasquier"), _byline("Marc Roy")], id="edited"
        ),
        pytest.param("(Odile Pasquier, Marc Roy)", [_byline("Odile Pasquier"), _byline("Marc Roy")], id="names-alone"),
        pytest.param("(avec AFP et Reuters)", [_agency("AFP"), _agency("Reuters")], id="agencies"),
        pytest.param("(Odile Pasquier avec AFP)", [_byline("Odile Pasquier"), _agency("AFP")], id="person-and-agency"),
        pytest.param("(AFP, avec nos correspondants)", [_agency("AFP")], id="agency-and-correspondents"),
        pytest.param("(il reste deux places avec Odile Pasquier)", [], id="a-sentence"),
        pytest.param("(voir ID:nL4N0XY1AB )", [], id="reference"),
    ],
)
def test_the_parenthesis_that_ends_a_dispatch_signs_it(ending, found):
    text = f"Il a démenti. {ending}"
    assert _shown(text, find_final_parenthesis(text)) == found


def test_a_parenthesis_inside_a_sentence_signs_nothing():
    text = "Il a parlé à deux élus (Odile Pasquier, Marc Roy)"
    assert _shown(text, find_final_parenthesis(text)) == []


def test_a_parenthesis_may_be_a_paragraph_of_its_own():
    assert _signed("(Odile Pasquier à Kiev; Marc Roy pour le service français)") == [
        _byline("Odile Pasquier"),
        _place("Kiev"),
        _byline("Marc Roy"),
    ]
    assert _signed("(Odile Pasquier)") == []


def test_a_lone_name_signs_only_the_end_of_the_article():
    text = "Il a démenti. (Odile Pasquier)"
    assert _signed(text) == []
    assert _signed(text, is_last=True) == [_byline("Odile Pasquier")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Par Odile Pasquier", [_byline("Odile Pasquier")], id="par"),
        pytest.param(
            "Par Odile PASQUIER et Marc Roy, à Rome",
            [_byline("Odile PASQUIER"), _byline("Marc Roy"), _place("Rome")],
            id="two",
        ),
        pytest.param("Propos recueillis par Anne de La Tour", [_byline("Anne de La Tour")], id="interview"),
        pytest.param(
            "De notre correspondant à Rome, Marc Roy", [_place("Rome"), _byline("Marc Roy")], id="correspondent"
        ),
        pytest.param("Avec AFP", [_agency("AFP")], id="with-agency"),
        pytest.param("AFP", [_agency("AFP")], id="agency"),
        pytest.param("Le Courrier avec AFP", [_agency("Le Courrier"), _agency("AFP")], id="newspaper-with-agency"),
        pytest.param("Le Courrier avec AFP, publié le 5 mars", [_agency("AFP")], id="day"),
        pytest.param("Marc Roy parle avec AFP", [_agency("AFP")], id="a-sentence-with-agency"),
        pytest.param("Par l'opposition", [], id="a-title"),
        pytest.param("Par Toutatis, Odile Pasquier revient sur scène", [], id="a-sentence"),
    ],
)
def test_a_line_of_its_own_signs_the_article(line, found):
    assert _signed(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Odile Pasquier avec AFP", [_byline("Odile Pasquier"), _agency("AFP")], id="person"),
        pytest.param("Le Courrier avec AFP", [_agency("Le Courrier"), _agency("AFP")], id="newspaper"),
        pytest.param("ODILE PASQUIER AVEC AFP", [_byline("ODILE PASQUIER"), _agency("AFP")], id="capitals"),
        pytest.param(
            "Envoyée spéciale à Rome Marie Roy", [_place("Rome"), _byline("Marie Roy")], id="place-then-person"
        ),
    ],
)
def test_a_paragraph_of_signature_is_read_whatever_its_form(line, found):
    assert _signed(line, Kind.BYLINE) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("PHOTO ODILE PASQUIER, ARCHIVES AP", [_byline("ODILE PASQUIER"), _agency("AP")], id="capitals"),
        pytest.param("Le port. © Marc Roy/AFP", [_byline("Marc Roy"), _agency("AFP")], id="copyright"),
        pytest.param("Le port. (Crédits : Marc Roy)", [_byline("Marc Roy")], id="credits"),
        pytest.param("Photo : Marc Roy / Reuters", [_byline("Marc Roy"), _agency("Reuters")], id="label"),
        pytest.param("AFP/Archives / Marc ROY", [_agency("AFP"), _byline("Marc ROY")], id="agency-first"),
        pytest.param("Photo Marc Roy raconte son voyage.", [], id="a-sentence"),
        pytest.param("Photo : Odile Pasquier en mars 1990", [], id="a-person-in-the-picture"),
        pytest.param("Photo : Vedette Rapide T4", [], id="a-thing-in-the-picture"),
        pytest.param("Un sondage Reuters/Ipsos est paru.", [], id="a-poll"),
    ],
)
def test_a_credit_names_photographer_and_agency(text, found):
    assert _shown(text, dict.fromkeys(find_credits(text))) == found


@settings(max_examples=200)
@given(st.text(alphabet="AbPhoto ©/().,:é\n"))
def test_any_text_is_searched_without_harm(text):
    assert all(0 <= start < end <= len(text) for start, end, _, _ in find_credits(text))
    assert all(0 <= start < end <= len(text) for start, end, _, _ in find_final_parenthesis(text, is_last=True))

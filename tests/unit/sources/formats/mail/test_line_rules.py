import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.mail.line_rules import FORWARDING_RULE, QUOTATION_RULE, SIGNATURE_RULE, rule_lines

F, Q, S = FORWARDING_RULE, QUOTATION_RULE, SIGNATURE_RULE
HEADERS = ["De : Léa Roux", "Envoyé : lundi 2 mars 2015", "À : Tom", "Objet : Le port"]


@pytest.mark.parametrize(
    ("lines", "is_reply", "expected"),
    [
        pytest.param(["Un.", "-- ", "Léa"], False, [None, S, S], id="signature"),
        pytest.param(["Un.", "--", *["Deux."] * 20], False, [None] * 22, id="two hyphens far from the end"),
        pytest.param(["> Un", "> deux", "Trois."], False, [Q, Q, None], id="quotation"),
        pytest.param(["> À lire aussi", "Un."], False, [None, None], id="a mark that is no quotation"),
        pytest.param(["-- Message transféré --", *HEADERS, "", "Un."], False, [F] * 5 + [None] * 2, id="forwarded"),
        pytest.param([*HEADERS, "", "Un."], False, [F] * 4 + [None] * 2, id="headers alone, forwarded"),
        pytest.param([*HEADERS, "", "Un."], True, [F] * 4 + [Q] * 2, id="headers alone, in a reply"),
        pytest.param(["-----Message d'origine-----", "Un."], True, [F, Q], id="original in a reply"),
        pytest.param([" ".join(HEADERS), "Un."], False, [F, None], id="headers on one line"),
        pytest.param(["De : la mer, on voit tout.", "Un."], True, [None, None], id="a sentence like a header"),
        pytest.param(["Le 2 mars 2015 à 18:00, Léa a écrit :", "Un."], True, [Q, Q], id="attribution"),
        pytest.param(["Le ministre a écrit :", "Un."], True, [None, None], id="a sentence like an attribution"),
        pytest.param(
            ["-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA1", "Un.", "-----BEGIN PGP SIGNATURE-----", "a"],
            False,
            [S, S, None, S, S],
            id="sealed",
        ),
    ],
)
def test_lines_fall_under_rules(lines, is_reply, expected):
    assert rule_lines(lines, is_reply=is_reply) == expected


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([*HEADERS, "", "> a", "-- ", "a", "Message transféré", "Le 2 @ a écrit :", "a,"])),
    st.booleans(),
)
def test_every_line_has_its_rule(lines, is_reply):
    assert len(rule_lines(lines, is_reply=is_reply)) == len(lines)

"""Words that nearly were an operator: they stay words, and the reader is told."""

from datetime import date

import pytest

from archive_search.query.parsing import parse_query
from archive_search.query.syntax import Syntax
from archive_search.query.traversal import leaves_of
from archive_search.query.tree import Word

TODAY = date(2015, 9, 18)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("rade and port", "« and » pris comme mot : l'opérateur ET s'écrit en capitales"),
        ("rade not port", "« not » pris comme mot : l'opérateur SAUF s'écrit en capitales"),
        ("rade near5 port", "« near5 » pris comme mot : l'opérateur PRES s'écrit en capitales"),
        ("rade adj/3 port", "« adj/3 » pris comme mot : l'opérateur ADJ s'écrit en capitales"),
        ("rade W/SEG port", "« W/SEG » pris comme mot : opérateur inconnu"),
        ("2 PARMI rade, port, quai", "« 2 PARMI » pris comme mots : mettez la liste entre parenthèses"),
        ("2 parmi (rade, port, quai)", "« 2 parmi » pris comme mots : PARMI s'écrit en capitales"),
        ("AU MOINS 3 (rade)", "« AU MOINS 3 » pris comme mots : écrivez AUMOINS3(mot)"),
    ],
)
def test_what_nearly_is_an_operator_is_a_word_and_is_told(text: str, warning: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert parsed.warnings == (warning,)
    assert all(isinstance(leaf, Word) for leaf in leaves_of(parsed.tree))


@pytest.mark.parametrize(
    "text", ["paix ou guerre", "l'or et l'argent", "sans eau", "et/ou", "24h/24", "parmi 3 (rade)", "au moins 3 (rade)"]
)
def test_nothing_is_told_of_french_prose(text: str) -> None:
    assert parse_query(text, today=TODAY).warnings == ()


def test_an_operator_that_a_service_has_and_we_have_not_is_told_too() -> None:
    warnings = parse_query("rade w/seg port", today=TODAY, syntax=Syntax.NEXIS).warnings
    assert warnings == ("« w/seg » pris comme mot : opérateur inconnu",)

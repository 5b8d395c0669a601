"""What the reader is told of a query that was read as written, and may not be what was meant."""

from datetime import date

import pytest

from archive_search.query.parsing import parse_query
from archive_search.query.syntax import Syntax

TODAY = date(2015, 9, 18)


def warnings_of(text: str, syntax: Syntax = Syntax.STANDARD) -> tuple[str, ...]:
    return parse_query(text, today=TODAY, syntax=syntax).warnings


@pytest.mark.parametrize(
    ("title", "operator"),
    [
        ("UNE VILLE SANS EAU", "SANS"),
        ("LE PORT, PLUS PRÈS DES CALES", "PRÈS"),
        ("LA DERNIÈRE PHRASE DU MAIRE", "PHRASE"),
        ("TOUT SAUF LES QUAIS", "SAUF"),
    ],
)
def test_a_title_in_capitals_is_told_which_of_its_words_is_an_operator(title: str, operator: str) -> None:
    said = f"requête toute en capitales : « {operator} » lu comme opérateur ; écrivez un titre en minuscules"
    assert warnings_of(title) == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "RADE OU PORT",
        "LE PORT ET LA RADE",
        "AU MOINS 3 MORTS DANS UN ATTENTAT",
        "NON, LA RADE N'EST PAS FERMÉE",
        "(LE PORT) SAUF RADE",
        "A OU B",
        "Une ville SANS eau",
    ],
)
def test_neither_an_equation_nor_a_title_without_operator_is_told_so(text: str) -> None:
    assert warnings_of(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("source:Le Phare", "Le", "Le Phare"),
        ("rade source:Les Quais date:2015", "Les", "Les Quais"),
        ("personne:Le Goff", "Le", "Le Goff"),
        ("lieu:La Rochelle", "La", "La Rochelle"),
    ],
)
def test_a_name_cut_after_its_article_is_shown_how_to_be_written(text: str, value: str, name: str) -> None:
    field = text.partition(":")[0].split()[-1]
    assert warnings_of(text) == (f"{field}: ne porte que sur « {value} » : mettez « {name} » entre guillemets",)


@pytest.mark.parametrize(
    "text", ['source:"Le Phare"', "source:(Le Phare)", "source:Phare rade", "titre:Le Phare", "source:Le ET rade"]
)
def test_a_name_that_is_whole_needs_nothing(text: str) -> None:
    assert "source: ne porte" not in "".join(warnings_of(text))


def test_where_words_side_by_side_are_a_phrase_no_name_is_cut() -> None:
    assert warnings_of("sn=Le Phare and rade", Syntax.FACTIVA) == ()

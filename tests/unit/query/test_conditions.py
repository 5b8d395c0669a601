"""How often, among how many, how near the beginning, how long: every way to write a condition that is counted."""

from datetime import date

import pytest

from archive_search.errors import QueryError
from archive_search.query.parsing import parse_query
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    FirstWords,
    Length,
    NotNear,
    Or,
    ParagraphWithout,
    SentenceWithout,
    Word,
)

TODAY = date(2015, 9, 18)
A, B, C = (Word(text=text) for text in "ABC")


def interpret(text: str) -> str:
    parsed = parse_query(text, today=TODAY)
    assert parsed.warnings == ()
    return parsed.interpreted


@pytest.mark.parametrize(
    "text",
    [
        "AUMOINS3(A)",
        "AUMOINS3 A",
        "AUMOINS 3 fois A",
        "AUMOINS/3 A",
        "aumoins3(A)",
        "ATLEAST3 A",
        "ATLEAST 3 (A)",
        "atleast3(A)",
        "A>=3",
        "A>= 3",
        "A >=3",
        "A>2",
        "A > 2",
        "(A)>2",
        "AUMOINS2(AUMOINS3(A))",
    ],
)
def test_a_word_can_be_asked_for_several_times(text: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.tree, parsed.warnings) == (AtLeast(count=3, child=A), ())


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("AUMOINS1(A)", "A"),
        ("(A OU B)>1", "AUMOINS2(A OU B)"),
        ('"A B">=2', 'AUMOINS2("A B")'),
        ("AUMOINS2(A PRES/3 B)", "AUMOINS2(A PRES/3 B)"),
        ("AUMOINS2(A PARA B)", "AUMOINS2(A PARA B)"),
        ("AUMOINS2(A ET B)", "AUMOINS2(A) ET AUMOINS2(B)"),
        ("AUMOINS2(A SAUF B)", "AUMOINS2(A) SAUF B"),
        ("AUMOINS2(A OU (B ET C))", "AUMOINS2(A) OU (AUMOINS2(B) ET AUMOINS2(C))"),
        ("titre:A>1", "titre:AUMOINS2(A)"),
        ("AUMOINS2 titre:A", "titre:AUMOINS2(A)"),
        ("A>1 B", "AUMOINS2(A) ET B"),
        ("=A>1", "AUMOINS2(=A)"),
        ("A<3", "A SAUF AUMOINS3(A)"),
        ("A<=2", "A SAUF AUMOINS3(A)"),
        ("B -A>1", "B SAUF AUMOINS2(A)"),
        ("personne:(A OU B)>2", 'AUMOINS3(personne:"A" OU personne:"B")'),
        ("(date:2015)>2", "date:2015"),
    ],
)
def test_what_is_counted_follows_the_tree(text: str, interpreted: str) -> None:
    assert interpret(text) == interpreted


@pytest.mark.parametrize(
    "text",
    [
        "2 PARMI (A, B, C)",
        "2 PARMI(A,B,C)",
        "2 PARMI (A ; B ; C)",
        "2 PARMI (A B C)",
        "2 PARMI (A OU B OU C)",
        "AU MOINS 2 PARMI (A, B, C)",
        "QUORUM2(A, B, C)",
        "QUORUM/2 (A, B, C)",
        "2 QUORUM (A, B, C)",
        "2 PARMI (A, B, C,)",
    ],
)
def test_some_of_a_list_can_be_asked_for(text: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.tree, parsed.warnings) == (Among(count=2, children=(A, B, C)), ())


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("1 PARMI (A, B)", "A OU B"),
        ("2 PARMI (A, B)", "A ET B"),
        ('2 PARMI ("A B", C PRES/2 A, B*)', '2 PARMI ("A B", C PRES/2 A, B)'),
        ("titre:2 PARMI (A, B, C)", "titre:2 PARMI (A, B, C)"),
        ("source:2 PARMI (A, B, C)", '2 PARMI (source:"A", source:"B", source:"C")'),
        ("D 2 PARMI (A, B, C)", "D ET 2 PARMI (A, B, C)"),
        ("D SAUF 2 PARMI (A, B, C)", "D SAUF 2 PARMI (A, B, C)"),
        ("2 PARMI (A, 2 PARMI (B, C, D), E)", "2 PARMI (A, 2 PARMI (B, C, D), E)"),
        ("2 PARMI (date:2015, A, B)", "2 PARMI (date:2015, A, B)"),
        ("il y a 2 parmi (A, B, C)", "il ET y ET a ET 2 ET parmi ET A ET B ET C"),
    ],
)
def test_a_list_may_hold_anything(text: str, interpreted: str) -> None:
    # A truncation that is too short is said elsewhere.
    assert parse_query(text, today=TODAY).interpreted == interpreted


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("A debut/50", "A debut/50"),
        ("A début/50 B", "A debut/50 ET B"),
        ("debut/50 A", "A debut/50"),
        ("B ET debut/50 A", "B ET A debut/50"),
        ("B debut/50(A)", "B ET A debut/50"),
        ("debut/50:A B", "A debut/50 ET B"),
        ("(A OU B) debut/50", "(A OU B) debut/50"),
        ("A/F50/", "A debut/50"),
        ("A /F50/ B", "A debut/50 ET B"),
        ("A/f50/ OU B", "A debut/50 OU B"),
        ("titre:A debut/5", "titre:A debut/5"),
        ("titre:(A debut/5)", "titre:(A debut/5)"),
        ("date:2015 debut/5", "date:2015"),
    ],
)
def test_the_beginning_of_an_article_can_be_asked_for(text: str, interpreted: str) -> None:
    assert interpret(text) == interpreted


def test_a_zone_and_the_beginning_keep_the_order_in_which_they_are_written() -> None:
    assert parse_query("A debut/50", today=TODAY).tree == FirstWords(count=50, child=A)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("mots>500", Length(least=501, most=None)),
        ("mots >= 500", Length(least=500, most=None)),
        ("mots:>500", Length(least=501, most=None)),
        ("wc>500", Length(least=501, most=None)),
        ("wc<500", Length(least=None, most=499)),
        ("LENGTH>500", Length(least=501, most=None)),
        ("LENGTH(>500)", Length(least=501, most=None)),
        ("length ( <= 500 )", Length(least=None, most=500)),
        ("mots:500", Length(least=500, most=500)),
        ("mots=500", Length(least=500, most=500)),
        ("mots:100..500", Length(least=100, most=500)),
        ("mots:..500", Length(least=None, most=500)),
        ("mots:100..", Length(least=100, most=None)),
        ("mots>=0", Length(least=0, most=None)),
    ],
)
def test_the_length_of_articles_can_be_asked_for(text: str, length: Length) -> None:
    parsed = parse_query(f"A {text} B", today=TODAY)
    assert (parsed.tree, parsed.warnings) == (And(children=(A, length, B)), ())
    assert parse_query(parsed.interpreted, today=TODAY).tree == parsed.tree


@pytest.mark.parametrize("text", ["A > 5 %", "A >5€", "A > 5,5"])
def test_a_comparison_of_amounts_counts_no_words(text: str) -> None:
    assert "AUMOINS" not in interpret(text)


@pytest.mark.parametrize("text", ["des mots", "500 mots", "mots croisés", "au début", "début mai", "A/B", "le 2 mai"])
def test_words_of_a_title_are_no_conditions(text: str) -> None:
    assert interpret(text) == text.replace(" ", " ET ")


@pytest.mark.parametrize(
    "operator", ["SAUF/P", "SAUF PARA", "NOT W/P", "NOT /P", "AND NOT W/PARA", "NON/P", "BUT NOT SAME"]
)
def test_a_paragraph_without_has_many_names(operator: str) -> None:
    assert parse_query(f"A {operator} B", today=TODAY).tree == ParagraphWithout(keep=A, drop=B)


@pytest.mark.parametrize("operator", ["SAUF/S", "SAUF PHRASE", "SAUF/PHRASE", "NOT W/S", "NOT /S", "NOT W/SENT"])
def test_a_sentence_without_has_many_names(operator: str) -> None:
    assert parse_query(f"A {operator} B", today=TODAY).tree == SentenceWithout(keep=A, drop=B)


@pytest.mark.parametrize(
    ("operator", "distance", "ordered"),
    [
        ("SAUF PRES/5", 5, False),
        ("SAUF/5", 5, False),
        ("NOT W/5", 5, False),
        ("NOT/5", 5, False),
        ("AND NOT NEAR/3", 3, False),
        ("SAUF PRES", 5, False),
        ("SAUF PRES 3", 3, False),
        ("SAUF ADJ 2", 2, True),
        ("SAUF ADJ/2", 2, True),
        ("NOT PRE/2", 2, True),
    ],
)
def test_nearness_can_be_taken_away(operator: str, distance: int, ordered: bool) -> None:
    tree = parse_query(f"A {operator} B", today=TODAY).tree
    assert tree == NotNear(keep=A, drop=B, distance=distance, ordered=ordered)


def test_negations_of_nearness_bind_like_nearness() -> None:
    tree = parse_query("A SAUF/P B OU C", today=TODAY).tree
    assert tree == Or(children=(ParagraphWithout(keep=A, drop=B), C))


@pytest.mark.parametrize(
    ("text", "interpreted", "warning"),
    [
        (">3 A", "A", "condition « >3 » sans mot à gauche, ignorée"),
        ("A AUMOINS3", "A", "condition « AUMOINS3 » sans mot, ignorée"),
        ("A<1", "A", "condition « <1 » ignorée : pour exclure un mot, écrivez SAUF"),
        ("AUMOINS0(A)", "A", "nombre de « AUMOINS0 » ramené à 1"),
        ("A debut/0", "A debut/1", "nombre de « debut/0 » ramené à 1"),
        ("3 PARMI (A, B)", "A ET B", "« 3 PARMI » : la liste n'a que 2 termes, tous demandés"),
        ("2 PARMI (A, -C, B)", "A ET B", "exclusion dans une liste de PARMI, ignorée"),
        ("A mots:500..100", "A ET mots:100..500", "longueurs données à l'envers, remises dans l'ordre"),
        ("A SAUF PRES/900 B", "A SAUF PRES/500 B", "distance de « SAUF PRES/900 » ramenée à 500"),
        (
            "source:(A PARA B)",
            'source:"A B"',
            "dans source: seuls ET, OU, SAUF et PARMI ont un sens, autre opérateur pris comme ET",
        ),
    ],
)
def test_what_is_repaired_is_said(text: str, interpreted: str, warning: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.interpreted, parsed.warnings) == (interpreted, (warning,))


@pytest.mark.parametrize("text", ["2 PARMI ()", "2 PARMI (", "AUMOINS3()", "debut/50", "2 PARMI (-A)"])
def test_a_condition_on_nothing_is_nothing_to_search(text: str) -> None:
    with pytest.raises(QueryError, match="rien à chercher"):
        parse_query(text, today=TODAY)


@pytest.mark.parametrize("text", ["A" + "<3" * 200, "(" * 40 + "A" + "<3)" * 40, "AUMOINS2(" * 150 + "A"])
def test_conditions_upon_conditions_stay_within_bounds(text: str) -> None:
    with pytest.raises(QueryError, match="plus de"):
        parse_query(text, today=TODAY)

from datetime import date

import pytest

from archive_search.errors import QueryError
from archive_search.query.parsing import parse_query
from archive_search.query.traversal import leaves_of
from archive_search.query.tree import (
    And,
    ExactForm,
    Field,
    Fuzzy,
    InZone,
    Matching,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    SameParagraph,
    Without,
    Word,
    Zone,
)

TODAY = date(2015, 9, 18)


def tree_of(text: str, *, any_word: bool = False) -> Node:
    return parse_query(text, today=TODAY, any_word=any_word).tree


def interpret(text: str, *, any_word: bool = False) -> str:
    return parse_query(text, today=TODAY, any_word=any_word).interpreted


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text=text) for text in texts)


A, B, C = words("A", "B", "C")


@pytest.mark.parametrize(
    ("text", "leaf"),
    [
        ("vice-président", Word(text="vice-président")),
        ("l’armée", Word(text="l’armée")),
        ("O.N.U.,", Word(text="O.N.U.")),
        ("gazeta.ru.", Word(text="gazeta.ru")),
        ("10\u00a0000", Word(text="10 000")),
        ("1 200 000 ?", Word(text="1 200 000")),
        ("mot+", Word(text="mot")),
        ("#Syrie", Word(text="Syrie")),
        ("R&D", Word(text="R&D")),
        ("10 000€", Word(text="10 000")),
        ("réfugié(e)s", Word(text="réfugié")),
        ("attentat(s)", Word(text="attentat")),
        ("\u200eSy\u00adrie\u200f", Word(text="Syrie")),
        ("fini…", Word(text="fini")),
        ("Quoi ?!", Word(text="Quoi")),
        ("Quoi?!", Word(text="Quoi")),
        ("dit...?", Word(text="dit")),
        ("l'« État islamique »", Phrase(words=("État", "islamique"))),
        ("« base aérienne »", Phrase(words=("base", "aérienne"))),
        ("“base aérienne”", Phrase(words=("base", "aérienne"))),
        ('"base, aér*."', Phrase(words=("base", "aér*"))),
        ("=marché", ExactForm(text="marché")),
        ("=ET", ExactForm(text="ET")),
        ('= "base aérienne"', Phrase(words=("base", "aérienne"))),
        ("syri*", Pattern(text="syri*")),
        ("syri!", Pattern(text="syri*")),
        ("Ch?ïgou", Pattern(text="Ch?ïgou")),
        ("Syrie?", Pattern(text="Syrie?")),
        ("Choïgou~1", Fuzzy(text="Choïgou", distance=1)),
    ],
)
def test_a_leaf_is_read_from_its_signs(text: str, leaf: Node) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.tree, parsed.warnings) == (leaf, ())


@pytest.mark.parametrize("operator", ["ET", "AND", "&", "&&", "+", ""])
def test_et_and_its_names_ask_for_both(operator: str) -> None:
    assert tree_of(f"A {operator} B") == And(children=(A, B))


@pytest.mark.parametrize("text", ["A OU B", "A OR B", "A | B", "A|B", "(A)|(B)"])
def test_ou_and_its_names_ask_for_either(text: str) -> None:
    assert tree_of(text) == Or(children=(A, B))


@pytest.mark.parametrize(
    "operator",
    [
        *("SAUF", "SANS", "NON", "NON PAS", "ET SAUF", "ET PAS", "ET NON", "ET NON PAS"),
        *("NOT", "WITHOUT", "AND NOT", "ANDNOT", "BUT  NOT", "BUTNOT"),
    ],
)
def test_sauf_and_its_names_take_away(operator: str) -> None:
    assert tree_of(f"A {operator} B") == Without(keep=A, drop=B)


@pytest.mark.parametrize("text", ["NON, B", "NON. B", "NON; B", "NON… B"])
def test_an_operator_that_punctuation_follows_is_a_word(text: str) -> None:
    assert tree_of(text) == And(children=(Word(text="non"), B))


@pytest.mark.parametrize(
    ("text", "distance"),
    [("A PRES 7 B", 7), ("A NEAR  7 (B)", 7), ("A PRES 7 «B»", 7), ("A PRES/ 7 B", 7), ("A PRES / 7 B", 7)],
)
def test_a_space_may_stand_before_a_distance(text: str, distance: int) -> None:
    assert isinstance(tree := tree_of(text), Near)
    assert (tree.left, tree.distance, tree.ordered) == (A, distance, False)


@pytest.mark.parametrize("text", ["A PRES 7", "A PRES 7 ET B", "A PRES 7 SAUF B", "A PRES (7 B)"])
def test_a_number_that_no_operand_follows_is_searched_near(text: str) -> None:
    assert Word(text="7") in leaves_of(tree_of(text))


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2011", "\u2013", "\u2212"])
def test_any_dash_before_a_word_takes_it_away(dash: str) -> None:
    assert tree_of(f"A {dash}B") == Without(keep=A, drop=B)


@pytest.mark.parametrize("text", ["A -B", "A !B", "-B A", "A ET (SAUF B)", "A -(B)", "SAUF B ET A"])
def test_an_exclusion_without_left_side_is_taken_from_the_rest(text: str) -> None:
    assert tree_of(text) == Without(keep=A, drop=B)


@pytest.mark.parametrize("text", ["vice-président", "Paris - Lyon", "A — B", "A -", "wow! encore"])
def test_a_dash_or_a_mark_that_does_not_stand_before_a_word_excludes_nothing(text: str) -> None:
    assert "SAUF" not in interpret(text)


@pytest.mark.parametrize(
    "text", ["A et B", "A ou B", "A or B", "A sans B", "A not B", "A pres B", "A BUT B", "A PAS B"]
)
def test_only_capitals_and_whole_names_make_an_operator(text: str) -> None:
    assert isinstance(tree := tree_of(text), And)
    assert len(tree.children) == 3


@pytest.mark.parametrize(
    ("operator", "distance"),
    [
        ("PRES", 5),
        ("PRÈS/3", 3),
        ("PRES3", 3),
        ("NEAR3", 3),
        ("NEAR/3", 3),
        ("N/3", 3),
        ("/N3/", 3),
        ("W/3", 3),
    ],
)
def test_pres_and_its_names_ask_for_nearness_in_any_order(operator: str, distance: int) -> None:
    assert tree_of(f"A {operator} B") == Near(left=A, right=B, distance=distance, ordered=False)


@pytest.mark.parametrize(
    ("operator", "distance"), [("ADJ", 1), ("ADJ/3", 3), ("ADJ3", 3), ("PRE/3", 3), ("ONEAR/3", 3)]
)
def test_adj_and_its_names_ask_for_nearness_in_order(operator: str, distance: int) -> None:
    assert tree_of(f"A {operator} B") == Near(left=A, right=B, distance=distance, ordered=True)


@pytest.mark.parametrize("operator", ["PARA", "SAME", "MEME/P", "MÊME/P", "W/P", "/P", "W/PARA"])
def test_para_and_its_names_ask_for_one_paragraph(operator: str) -> None:
    assert tree_of(f"A {operator} B {operator} C") == SameParagraph(children=(A, B, C))


@pytest.mark.parametrize("operator", ["PHRASE", "W/S", "/S", "W/SENT"])
def test_phrase_and_its_names_ask_for_one_sentence(operator: str) -> None:
    assert interpret(f"A {operator} B") == "A PHRASE B"


def test_a_phrase_with_a_distance_is_a_chain_of_nearness() -> None:
    assert tree_of('"A B"~5') == Near(left=A, right=B, distance=5, ordered=False)
    assert tree_of('"A B" ~5') == tree_of('"A B"~5')
    assert interpret('"A B ET"~2') == 'A PRES/2 B PRES/2 "ET"'


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("A OU B ET C", "A OU (B ET C)"),
        ("A ET B SAUF C", "A ET B SAUF C"),
        ("A SAUF B PRES/3 C", "A SAUF B PRES/3 C"),
        ("A SAUF B SAUF C", "A SAUF (B OU C)"),
        ("A PRES/3 B ADJ C", "A PRES/3 B ADJ/1 C"),
        ("A PRES/3 (B ADJ C)", "A PRES/3 (B ADJ/1 C)"),
        ("titre:A PARA B", "titre:A PARA B"),
        ("titre:A B", "titre:A ET B"),
        ("(A B) C", "A ET B ET C"),
    ],
)
def test_the_precedence_is_that_of_the_page(text: str, interpreted: str) -> None:
    assert interpret(text) == interpreted


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("titre:A", Zone.TITLE),
        ("TIT_HEAD= A", Zone.TITLE),
        ("hd=A", Zone.TITLE),
        ("HEADLINE(A)", Zone.TITLE),
        ("chapo: A", Zone.LEAD),
        ("LEAD=A", Zone.LEAD),
        ("lp=A", Zone.LEAD),
        ("Attaque:A", Zone.ATTACK),
        ("texte:A", Zone.TEXT),
        ("TEXT= A", Zone.TEXT),
        ("td=A", Zone.TEXT),
        ("body(A)", Zone.TEXT),
    ],
)
def test_a_zone_confines_the_next_operand(text: str, zone: Zone) -> None:
    assert tree_of(text) == InZone(zone=zone, child=A)


@pytest.mark.parametrize("text", ["titre = A", "titre =  (A)", "titre :A", "titre :(A)", "TITRE = A"])
def test_a_space_may_stand_before_the_sign_of_a_field_where_no_prose_has_it(text: str) -> None:
    assert tree_of(text) == InZone(zone=Zone.TITLE, child=A)


def test_a_form_after_a_word_that_names_a_field_is_no_value() -> None:
    assert tree_of("texte =marché") == And(children=(Word(text="texte"), ExactForm(text="marché")))


@pytest.mark.parametrize("text", ["[A OU B] ET C", "(A OU B] ET C"])
def test_brackets_are_parentheses(text: str) -> None:
    assert tree_of(text) == And(children=(Or(children=(A, B)), C))


@pytest.mark.parametrize("text", ["hlp=A", "HLEAD(A)"])
def test_headline_and_lead_are_two_zones(text: str) -> None:
    assert tree_of(text) == Or(children=(InZone(zone=Zone.TITLE, child=A), InZone(zone=Zone.ATTACK, child=A)))


def test_a_zone_distributes_over_parentheses() -> None:
    assert tree_of("titre:(A OU B)") == InZone(zone=Zone.TITLE, child=Or(children=(A, B)))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("auteur:A", Field.AUTHOR),
        ("AUT_BY=A", Field.AUTHOR),
        ("by=A", Field.AUTHOR),
        ("BYLINE(A)", Field.AUTHOR),
        ("source:A", Field.SOURCE),
        ("sn=A", Field.SOURCE),
        ('PUBLICATION("A")', Field.SOURCE),
        ("agence:A", Field.AGENCY),
        ("rubrique=A", Field.SECTION),
        ("se=A", Field.SECTION),
        ("la=A", Field.LANGUAGE),
    ],
)
def test_a_property_matches_the_next_operand(text: str, field: Field) -> None:
    assert tree_of(text) == Matching(field=field, value="A")


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ('source:("Le Monde" OU Libération)', 'source:"Le Monde" OU source:"Libération"'),
        ("source:(Le Monde OU Le Figaro)", 'source:"Le Monde" OU source:"Le Figaro"'),
        ("source:(A SAUF B)", 'source:"A" SAUF source:"B"'),
        ("source:Monde B", 'source:"Monde" ET B'),
        ("titre:source:A", 'source:"A"'),
    ],
)
def test_a_property_distributes_over_a_list(text: str, interpreted: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.interpreted, parsed.warnings) == (interpreted, ())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("date:>2014", "date:2015-01-01.."),
        ("date: >= 2015", "date:2015-01-01.."),
        ("date:<2016", "date:..2015-12-31"),
        ("date after -30", "date:2015-08-20.."),
        ("date from -30 to -1", "date:2015-08-19..2015-09-17"),
        ("date:from 01/09/2015 to 18/09/2015", "date:2015-09-01..2015-09-18"),
        ("date(is 2015)", "date:2015"),
        ("date:du 1er au 18 septembre 2015", "date:2015-09-01..2015-09-18"),
        ("date:du 01/09/2015 au 18/09/2015", "date:2015-09-01..2015-09-18"),
    ],
)
def test_a_period_is_read_in_the_middle_of_a_query(text: str, period: str) -> None:
    parsed = parse_query(f"A ET (B ET {text}) ET C", today=TODAY)
    assert (parsed.interpreted, parsed.warnings) == (f"A ET B ET {period} ET C", ())


def test_several_dates_make_an_alternative() -> None:
    assert interpret("date:(2013 OU 09/2015) A") == "(date:2013 OU date:2015-09) ET A"


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("A B", "A OU B"),
        ("A ET B", "A ET B"),
        ("A B -C", "(A OU B) SAUF C"),
        ("Qui dirige « la base » ?", 'Qui OU dirige OU "la base"'),
    ],
)
def test_a_space_means_ou_when_any_word_will_do(text: str, interpreted: str) -> None:
    parsed = parse_query(text, today=TODAY, any_word=True)
    assert (parsed.interpreted, parsed.warnings) == (interpreted, ())


@pytest.mark.parametrize(
    ("text", "interpreted", "warning"),
    [
        ('A "B', 'A ET "B"', '« " » ouvrant sans fermant : fermé à la fin de la requête'),
        ("(A", "A", "parenthèse ouvrante sans fermante : fermée à la fin de la requête"),
        ("A)", "A", "parenthèse fermante sans ouvrante, ignorée"),
        ("A ()", "A", "parenthèses sans mot, ignorées"),
        ('A ""', "A", "guillemets sans mot, ignorés"),
        ("ET A", "A", "opérateur « ET » sans mot à gauche, ignoré"),
        ("A PRES/3", "A", "opérateur « PRES/3 » sans mot à droite, ignoré"),
        ("A ET OU B", "A ET B", "opérateur « OU » sans mot à gauche, ignoré"),
        ("A SAUF", "A", "opérateur « SAUF » sans mot à droite, ignoré"),
        ("A titre:", "A", "champ « titre » sans valeur, ignoré"),
        ("navigation:A", "navigation ET A", "champ inconnu « navigation », pris comme mot"),
        ("titre : A", "titre ET A", "« titre » pris comme mot : pour un champ, écrivez titre: sans espace"),
        ("sy*", "sy", "troncature trop courte : « sy* » pris comme mot, écrivez 3 lettres avant *"),
        ("ET*", "et", "troncature trop courte : « ET* » pris comme mot, écrivez 3 lettres avant *"),
        ("*phobie", "phobie", "troncature au début d'un mot, ignorée"),
        ("mot$3", "mot???", "« mot$3 » compris comme « mot??? »"),
        ("mot'$1", "mot?", "« mot'$1 » compris comme « mot? »"),
        (
            "Syrie du 1er au 18 septembre 2015",
            "Syrie ET date:2015-09-01..2015-09-18",
            "« du 1er au 18 septembre 2015 » compris comme une période",
        ),
        ("Rome ! Milan", "Rome SAUF Milan", "« ! » entre deux espaces compris comme SAUF"),
        ("mot~3", "mot~2", "tolérance ramenée à ~2 dans « mot~3 »"),
        ("A PRES/900 B", "A PRES/500 B", "distance de « PRES/900 » ramenée à 500"),
        ("A ADJ/0 B", "A ADJ/1 B", "distance de « ADJ/0 » ramenée à 1"),
        ("A ET B OU C", "(A ET B) OU C", "ET et OU mêlés sans parenthèses : ET lie plus fort que OU"),
        ("A OU B SAUF C", "A OU (B SAUF C)", "SAUF et OU mêlés sans parenthèses : SAUF lie plus fort que OU"),
        ("A OU B PRES/3 C", "A OU (B PRES/3 C)", "PRES et OU mêlés sans parenthèses : PRES lie plus fort que OU"),
        ("A SAUF/P B OU C", "(A SAUF/P B) OU C", "SAUF/P et OU mêlés sans parenthèses : SAUF/P lie plus fort que OU"),
        ("A OU -B", "A SAUF B", "OU à côté d'une exclusion, compris comme SAUF"),
        ("A w/5 B", "A ET w/5 ET B", "« w/5 » pris comme mot : l'opérateur PRES s'écrit en capitales"),
        ("A date:18/09/15", "A ET date:2015-09-18", "année de « 18/09/15 » comprise comme 2015"),
        (
            "date after 31/02/2015",
            "date ET after ET 31/02/2015",
            "date illisible « date after 31/02/2015 », prise comme mots : écrivez date:18/09/2015",
        ),
        ("A date:hier", "A", "date illisible « date:hier », ignorée : écrivez date:18/09/2015"),
        ("source:Libé*", 'source:"Libé"', "dans source: ni troncature ni tolérance, signes ignorés"),
    ],
)
def test_what_is_repaired_is_said(text: str, interpreted: str, warning: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.interpreted, parsed.warnings) == (interpreted, (warning,))


@pytest.mark.parametrize(
    ("text", "position", "reason"),
    [
        ("", 0, "écrivez au moins un mot"),
        (" ?! … — \x00", 0, "écrivez au moins un mot"),
        ("SAUF A", 0, "avant SAUF"),
        ("  -A", 2, "avant SAUF"),
        ("\u200b\u00ad-A", 2, "avant SAUF"),
        ("date:hier", 0, "date illisible"),
        ("titre:", 0, "sans valeur"),
    ],
)
def test_a_query_with_nothing_to_search_is_refused_with_its_position(text: str, position: int, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as raised:
        parse_query(text, today=TODAY)
    assert raised.value.position == position


def test_a_title_pasted_as_it_is_gives_its_words() -> None:
    title = "Accusé d'abandon par Caen, le maire va-t-il quitter (enfin) la mairie ?"
    parsed = parse_query(title, today=TODAY)
    printed = "Accusé d'abandon par Caen le maire va-t-il quitter enfin la mairie"
    assert (parsed.interpreted, parsed.warnings) == (printed.replace(" ", " ET "), ())


def test_an_equation_of_europresse_runs_as_pasted() -> None:
    parsed = parse_query(
        'TEXT= ("sea level" | "rising seas")>1 & TIT_HEAD= (coast+ | "high tide" | flood+)', today=TODAY
    )
    assert parsed.interpreted == (
        'texte:AUMOINS2("sea level" OU "rising seas") ET titre:(coast OU "high tide" OU flood)'
    )
    assert parsed.warnings == ()

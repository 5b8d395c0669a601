"""Equations pasted from Europresse, Factiva and Nexis, read as each of them reads its own."""

from datetime import date

import pytest

from archive_search.query.parsing import parse_query
from archive_search.query.syntax import Syntax

TODAY = date(2015, 9, 18)


def interpret(text: str, syntax: str) -> str:
    parsed = parse_query(text, today=TODAY, syntax=Syntax(syntax))
    assert parsed.warnings == ()
    return parsed.interpreted


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("marine nationale", '"marine nationale"'),
        ("frégate w/3 rade", "frégate ADJ/3 rade"),
        ("frégate near3 rade", "frégate PRES/3 rade"),
        ("frégate/N30/rade de Toulon", 'frégate PRES/30 "rade de Toulon"'),
        ("frégate adj5 rade", "frégate ADJ/5 rade"),
        ("frégate same rade", "frégate PARA rade"),
        ("frégate or corvette and rade", "frégate OU (corvette ET rade)"),
        ("frégate and rade not toulon", "frégate ET rade SAUF toulon"),
        ("hd=(frégate or corvette) and la=fr", 'titre:(frégate OU corvette) ET langue:"fr"'),
        ("sn=le marin", 'source:"le marin"'),
        ("[frégate or corvette] and rade", "(frégate OU corvette) ET rade"),
        ("atleast3 frégate and wc>500", "AUMOINS3(frégate) ET mots>500"),
        ("frégate/F50/", "frégate debut/50"),
        ("frégat$2", "frégat??"),
        ("date from 01/09/2015 to 18/09/2015 and rade", "date:2015-09-01..2015-09-18 ET rade"),
        ("date after 31/12/2014 and rade", "date:2015-01-01.. ET rade"),
        ("date before 01/01/2015", "date:..2014-12-31"),
        ("date after -7 and rade", "date:2015-09-12.. ET rade"),
        ("frégate near 3 rade", "frégate PRES/3 rade"),
        ("rade (est or ouest)", "rade ADJ/1 (est OU ouest)"),
        ('"rade est" toulon', '"rade est toulon"'),
    ],
)
def test_an_equation_of_factiva_is_read_as_there(text: str, interpreted: str) -> None:
    parsed = parse_query(text, today=TODAY, syntax=Syntax.FACTIVA)
    assert parsed.interpreted == interpreted


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ("marine nationale", '"marine nationale"'),
        ("frégate w/3 rade", "frégate PRES/3 rade"),
        ("frégate pre/3 rade", "frégate ADJ/3 rade"),
        ("frégate w/s rade", "frégate PHRASE rade"),
        ("frégate w/p rade", "frégate PARA rade"),
        ("frégate not w/5 rade", "frégate SAUF PRES/5 rade"),
        ("frégate and rade or port", "frégate ET (rade OU port)"),
        ("frégate w/5 rade or port", "frégate PRES/5 (rade OU port)"),
        ("frégate w/10 rade w/2 port", "frégate PRES/10 (rade PRES/2 port)"),
        ("frégate and rade and not port or quai", "(frégate ET rade) SAUF (port OU quai)"),
        ("frégat! or corv*tte", "frégat* OU corv?tte"),
        ("hlead(frégate) and publication(le marin)", '(titre:frégate OU attaque:frégate) ET source:"le marin"'),
        ("body(frégate) and length(>500)", "texte:frégate ET mots>500"),
        ("atleast5(frégate or corvette)", "AUMOINS5(frégate OU corvette)"),
        ("date(geq (01/09/2015) and leq (18/09/2015)) and rade", "date:2015-09-01..2015-09-18 ET rade"),
        ("date(leq (31/12/2015)) and rade", "date:..2015-12-31 ET rade"),
        ("section(monde) and rade", 'rubrique:"monde" ET rade'),
        ("date(>=01/09/2015) and rade", "date:2015-09-01.. ET rade"),
        ("date aft 2014 and rade", "date:2015-01-01.. ET rade"),
        ("date bef 2015 and rade", "date:..2014-12-31 ET rade"),
        ("date is 2015 and rade", "date:2015 ET rade"),
        ("date(aft 1/9/2015) and rade", "date:2015-09-02.. ET rade"),
        ("frégate /5 rade", "frégate PRES/5 rade"),
        ("frégate not /5 rade", "frégate SAUF PRES/5 rade"),
        ("frégate andnot rade", "frégate SAUF rade"),
        ("frégate butnot rade", "frégate SAUF rade"),
        ("frégate and not(rade)", "frégate SAUF rade"),
        ("titre(frégate) and attentat(s)", "titre:frégate ET attentat"),
    ],
)
def test_an_equation_of_nexis_is_read_as_there(text: str, interpreted: str) -> None:
    assert interpret(text, "nexis") == interpreted


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ('TIT_HEAD= (frégate+ | corvette+) & "marine nationale"', 'titre:(frégate OU corvette) ET "marine nationale"'),
        ("frégate & rade | port", "(frégate ET rade) OU port"),
        ("LEAD= frégate ! rade", "chapo:frégate SAUF rade"),
        ("TEXT= (frégate | corvette)>1", "texte:AUMOINS2(frégate OU corvette)"),
        ("marine nationale", "marine ET nationale"),
        ("TIT_HEAD = (frégate | corvette) & TEXT = rade", "titre:(frégate OU corvette) ET texte:rade"),
        ("(frégate\r\n\t| corvette)\r\n& rade", "(frégate OU corvette) ET rade"),
        ("frégate\u00a0WITHOUT\u00a0rade", "frégate SAUF rade"),
    ],
)
def test_an_equation_of_europresse_is_read_as_there(text: str, interpreted: str) -> None:
    parsed = parse_query(text, today=TODAY, syntax=Syntax.EUROPRESSE)
    assert (parsed.interpreted, parsed.warnings) == (interpreted, ())


@pytest.mark.parametrize(
    ("syntax", "text", "warning"),
    [
        ("factiva", "co=navgrp and rade", "champ « co » inconnu ici, ignoré avec sa valeur"),
        ("factiva", "rade and rst=(tnwp or tmnb)", "champ « rst » inconnu ici, ignoré avec sa valeur"),
        ("factiva", "(rst=tnwp) and rade", "champ « rst » inconnu ici, ignoré avec sa valeur"),
        ("nexis", "rade and subject(shipbuilding)", "champ « subject » inconnu ici, ignoré avec sa valeur"),
        ("nexis", "rade and graphic(chart w/5 map)", "champ « graphic » inconnu ici, ignoré avec sa valeur"),
        ("europresse", 'PUB_NAME= "Le Marin" & rade', "champ « PUB_NAME » inconnu ici, ignoré avec sa valeur"),
    ],
)
def test_a_field_that_only_the_service_has_is_left_out_with_its_value(syntax: str, text: str, warning: str) -> None:
    parsed = parse_query(text, today=TODAY, syntax=Syntax(syntax))
    assert (parsed.interpreted, parsed.warnings) == ("rade", (warning,))


@pytest.mark.parametrize("command", ["allcaps", "caps", "nocaps", "plural", "SINGULAR"])
def test_a_command_of_nexis_leaves_its_words(command: str) -> None:
    parsed = parse_query(f"{command}(rade) and port", today=TODAY, syntax=Syntax.NEXIS)
    assert parsed.interpreted == "rade ET port"
    assert parsed.warnings == (f"commande « {command} » inconnue ici, ignorée",)


@pytest.mark.parametrize("syntax", list(Syntax))
def test_a_word_before_a_colon_is_never_left_out(syntax: Syntax) -> None:
    parsed = parse_query("Toulon: rade", today=TODAY, syntax=syntax)
    assert "Toulon" in parsed.interpreted


@pytest.mark.parametrize(
    ("syntax", "interpreted"),
    [("factiva", "frégate ET rade SAUF port"), ("nexis", "(frégate ET rade) SAUF port")],
)
def test_french_operators_in_capitals_work_there_too(syntax: str, interpreted: str) -> None:
    assert interpret("frégate ET rade SAUF port", syntax) == interpreted


@pytest.mark.parametrize("syntax", ["europresse", "factiva", "nexis"])
def test_a_service_settles_the_order_of_its_operators(syntax: str) -> None:
    assert not parse_query("a AND b OR c", today=TODAY, syntax=Syntax(syntax)).warnings


@pytest.mark.parametrize("syntax", list(Syntax))
def test_one_word_may_be_enough_in_any_syntax(syntax: Syntax) -> None:
    parsed = parse_query("frégate rade", today=TODAY, syntax=syntax, any_word=True)
    assert parsed.interpreted == "frégate OU rade"


@pytest.mark.parametrize(
    ("syntax", "interpreted"),
    [("factiva", '"frégate rade"'), ("europresse", "frégate ET rade")],
)
def test_a_sign_of_a_service_that_cannot_be_followed_is_told(syntax: str, interpreted: str) -> None:
    parsed = parse_query("frégate % rade", today=TODAY, syntax=Syntax(syntax))
    assert (parsed.interpreted, parsed.warnings) == (interpreted, ("« % » de ce service pas compris ici, ignoré",))


def test_a_percentage_is_told_nothing_of_in_our_own_language() -> None:
    assert parse_query("hausse de 5 % prix", today=TODAY).warnings == ()

from datetime import date

import pytest

from archive_search.query.syntax import Syntax
from archive_search.query.translation.translating import translate
from archive_search.query.tree import Published
from tests.unit.query.translation.asking import notes_on, translated

FACTIVA = Syntax.FACTIVA


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param('"base navale" "port"', '"base navale" and "port"', id="phrases"),
        pytest.param('"port" ("quai" OU 2015)', '"port" and ("quai" or 2015)', id="alternative"),
        pytest.param('"port" SAUF "quai"', '"port" not "quai"', id="exclusion"),
        pytest.param('"port" PARA "quai"', '"port" same "quai"', id="paragraph"),
        pytest.param('"port" PRES/40 "quai"', '"port" near40 "quai"', id="near"),
        pytest.param('"port" ADJ/10 "quai"', '"port" adj10 "quai"', id="in order"),
        pytest.param("navi*", "navi*", id="any ending"),
        pytest.param("navire??", "navire$2", id="two letters at most"),
        pytest.param("Ta?tous", "Ta?tous", id="one letter"),
        pytest.param('"base nava*"', "base adj1 nava*", id="truncation in a phrase"),
        pytest.param('titre:("port" OU "quai")', 'hd=("port" or "quai")', id="title"),
        pytest.param('hlp=("port" OU "quai")', 'hlp=("port" or "quai")', id="title or attack"),
        pytest.param(
            'source:"La Dépêche" rubrique:Monde auteur:Duval', 'sn="La Dépêche" and se=Monde and by=Duval', id="fields"
        ),
        pytest.param('AUMOINS3("port")', 'atleast3 "port"', id="frequency"),
        pytest.param('"base navale" debut/50', '"base navale"/f50/', id="first words"),
        pytest.param('("port" OU "quai") debut/50', '"port"/f50/ or "quai"/f50/', id="first words of each term"),
        pytest.param("mots>500 mots<900", "wc>500 and wc<900", id="length"),
        pytest.param("date:2015", "date from 20150101 to 20151231", id="year"),
        pytest.param("avant:2016", "date before 20160101", id="before"),
        pytest.param("apres:2014", "date after 20141231", id="after"),
    ],
)
def test_what_factiva_can_say_is_said_without_notes(query: str, text: str) -> None:
    translation = translated(query, FACTIVA)
    assert (translation.text, translation.notes) == (text, ())


@pytest.mark.parametrize(
    ("query", "text", "note"),
    [
        pytest.param("port", "port", "familles de mots", id="family"),
        pytest.param("=port", "port", "accents", id="exact form"),
        pytest.param("port~1", "port", "tolérance", id="tolerance"),
        pytest.param('personne:"Anne Duval"', '"Anne Duval"', "graphies", id="name"),
        pytest.param('source:="La Dépêche"', 'sn="La Dépêche"', "source: y trouve aussi les plus longues", id="value"),
        pytest.param("port PHRASE quai", "port near10 quai", "PHRASE remplacé par near10", id="sentence"),
        pytest.param(
            "port PARA quai PARA digue",
            "(port same quai) and (port same digue)",
            "deux à deux",
            id="three in a paragraph",
        ),
        pytest.param(
            "(port OU rade) PARA (quai OU digue) PARA (navire OU cargo)",
            "((port or rade) same (quai or digue)) and (navire or cargo)",
            "deux à deux",
            id="three alternatives in a paragraph",
        ),
        pytest.param("titre:(port PARA quai)", "hd=(port and quai)", "pris comme ET", id="paragraph in a zone"),
        pytest.param("port SAUF/P quai", "port", "SAUF/P laissé de côté", id="not in the paragraph"),
        pytest.param("port SAUF PRES/5 quai", "port", "SAUF PRES", id="not near"),
        pytest.param("port ADJ/11 quai", "port near11 quai", "ordre", id="in order too far"),
        pytest.param(
            "AUMOINS3(port OU quai)", "atleast3 port or atleast3 quai", "pour chacun", id="frequency of alternatives"
        ),
        pytest.param("AUMOINS60(port)", "atleast50 port", "ramené à 50", id="high frequency"),
        pytest.param("titre:AUMOINS2(port)", "hd=port", "AUMOINS laissé de côté", id="frequency in a zone"),
        pytest.param(
            "AUMOINS2(port PRES/5 quai)", "port near5 quai", "AUMOINS laissé de côté", id="frequency of a proximity"
        ),
        pytest.param(
            'AUMOINS2("base nava*")', "base adj1 nava*", "AUMOINS laissé de côté", id="frequency of several terms"
        ),
        pytest.param(
            "(port PRES/5 quai) debut/50", "port near5 quai", "debut/50 laissé de côté", id="first words of a proximity"
        ),
        pytest.param("port debut/501", "port", "debut/501", id="too many first words"),
        pytest.param(
            "(port ET quai) PRES/5 digue", "(port same quai) near5 digue", "vérifiez", id="conjunction in a proximity"
        ),
        pytest.param("aéro*port", "aéro*", "coupé", id="truncation inside a word"),
        pytest.param("langue:fr", "la=fr", "code de langue", id="language"),
        pytest.param("port agence:AFP", "port", "agence: laissé de côté", id="agency"),
    ],
)
def test_what_factiva_cannot_say_is_noted(query: str, text: str, note: str) -> None:
    assert translated(query, FACTIVA).text == text
    assert note in notes_on(query, FACTIVA)


@pytest.mark.parametrize("word", ["or", "date", "same", "near", "adj2"])
def test_a_word_that_factiva_would_take_for_an_operator_is_quoted(word: str) -> None:
    assert translated(f"{word} Tartous", FACTIVA).text == f'"{word}" and Tartous'


def test_the_first_and_the_last_day_of_the_calendar_are_written() -> None:
    assert translate(Published(first=date.min, last=None), FACTIVA).text == "date after 00010101"
    assert translate(Published(first=None, last=date.max), FACTIVA).text == "date before 99991231"

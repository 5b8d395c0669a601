import pytest

from archive_search.query.syntax import Syntax
from tests.unit.query.translation.asking import notes_on, translated

EUROPRESSE = Syntax.EUROPRESSE


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("Tartous port", "Tartous+ & port+", id="families"),
        pytest.param("S300 2015", "S300 & 2015", id="numbers have no family"),
        pytest.param('"base navale"', '"base navale"', id="phrase"),
        pytest.param("Tartous (port OU quai)", "Tartous+ & (port+ | quai+)", id="alternative"),
        pytest.param("Tartous SAUF quai", "Tartous+ ! quai+", id="exclusion"),
        pytest.param("titre:(port OU quai)", "TIT_HEAD= (port+ | quai+)", id="title"),
        pytest.param("chapo:port texte:quai", "LEAD= (port+) & TEXT= (quai+)", id="zones"),
        pytest.param('auteur:"Anne Duval"', 'AUT_BY= ("Anne Duval")', id="author"),
        pytest.param("AUMOINS3(Tartous)", "(Tartous+)>2", id="frequency"),
        pytest.param("texte:AUMOINS2(port OU quai)", "TEXT= (port+ | quai+)>1", id="frequency in a zone"),
        pytest.param("navi*", "navi*", id="truncation"),
        pytest.param(
            "2 PARMI (port, quai, digue)", "(port+ & quai+) | (port+ & digue+) | (quai+ & digue+)", id="quorum"
        ),
    ],
)
def test_what_europresse_can_say_is_said_without_notes(query: str, text: str) -> None:
    translation = translated(query, EUROPRESSE)
    assert (translation.text, translation.notes) == (text, ())


@pytest.mark.parametrize(
    ("query", "text", "note"),
    [
        pytest.param("port PRES/5 quai", "port+ & quai+", "PRES et ADJ remplacés par &", id="near"),
        pytest.param("port PARA quai", "port+ & quai+", "PARA remplacé par &", id="paragraph"),
        pytest.param("port PHRASE quai", "port+ & quai+", "PHRASE remplacé par &", id="sentence"),
        pytest.param("port SAUF/P quai", "port+", "SAUF/P laissé de côté", id="not in the paragraph"),
        pytest.param("port SAUF/S quai", "port+", "SAUF/S laissé de côté", id="not in the sentence"),
        pytest.param("port SAUF PRES/5 quai", "port+", "SAUF PRES et SAUF ADJ laissés de côté", id="not near"),
        pytest.param("port debut/50", "port+", "debut/50", id="first words"),
        pytest.param("port date:2015", "port+", "date: laissé de côté", id="date"),
        pytest.param('port source:"La Dépêche"', "port+", "source: laissé de côté", id="source"),
        pytest.param("port mots>500", "port+", "mots: laissé de côté", id="length"),
        pytest.param("attaque:port", "LEAD= (port+)", "attaque: écrit LEAD=", id="attack"),
        pytest.param("=quai", '"quai"', "accents", id="exact form"),
        pytest.param("vice-amiral", '"vice-amiral"', "sans sa famille", id="compound"),
        pytest.param("nav*", "nav*", "4 lettres", id="short truncation"),
        pytest.param("navi?ateur port", "navi* & port+", "élargi", id="one letter"),
        pytest.param("Ta?tous port", "port+", "laissé de côté", id="one letter too early"),
        pytest.param('"base nava*"', "base & nava*", "remplacés par &", id="truncation in a phrase"),
    ],
)
def test_what_europresse_cannot_say_is_noted(query: str, text: str, note: str) -> None:
    assert translated(query, EUROPRESSE).text == text
    assert note in notes_on(query, EUROPRESSE)

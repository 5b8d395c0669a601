import pytest

from archive_search.query.syntax import Syntax
from tests.unit.query.translation.asking import notes_on, translated

NEXIS = Syntax.NEXIS


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param('"port" ("quai" OU 2015)', '"port" and ("quai" or 2015)', id="alternative"),
        pytest.param(
            '("port" "quai") OU "digue"', '("port" and "quai") or "digue"', id="conjunction in an alternative"
        ),
        pytest.param('"port" SAUF "quai" "digue"', '("port" and not "quai") and "digue"', id="exclusion"),
        pytest.param('"port" PARA "quai" PARA "digue"', '"port" w/p "quai" w/p "digue"', id="paragraph"),
        pytest.param('"port" PHRASE "quai"', '"port" w/s "quai"', id="sentence"),
        pytest.param('"port" SAUF/P "quai"', '"port" not w/p "quai"', id="not in the paragraph"),
        pytest.param('"port" SAUF/S "quai"', '"port" not w/s "quai"', id="not in the sentence"),
        pytest.param(
            '("port" SAUF "quai") PARA "digue"', '("port" not w/p "quai") w/p "digue"', id="exclusion in a paragraph"
        ),
        pytest.param(
            '("port" ET "quai") PHRASE "digue"', '("port" w/s "quai") w/s "digue"', id="conjunction in a sentence"
        ),
        pytest.param('"port" PRES/5 "quai" PRES/3 "digue"', '("port" w/5 "quai") w/3 "digue"', id="near"),
        pytest.param('"port" ADJ/255 "quai"', '"port" pre/255 "quai"', id="in order"),
        pytest.param('"port" SAUF PRES/5 "quai"', '"port" not w/5 "quai"', id="not near"),
        pytest.param("navi*", "navi!", id="any ending"),
        pytest.param('"base nava*"', "base pre/1 nava!", id="truncation in a phrase"),
        pytest.param(
            'titre:"port" chapo:"quai" texte:"digue"', 'headline("port") and lead("quai") and body("digue")', id="zones"
        ),
        pytest.param('hlead("port" OU "quai")', 'hlead("port" or "quai")', id="title or attack"),
        pytest.param(
            'source:"La Dépêche" auteur:Duval rubrique:Monde',
            'publication("La Dépêche") and byline(Duval) and section(Monde)',
            id="fields",
        ),
        pytest.param('AUMOINS3("port" OU "quai")', 'atleast3("port" or "quai")', id="frequency"),
        pytest.param('titre:AUMOINS2("port")', 'headline(atleast2("port"))', id="frequency in a zone"),
        pytest.param("mots>500 mots<900", "length(> 500) and length(< 900)", id="length"),
    ],
)
def test_what_nexis_can_say_is_said_without_notes(query: str, text: str) -> None:
    translation = translated(query, NEXIS)
    assert (translation.text, translation.notes) == (text, ())


@pytest.mark.parametrize(
    ("query", "text", "note"),
    [
        pytest.param("armée", "armée", "familles de mots", id="family"),
        pytest.param("port SAUF ADJ/5 quai", "port not w/5 quai", "des deux côtés", id="not in order"),
        pytest.param("port PRES/300 quai", "port w/255 quai", "ramenée à 255", id="too far"),
        pytest.param("Ta?tous", "Ta*tous", "Nexis Uni", id="one letter"),
        pytest.param("port debut/50", "hlead(port)", "hlead()", id="first words"),
        pytest.param("attaque:port", "lead(port)", "lead()", id="attack"),
        pytest.param(
            "(port PARA quai) PRES/5 digue", "(port w/p quai) w/5 digue", "vérifiez", id="paragraph in a proximity"
        ),
        pytest.param(
            "AUMOINS2(port PARA quai)", "port w/p quai", "AUMOINS laissé de côté", id="frequency of paragraphs"
        ),
        pytest.param(
            "AUMOINS2(port) PARA quai", "port w/p quai", "AUMOINS laissé de côté", id="frequency in a paragraph"
        ),
        pytest.param("langue:fr port", "port", "langue: laissé de côté", id="language"),
        pytest.param("date:18/09/2015", "date(geq (18/09/2015) and leq (18/09/2015))", "jour/mois/année", id="day"),
        pytest.param("avant:2016", "date(leq (31/12/2015))", "jour/mois/année", id="before"),
    ],
)
def test_what_nexis_cannot_say_is_noted(query: str, text: str, note: str) -> None:
    assert translated(query, NEXIS).text == text
    assert note in notes_on(query, NEXIS)

import io
from datetime import date

from archive_search.records import Failure
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream
from tests.unit.sources.formats.making_pdf import Print, column, make_pdf

FOOT = Print(text="Ce document est réservé à l'usage exclusif de la médiathèque du port", height=820, size=6)
LINES = ("Le conseil municipal a voté mardi la rénovation du vieux port,", "malgré les réserves de l'opposition.")
RIGHTS = "© 2018 Le Courrier du Port. Tous droits réservés."
CERTIFICATE = f"{RIGHTS} Le présent certificat est émis à la médiathèque du port, à des fins de visualisation."


def clipping(title, *, source, day, number, text=LINES):
    notice = column("Nom de la source", source, "Type de source", "Presse • Journaux", height=60, size=7, leading=10)
    head = column(day, f"{source} • p. 12 • 845 mots", left=220, height=60)
    return [
        *notice,
        *head,
        Print(text=title, left=220, height=110, size=16, bold=True),
        *column("Jeanne Dupont", left=220, height=140),
        *column(*text, left=220, height=170),
        *column(CERTIFICATE, height=400, size=7),
        *column(number, height=440, size=7),
        FOOT,
    ]


COVER = [Print(text="Documents sauvegardés", height=120, size=24), Print(text="2 documents", height=160), FOOT]
FIRST = clipping(
    "Le port rouvre après dix ans",
    source="Le Courrier du Port",
    day="Jeudi 4 octobre 2018",
    number="news·20181004·CP·1234",
)
SECOND = clipping(
    "La ville attend ses cargos", source="Les Nouvelles", day="Mercredi 3 octobre 2018", number="news·20181003·LN·77"
)


def read(*pages):
    return list(read_stream(io.BytesIO(make_pdf(*pages)), name="a.pdf", options=ReadOptions()))


def test_each_document_of_europresse_is_an_article():
    first, second = read(COVER, FIRST, SECOND)
    assert [(article.id, article.title) for article in (first, second)] == [
        ("news·20181004·CP·1234", "Le port rouvre après dix ans"),
        ("news·20181003·LN·77", "La ville attend ses cargos"),
    ]
    assert (first.source, first.date, first.page) == ("Le Courrier du Port", date(2018, 10, 4), "12")
    assert (first.authors, first.rights) == (("Jeanne Dupont",), RIGHTS)
    assert [paragraph.text for paragraph in first.paragraphs[2:]] == [" ".join(LINES)]
    assert {removed.rule for removed in second.removed} <= {"notice", "titre-courant"}


def test_a_day_that_only_the_number_states_is_said_to_be_deduced():
    document = clipping("Le port rouvre", source="Les Nouvelles", day="Octobre", number="news·20181004·LN·9")
    (article,) = read(document)
    assert (article.date, article.date_reason) == (date(2018, 10, 4), "date lue dans le numéro de document")


def test_a_document_without_text_is_a_failure_and_the_others_are_read():
    empty = clipping(
        "Sans texte", source="Les Nouvelles", day="Lundi 1 octobre 2018", number="news·20181001·LN·5", text=()
    )
    failure, article = read(COVER, empty, SECOND)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("document 1 :")
    assert article.title == "La ville attend ses cargos"


def test_the_documents_of_factiva_are_read_as_its_texts_are():
    head = ("Marc Petit", "845 mots", "14 mars 2013", "Le Courrier du Port", "COURPO", "Français", "Copyright 2013")
    page = [
        Print(text="Le port rouvre après dix ans", height=60, size=14, bold=True),
        *column(*head, height=90),
        *column(*LINES, height=90 + 12 * len(head) + 12),
        *column("Document COURPO0020130314e93e00001", height=90 + 12 * len(head) + 60),
    ]
    (article,) = read(page)
    assert (article.title, article.source) == ("Le port rouvre après dix ans", "Le Courrier du Port")
    assert (article.date, article.authors) == (date(2013, 3, 14), ("Marc Petit",))

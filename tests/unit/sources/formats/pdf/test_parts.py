from archive_search.records import Kind
from archive_search.sources.formats.pdf.parts import find_title, mark_parts, text_size
from archive_search.sources.formats.pdf.printed_text import Printed

TEXT = Printed(lines=["Le conseil a voté mardi la rénovation du port, malgré les réserves."] * 4, size=10, page=1)


def large(text, *, size=20.0, page=1, is_bold=False):
    return Printed(lines=[text], size=size, page=page, is_bold=is_bold)


def test_the_size_of_a_text_is_that_of_most_of_its_letters():
    assert text_size([large("Titre"), TEXT]) == 10


def test_the_name_of_the_paper_is_no_title():
    page = [large("LE COURRIER", size=60), large("Le port rouvre après dix ans", size=28), TEXT]
    assert find_title(page, stated=None) == "Le port rouvre après dix ans"


def test_a_short_title_stands_where_there_is_no_other():
    assert find_title([large("Guerre froide"), TEXT], stated=None) == "Guerre froide"


def test_the_title_is_on_the_first_page():
    assert find_title([TEXT, large("Un autre sujet", page=2)], stated=None) is None


def test_of_a_stated_title_what_is_printed_is_kept():
    assert find_title([large("Le port rouvre"), TEXT], stated="Le port rouvre - Le Courrier") == "Le port rouvre"


def test_parts_are_told_by_their_letters():
    lead = "Les cargos reviennent après dix ans d'absence, et la ville espère mille emplois."
    page = [
        large("Le port rouvre"),
        large(lead, size=13),
        TEXT,
        large("Une longue attente", size=10, is_bold=True),
        TEXT,
    ]
    passages = mark_parts(page, forms=frozenset(), title="Le port rouvre")
    assert [passage.kind for passage in passages] == [Kind.LEAD, Kind.BODY, Kind.HEADING, Kind.BODY]


def test_a_text_that_is_all_bold_has_no_headings():
    bold = Printed(lines=TEXT.lines, size=10, page=1, is_bold=True)
    passages = mark_parts([large("Une ligne", size=10, is_bold=True), bold], forms=frozenset(), title=None)
    assert [passage.kind for passage in passages] == [Kind.BODY, Kind.BODY]

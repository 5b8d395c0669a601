import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles, read_stream
from tests.unit.sources.formats.making_pdf import Print, column, make_pdf

TITLE = Print(text="Le vieux port rouvre enfin", height=90, size=24, bold=True)
FIRST = column(
    "Le conseil municipal a voté mardi la rénova-",
    "tion du port, malgré les réserves de l'opposi-",
    "tion de Saint-",
    "Denis, qui demande une étude.",
    "  Les premiers cargos sont attendus au printemps,",
    "selon la mairie.",
    height=130,
)
SECOND = column(
    "Le maire s'est dit confiant devant la presse,",
    "et les armateurs aussi.",
    "  Une fête est prévue dans un an, dit-",
    "il, sur les quais du bassin.",
    left=310,
    height=130,
)
HEAD = Print(text="Le Courrier du Port - mardi 3 mars 2015", height=30, size=7)
LONG = " ".join(["Les cargos reviennent et la ville espère mille emplois nouveaux."] * 3)


def read(data):
    return list(read_stream(io.BytesIO(data), name="a.pdf", options=ReadOptions()))


def article_of(*pages, **options):
    (article,) = read(make_pdf(*pages, **options))
    assert isinstance(article, Article), article
    return article


def texts(article, kind=Kind.BODY):
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind is kind]


EXPECTED = [
    "Le conseil municipal a voté mardi la rénovation du port, malgré les réserves de l'opposition de Saint-Denis, qui"
    " demande une étude.",
    "Les premiers cargos sont attendus au printemps, selon la mairie.",
    "Le maire s'est dit confiant devant la presse, et les armateurs aussi.",
    "Une fête est prévue dans un an, dit-il, sur les quais du bassin.",
]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([TITLE, *FIRST, *SECOND], id="column by column"),
        pytest.param([TITLE, *sorted(FIRST + SECOND, key=lambda line: (line.height, line.left))], id="row by row"),
        pytest.param([*SECOND[::-1], *FIRST[::-1], TITLE], id="backwards"),
    ],
)
def test_columns_under_a_title_are_read_one_after_the_other(lines):
    article = article_of(lines)
    assert article.title == TITLE.text
    assert texts(article) == EXPECTED


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    left = column("Les dockers ont repris le travail hier après", "une grève de trois semaines qui avait", height=130)
    right = column(
        "paralysé le port et les entrepôts voisins, et", "dont la fin doit beaucoup au", left=310, height=130
    )
    following = column("médiateur nommé par la région.", height=100)
    (text,) = texts(article_of([TITLE, *left, *right], following))
    end = "et les entrepôts voisins, et dont la fin doit beaucoup au médiateur nommé par la région."
    assert text.endswith(f"qui avait paralysé le port {end}")


def test_what_pages_repeat_at_their_edges_is_set_apart():
    pages = [
        [HEAD, *column(f"Il pleut sur le quai {word}, et les grues se taisent.", height=100), Print(text=n, height=820)]
        for n, word in [("11", "nord"), ("12", "sud"), ("13", "est")]
    ]
    article = article_of(*pages)
    assert {removed.rule for removed in article.removed} == {"titre-courant"}
    assert [removed.text for removed in article.removed] == [HEAD.text, "11", HEAD.text, "12", HEAD.text, "13"]
    assert article.date == date(2015, 3, 3)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lyon, le 3 mars 2015", date(2015, 3, 3)),
        ("Publié le 3 mars 2015 à 18 h 36", date(2015, 3, 3)),
        ("Le Courrier du Port", None),
    ],
    ids=["place and day", "publication", "no day"],
)
def test_the_day_is_read_above_the_text(line, expected):
    article = article_of([Print(text=line, height=60), TITLE, *column(*[LONG[:50]] * 4, height=130)])
    assert article.date == expected


def test_a_file_states_its_title_its_author_and_its_subjects():
    info = "/Title(La ville et son port)/Author(Jeanne Dupont)/Keywords(port; ville)"
    article = article_of([*FIRST], info=info, catalog="/Lang(fr-FR)")
    assert (article.title, article.authors) == ("La ville et son port", ("Jeanne Dupont",))
    assert (article.keywords, article.language) == (("port", "ville"), "fr")


@pytest.mark.parametrize("stated", ["Microsoft Word - port.doc", "port_v2.indd", "Mise en page 1"])
def test_a_title_made_by_a_program_gives_way_to_the_printed_one(stated):
    assert article_of([TITLE, *FIRST], info=f"/Title({stated})").title == TITLE.text


def test_the_day_on_which_a_file_was_made_is_no_day_of_publication():
    assert article_of([TITLE, *FIRST], info="/CreationDate(D:20160504120000Z)").date is None


@pytest.mark.parametrize("pages", [1, 2])
def test_a_page_printed_by_a_browser_has_its_address_and_not_its_day(pages):
    stamp = Print(text="03/03/2016 18:36 Le vieux port rouvre enfin - Le Courrier", height=20, size=7)
    address = Print(text="https://www.exemple.fr/port/le-port-rouvre 1/2", height=830, size=7)
    texts = [[stamp, TITLE, *FIRST, address], [stamp, *SECOND, address]][:pages]
    article = article_of(*texts, info="/Title(Le vieux port rouvre enfin - Le Courrier)")
    assert (article.title, article.source) == (TITLE.text, "Le Courrier")
    assert (article.url, article.date) == ("https://www.exemple.fr/port/le-port-rouvre", None)
    assert len(article.removed) == 2 * pages


def test_the_text_under_a_scanned_page_is_one_whatever_sizes_its_lines_were_given():
    lines = ["Le port rouvre au printemps,", "selon la mairie, et la fête", "se prépare sur les quais."]
    sizes = [9, 11, 10]
    content = b"\n".join(
        f"BT 3 Tr /F3 {size} Tf 1 0 0 1 50 {700 - 14 * row} Tm ({line}) Tj ET".encode("cp1252")
        for row, (line, size) in enumerate(zip(lines, sizes, strict=True))
    )
    assert texts(article_of(content)) == [" ".join(lines)]


def test_bold_lines_are_headings_and_credits_up_the_side_are_captions():
    heading = Print(text="Une longue attente", height=216, bold=True)
    credit = Print(text="PHOTO MARC PETIT", left=580, height=400, size=6, upwards=True)
    article = article_of([TITLE, *FIRST, heading, *column("Les quais étaient fermés.", height=228), credit])
    assert texts(article, Kind.HEADING) == ["Une longue attente"]
    assert texts(article, Kind.CAPTION) == ["PHOTO MARC PETIT"]
    assert texts(article)[-1] == "Les quais étaient fermés."


def test_what_is_printed_outside_the_page_is_left_out():
    slug = Print(text="port.indd 3", left=-300, height=500)
    assert texts(article_of([TITLE, *FIRST, slug])) == EXPECTED[:2]


def test_a_page_lying_on_its_side_is_read_upright():
    content = b"\n".join(
        f"BT /F3 10 Tf 0 1 -1 0 {100 + 12 * row} 60 Tm ({line}) Tj ET".encode("cp1252")
        for row, line in enumerate(["Le port rouvre au printemps,", "selon la mairie."])
    )
    assert texts(article_of(content, rotate=90)) == ["Le port rouvre au printemps, selon la mairie."]


def test_a_large_initial_belongs_to_its_word():
    lines = [
        Print(text="L", height=150, size=34),
        *column("e conseil a voté mardi la rénovation", "du port, malgré les réserves de", left=72, height=128),
        *column("l'opposition, et la fête commence.", height=152),
    ]
    assert texts(article_of(lines)) == [
        "Le conseil a voté mardi la rénovation du port, malgré les réserves de l'opposition, et la fête commence."
    ]


def test_pages_without_text_are_named_and_the_others_read():
    article, skipped = read(make_pdf([TITLE, *FIRST], b"", b"0 0 100 100 re f"))
    assert texts(article) == EXPECTED[:2]
    assert skipped == Skipped(path="a.pdf", reason="pages sans texte : 2-3")


PASSWORD = "/Filter/Standard/V 1/R 2/P -44/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(make_pdf(b"0 0 100 100 re f"), "ocrmypdf -l fra", id="scanned"),
        pytest.param(
            make_pdf(FIRST, objects=[f"<<{PASSWORD}>>"], trailer="/Encrypt 6 0 R/ID[<00><00>]"),
            "mot de passe",
            id="password",
        ),
        pytest.param(
            make_pdf(FIRST, objects=["<</Filter/Adobe.PubSec/V 4>>"], trailer="/Encrypt 6 0 R/ID[<00><00>]"),
            "sans protection",
            id="certificate",
        ),
        pytest.param(b"%PDF-1.4\n%\xff\xff\n" + b"garbage" * 50, "abîmé", id="damaged"),
        pytest.param(make_pdf(), "abîmé", id="no page"),
        pytest.param(
            make_pdf(column(*["FRQVHLO PXQLFLSDO GX SRUW VH UpXQLW PDUGL"] * 12, height=100)),
            "--force-ocr",
            id="letters nobody can read",
        ),
    ],
)
def test_a_file_that_gives_no_text_says_what_to_do(data, words):
    (failure,) = read(data)
    assert isinstance(failure, Failure)
    assert words in failure.reason


def test_a_file_on_disk_is_read_as_a_stream_is(tmp_path):
    path = tmp_path / "port.pdf"
    path.write_bytes(make_pdf([TITLE, *FIRST]))
    (article,) = read_articles(path, root=tmp_path, options=ReadOptions())
    assert texts(article) == EXPECTED[:2]


@settings(max_examples=25, deadline=None)
@given(place=st.integers(0, 1200), rubbish=st.binary(min_size=1, max_size=40))
def test_damage_anywhere_gives_results_and_never_an_exception(place, rubbish):
    data = make_pdf([TITLE, *FIRST])
    found = read(b"%PDF-1.4" + data[8:place] + rubbish + data[place + len(rubbish) :])
    assert all(isinstance(result, Article | Failure | Skipped) for result in found)

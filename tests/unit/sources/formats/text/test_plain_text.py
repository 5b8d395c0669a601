from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.text.plain_text import read_plain_text
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.relevance.material import SHARED

SEEDS = SHARED / "seeds"
ORIGIN = Origin(path="a.txt", name="a.txt")
BODY = "Le conseil municipal a voté hier soir la rénovation du vieux port, malgré les réserves de l'opposition. " * 2
BODY = BODY.strip()
DISPATCH = f"""Le port de Brumeville rouvre aux cargos

le , mis à jour à 07:12
3

BRUMEVILLE, 8 mai (AFP) - {BODY} Il a rouvert vendredi, une première depuis 2008.

Partager
Vous devez être connecté pour réagir."""


def read(text):
    return list(read_plain_text(text, origin=ORIGIN))


def kinds(article):
    return [paragraph.kind for paragraph in article.paragraphs]


def test_a_dispatch_is_read_with_its_title_dateline_and_time():
    (article,) = read(DISPATCH)
    assert kinds(article) == [Kind.TITLE, Kind.BODY]
    assert (article.title, article.agency, article.time) == (
        "Le port de Brumeville rouvre aux cargos",
        "AFP",
        "07:12",
    )
    assert (article.date, article.date_reason) == (
        date(2009, 5, 8),
        "jour et mois de la dateline (8 mai), vendredi cité, après 2008",
    )


def test_what_is_removed_is_kept_with_its_rule_and_place():
    (article,) = read(DISPATCH)
    assert [(removed.after, removed.rule) for removed in article.removed] == [
        (1, "publication"),
        (1, "compteur"),
        (2, "partage"),
        (2, "commentaires"),
    ]


def test_a_first_paragraph_is_not_taken_for_a_title():
    (article,) = read(f"{BODY}\n\n{BODY}")
    assert article.title is None
    assert kinds(article) == [Kind.BODY, Kind.BODY]


def test_what_stands_between_title_and_dateline_is_the_standfirst():
    (article,) = read(f"Le port rouvre\n\n{BODY}\n\nROME (AFP) - {BODY}")
    assert kinds(article) == [Kind.TITLE, Kind.LEAD, Kind.BODY]


def test_a_short_line_alone_between_paragraphs_is_a_heading():
    (article,) = read(f"Le port rouvre\n\n{BODY}\n\nUne longue attente\n\n{BODY}")
    assert kinds(article) == [Kind.TITLE, Kind.BODY, Kind.HEADING, Kind.BODY]


def test_a_line_of_signature_gives_the_author():
    (article,) = read(f"Le port rouvre\n\nPar Jeanne Dupont\n\n{BODY}")
    assert article.authors == ("Jeanne Dupont",)
    assert kinds(article) == [Kind.TITLE, Kind.BYLINE, Kind.BODY]


def test_a_full_date_of_publication_is_stated():
    (article,) = read(f"Le port rouvre\n\nPublié le 3 mars 2015 à 18:36\n\n{BODY}")
    assert (article.date, article.date_reason, article.time) == (date(2015, 3, 3), None, "18:36")


SECOND = "La ville voisine étudie à son tour la réouverture de son port"


@pytest.mark.parametrize(
    "between",
    ["PHOTO LUC ROY, ARCHIVES AP\n\nLe port (au fond).", "PHOTO LUC ROY, ARCHIVES AP", "* * *"],
    ids=["credit and caption", "credit", "separator"],
)
def test_a_title_after_a_picture_or_a_separator_begins_another_article(between):
    first, second = read("\n\n".join([BODY, BODY, between, SECOND, BODY, BODY]))
    assert (first.id, second.id) == ("a.txt", "a.txt#2")
    assert (first.title, second.title) == (None, SECOND)


def test_a_title_before_another_dateline_begins_another_article():
    assert len(read(f"{DISPATCH}\n\nLe port ferme\n\nROME (AFP) - {BODY}")) == 2


def test_a_heading_after_a_picture_begins_no_article():
    assert len(read("\n\n".join([BODY, BODY, "PHOTO LUC ROY, AFP", "Une longue attente", BODY, BODY]))) == 1


def test_a_text_of_junk_alone_is_a_failure():
    (failure,) = read("Partager\n\nAbonnez-vous")
    assert isinstance(failure, Failure)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*DISPATCH.split("\n"), "© AFP", SECOND, BODY, "***", "", "Un titre"]), max_size=12))
def test_every_line_is_either_kept_or_removed_once(lines):
    articles = [article for article in read("\n\n".join(lines)) if isinstance(article, Article)]
    held = [paragraph.text for article in articles for paragraph in article.paragraphs]
    held += [removed.text for article in articles for removed in article.removed]
    assert not articles or sorted(held) == sorted(line for line in lines if line)
    for article in articles:
        assert [paragraph.number for paragraph in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))


NEWS = "Le pont de la rivière a rouvert à la circulation après trois semaines de travaux."


def read_named(text, *, name):
    (article,) = read_plain_text(text, origin=Origin(path=name, name=name))
    return article.date, article.date_reason


def test_a_text_that_prints_no_day_has_that_of_its_file():
    assert read_named(f"Le pont rouvre\n\n{NEWS}", name="2015-03-04.txt") == (
        date(2015, 3, 4),
        "date lue dans le nom du fichier (2015-03-04)",
    )


def test_a_day_in_capitals_on_its_line_is_that_of_the_text():
    assert read_named(f"SAMEDI 5 MARS 2016\n\nLe pont rouvre\n\n{NEWS}", name="a.txt") == (date(2016, 3, 5), None)


def test_a_day_of_publication_is_taken_before_that_of_an_update_printed_above_it():
    lines = "Mis à jour le 6 mars 2016\n\nPublié le 5 mars 2016"
    assert read_named(f"Le pont rouvre\n\n{lines}\n\n{NEWS}", name="a.txt") == (date(2016, 3, 5), None)


def read_seed(pattern):
    if not SEEDS.is_dir():
        pytest.skip("the two articles that the project was created from are not beside it")
    return list(read_articles(next(SEEDS.glob(pattern)), root=SEEDS, options=ReadOptions()))


def test_the_first_seed_is_read_as_one_dispatch():
    (article,) = read_seed("000_*.txt")
    assert kinds(article) == [Kind.TITLE, Kind.BODY]
    assert (article.date, article.time, article.agency) == (date(2015, 9, 18), "18:36", "Reuters")
    assert (len(article.authors), len(article.removed)) == (3, 5)


def test_the_second_seed_is_read_as_two_articles():
    first, second = read_seed("002_*.txt")
    assert first.title is None
    assert kinds(first)[-3:] == [Kind.BODY, Kind.CAPTION, Kind.CAPTION]
    assert second.paragraphs[0].kind is Kind.TITLE
    assert second.title is not None
    assert second.title.startswith("La Russie")


def test_a_title_comes_first_even_below_a_signature():
    (article,) = read(f"Par Jeanne Dupont\n\nLe port rouvre\n\n{BODY}")
    assert kinds(article) == [Kind.TITLE, Kind.BYLINE, Kind.BODY]


def test_many_articles_in_one_file_are_all_read():
    results = read(f"Le port rouvre\n\nROME (AFP) - {BODY}\n\n" * 2000)
    assert len(results) == 2000


def test_a_line_between_bars_above_the_title_gives_the_day():
    (article,) = read(f"LE COURRIER | 08.05.2015 à 18h02\n\nLe port rouvre aux cargos\n\n{BODY}\n")
    assert (article.title, article.date, article.time) == ("Le port rouvre aux cargos", date(2015, 5, 8), "18:02")
    assert [removed.rule for removed in article.removed] == ["publication"]


def test_a_dateline_after_a_line_of_separation_begins_another_dispatch():
    first, second = read(f"PARIS, 8 mai 2015 (AFP) - {BODY}\n\n*****\n\nLILLE, 9 mai 2015 (AFP) - {BODY}\n")
    assert (first.date, second.date) == (date(2015, 5, 8), date(2015, 5, 9))


def test_a_dateline_inside_a_dispatch_begins_no_other():
    assert len(read(f"PARIS, 8 mai 2015 (AFP) - {BODY}\n\nLILLE, 9 mai 2015 (AFP) - {BODY}\n")) == 1


def test_a_name_alone_under_the_text_signs_it():
    (article,) = read(f"Le port rouvre aux cargos\n\n{BODY}\n\nJEANNE KERMADEC\n")
    assert (kinds(article)[-1], article.authors) == (Kind.BYLINE, ("JEANNE KERMADEC",))


def test_a_name_alone_inside_the_text_signs_nothing():
    (article,) = read(f"Le port rouvre aux cargos\n\n{BODY}\n\nJeanne Kermadec\n\n{BODY}\n")
    assert (Kind.BYLINE in kinds(article), article.authors) == (False, ())


def test_the_name_of_a_section_above_the_title_is_no_title():
    (article,) = read(f"Société\n\nLe port rouvre aux cargos\n\n{BODY}\n")
    assert (article.section, article.title) == ("Société", "Le port rouvre aux cargos")
    assert [removed.text for removed in article.removed] == ["Société"]


def test_the_name_of_a_section_is_a_title_where_there_is_no_other():
    (article,) = read(f"Justice\n\n{BODY}\n")
    assert (article.section, article.title) == (None, "Justice")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Le Courrier, vendredi 8 mai 2015, p. 3", date(2015, 5, 8)),
        ("L'Écho du port, 8 mai 2015", date(2015, 5, 8)),
        ("Le maire, lassé, a répondu le 8 mai 2015, p. 3", None),
    ],
    ids=["page", "no page", "sentence"],
)
def test_a_reference_under_the_title_gives_the_day(line, expected):
    (article,) = read(f"Le port rouvre aux cargos\n{line}\n\n{BODY}\n")
    assert article.date == expected


@pytest.mark.parametrize("line", ["PHOTO AFP", "Ouest France", "New York", "Photo Reuters", "Fin Du Document"])
def test_what_has_capitals_under_the_text_is_not_always_a_name(line):
    (article,) = read(f"Le port rouvre aux cargos\n\n{BODY}\n\n{line}\n")
    assert article.authors == ()

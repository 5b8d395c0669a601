"""RTF files as several programs write them; the articles are invented."""

import io
from datetime import date

import pytest

from archive_search.records import Failure
from archive_search.sources.formats.office import rtf
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream

FIRST = r"ISOLA, 3 mars 2015 (AFP) - Le port a rouvert mardi apr\'e8s trois jours de gr\'e8ve, dit la mairie."
SECOND = "Les quais sont pleins de monde, et les dockers ont repris le travail dans le calme."


def read(body, *, head=r"\ansi\ansicpg1252", info=""):
    data = rf"{{\rtf1{head}{{\info{info}}}\pard {body}}}".encode("cp1252")
    return list(read_stream(io.BytesIO(data), name="a.rtf", options=ReadOptions()))


def read_one(body, **more):
    (article,) = read(body, **more)
    return article


def test_an_article_is_read_as_its_text_prints_it():
    article = read_one(rf"\b Le port rouvre\b0\par {FIRST}\par {SECOND}\par")
    assert (article.title, article.agency, article.date) == ("Le port rouvre", "AFP", date(2015, 3, 3))
    assert [p.text for p in article.paragraphs][-1] == SECOND


@pytest.mark.parametrize(
    ("info", "body", "title"),
    [
        (r"{\title Le port d\rquote Isola}", rf"{FIRST}\par {SECOND}", "Le port d’Isola"),
        (r"{\title Un autre titre}", rf"Le port rouvre\par {FIRST}", "Le port rouvre"),
        (r"{\title Microsoft Word - port.doc}", FIRST, None),
    ],
    ids=["stated only", "stated and printed", "of a program"],
)
def test_the_title_stated_serves_where_none_is_printed(info, body, title):
    assert read_one(body, info=info).title == title


def test_the_author_stated_signs_where_he_is_a_person():
    assert read_one(FIRST, info=r"{\author Jeanne Dupont}").authors == ("Jeanne Dupont",)
    assert read_one(FIRST, info=r"{\author PC-12}").authors == ()


def test_the_day_on_which_a_file_was_made_bounds_what_is_deduced():
    body = r"ISOLA, 3 mars (AFP) - Mardi, un an apr\'e8s la gr\'e8ve de 2014, le port a rouvert."
    assert read_one(body).date == date(2015, 3, 3)
    assert read_one(body, info=r"{\creatim\yr2015\mo2\dy1}").date is None


def test_lines_cut_at_a_width_are_joined():
    lines = [
        "Le port a rouvert mardi apres trois jours de greve, dit la mairie,",
        "qui se rejouit de voir les quais aussi pleins de monde que dans les",
        "plus beaux jours, et les dockers reprendre le travail sans hausser",
        "le ton.",
    ]
    (paragraph,) = read_one(r"\par ".join(lines)).paragraphs
    assert paragraph.text == " ".join(lines)


def test_an_export_of_a_press_database_is_read_as_one():
    rows = {
        "HD": "Le port rouvre",
        "WC": "120 mots",
        "PD": "3 mars 2015",
        "SN": "La Gazette",
        "LA": r"Fran\'e7ais",
        "LP": rf"{SECOND}\par\par ",
        "AN": "Document GAZET00020150303eb330001r",
    }
    table = "".join(rf"\trowd\pard\intbl{{\b {code}}}\cell {value}\cell\row " for code, value in rows.items())
    articles = read(rf"{table}\pard\par {table.replace('0001r', '0002r')}")
    assert [article.id for article in articles] == ["GAZET00020150303eb330001r", "GAZET00020150303eb330002r"]
    assert (articles[0].source, articles[0].date) == ("La Gazette", date(2015, 3, 3))


def test_pictures_and_running_heads_are_no_text():
    (paragraph,) = read_one(rf"{{\header La Gazette}}{{\pict\bin3 }}}}}}}}{SECOND}").paragraphs
    assert paragraph.text == SECOND


@pytest.mark.parametrize("size", [rtf.LARGEST_TEXT, rtf.LARGEST_FILE], ids=["its text", "with its pictures"])
def test_a_file_that_is_too_large_is_a_failure(size):
    (failure,) = read(("{\\pict " if size == rtf.LARGEST_FILE else "") + "a" * size)
    assert "32 Mo" in failure.reason


@pytest.mark.parametrize(
    "body",
    ["", "{" * 100_000, r"{\pict 89504e47", r"\bin99999999999 a"],
    ids=["empty", "nested beyond reason", "cut in a picture", "longer than itself"],
)
def test_a_file_without_text_is_a_failure(body):
    results = read(body)
    assert all(isinstance(found, Failure) for found in results) or results[0].paragraphs
    assert len(results) == 1

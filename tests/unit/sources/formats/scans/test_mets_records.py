from datetime import date

import pytest

from archive_search.sources.formats.scans.mets_records import read_record, real_title
from archive_search.sources.xml.documents import parse_xml


def record_of(content):
    return read_record(parse_xml(f"<dmdSec><xmlData>{content}</xmlData></dmdSec>".encode()))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("21.11.1901", date(1901, 11, 21)),
        ("1901-11-21", date(1901, 11, 21)),
        ("1901/11/21", date(1901, 11, 21)),
        ("19011121", date(1901, 11, 21)),
        ("21 novembre 1901", date(1901, 11, 21)),
        ("1901", None),
    ],
)
def test_a_day_is_read_in_all_the_ways_that_it_is_written(written, expected):
    assert record_of(f"<mods><originInfo><dateIssued>{written}</dateIssued></originInfo></mods>").date == expected


def test_the_article_of_a_title_is_put_before_it():
    title = "<mods><titleInfo><nonSort>L'</nonSort><title>Éclair</title></titleInfo></mods>"
    assert record_of(title).title == "L'Éclair"


def test_what_a_thing_is_part_of_is_no_title_of_its_own():
    host = "<relatedItem type='host'><titleInfo><title>Le Courrier</title></titleInfo></relatedItem>"
    record = record_of(f"<mods>{host}<titleInfo><title>Un quai</title></titleInfo></mods>")
    assert (record.title, record.host) == ("Un quai", "Le Courrier")


def test_dublin_core_is_read_and_a_date_is_no_title():
    record = record_of("<dc><title>1898/02/14 (Année 2)</title><date>1898/02/14</date><language>fre</language></dc>")
    assert (record.title, record.date, record.language) == (None, date(1898, 2, 14), "fre")


def test_an_author_is_written_first_name_first_and_others_are_left_out():
    author = "<name><namePart type='family'>Morel</namePart><namePart type='given'>Anne</namePart></name>"
    editor = "<name><namePart>X</namePart><role><roleTerm>edt</roleTerm></role></name>"
    assert list(record_of(f"<mods>{author}{editor}</mods>").authors) == ["Anne Morel"]


def test_the_number_of_an_issue_may_be_a_detail():
    detail = "<part><detail type='issue'><number>12</number></detail></part>"
    assert record_of(f"<mods>{detail}</mods>").number == "12"


@pytest.mark.parametrize("written", ["Untitled", "[Sans titre]", "UNKNOWN", "DOCUMENT_TITLE_PLACEHOLDER", " ", None])
def test_what_stands_for_a_title_is_none(written):
    assert real_title(written) is None

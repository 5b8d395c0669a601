from datetime import date

import pytest

from archive_search.sources.days.file_days import read_file_day


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2015-09-18_courrier.txt", date(2015, 9, 18)),
        ("20150918-depeche.xml", date(2015, 9, 18)),
        ("depeche-20150918T104233Z-doc-1ab.xml", date(2015, 9, 18)),
        ("Courrier_2015_09_18_p3.xml", date(2015, 9, 18)),
        ("a/18-09-2015.txt", date(2015, 9, 18)),
        ("a/18 septembre 2015 - la paix.txt", date(2015, 9, 18)),
        ("presse/2015/09/18/a.txt", date(2015, 9, 18)),
        ("presse/2015-09-18/1.txt", date(2015, 9, 18)),
        ("2014-01-02/2015-09-18.txt", date(2015, 9, 18)),
        ("19011121_1/ALTO/0001.xml", date(1901, 11, 21)),
        ("1900-01-01/courrier_1901.11.21.xml", date(1901, 11, 21)),
        ("scans/scan_1901-11-21_p1.pdf", date(1901, 11, 21)),
    ],
)
def test_the_name_nearest_to_the_article_states_its_day(name, expected):
    found = read_file_day(name)
    assert found is not None
    assert found.date == expected


@pytest.mark.parametrize(
    "name",
    [
        "presse/2015/09/18.txt",
        "presse/2015/09/a.txt",
        "depeche-201509181.xml",
        "20151345.txt",
        "1901/numéro 11-21.xml",
        "2015-09-18_2015-09-20.txt",
        "retour-sur-la-fete-du-18-septembre-2015.txt",
        "Factiva-20190312-1034.rtf",
        "export_2019-03-12.csv",
        "Scan 2019-03-12.pdf",
        "crawl-20190312/a.html",
        "a.txt",
        "",
    ],
)
def test_other_names_state_no_day(name):
    assert read_file_day(name) is None


def test_a_long_name_is_read_from_its_end():
    assert read_file_day("2015-09-18/" + "2015/09/" * 50_000 + "a.txt") is None

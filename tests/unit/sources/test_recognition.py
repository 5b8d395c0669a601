import pytest

from archive_search.sources.recognition import Format, recognize_format


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"", "a.txt", Format.EMPTY),
        (b"\xff\xfe", "a.txt", Format.EMPTY),
        (b"<!DOCTYPE html><p>x", "a.txt", Format.HTML),
        (b"<!-- x --> <html lang='fr'>", "a", Format.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "a", Format.HTML),
        (b'<?xml version="1.0"?><nitf><head><title>x', "a.html", Format.XML),
        (b"<nitf><head><title>x", "a.xml", Format.XML),
        (b"WARC/1.0\r\n", "a.warc", Format.WARC),
        (b'{"text": "x"}', "a.txt", Format.JSON),
        (b'[\n {"text": "x"}]', "a", Format.JSON),
        ("[Mise à jour] Le port rouvre".encode(), "a", Format.TEXT),
        (b"titre;texte\nx;y", "a.txt", Format.CSV),
        (b"un;deux\nx;y", "a.csv", Format.CSV),
        (b"Le texte, le titre et la suite", "a.txt", Format.TEXT),
        ("Le port rouvre".encode("utf-16"), "a.txt", Format.TEXT),
        (b"%PDF-1.4", "a.txt", Format.BINARY),
        (b"abc\x00\x01\x02", "a.txt", Format.BINARY),
        (b"Une phrase longue et claire. " * 20 + b"\x00", "a.txt", Format.TEXT),
        (b"{broken", "a.jsonl.gz", Format.JSON),
    ],
)
def test_content_settles_the_format_and_then_the_name(head, name, expected):
    assert recognize_format(head, name=name) is expected

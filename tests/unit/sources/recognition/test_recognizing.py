import pytest

from archive_search.sources.recognition.format_names import Format
from archive_search.sources.recognition.recognizing import recognize_format


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"", "a.txt", Format.EMPTY),
        (b"\xff\xfe", "a.txt", Format.EMPTY),
        (b"<!DOCTYPE html><p>x", "a.txt", Format.HTML),
        (b"<!-- x --> <html lang='fr'>", "a", Format.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "a", Format.HTML),
        (b'<?xml version="1.0"?><nitf><head><title>x', "a.html", Format.NITF),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>', "a.xml", Format.NITF),
        (b'<!DOCTYPE nitf [<!ENTITY a "b">]>\n<nitf>', "a.xml", Format.NITF),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd" [\n<!ENTITY a "b]>">\n] >\n<nitf>', "a.xml", Format.NITF),
        (b'<!DOCTYPE NewsML [<!ENTITY a "' + b"ha" * 20_000 + b'">]>\n<NewsML>', "a.xml", Format.NEWSML),
        (b"<?xml version='1.0'?>\n<!-- AFP -->\n<NewsML Version='1.2'>", "a.xml", Format.NEWSML),
        (b'<newsMessage xmlns="x">', "a.xml", Format.NEWSML_G2),
        (b'<nar:newsItem xmlns:nar="x">', "a.xml", Format.NEWSML_G2),
        (b"<rss version='2.0'>", "a.xml", Format.FEED),
        (b"<rdf:RDF>", "a.xml", Format.FEED),
        (b"<feed>", "a", Format.FEED),
        (b"<METS:mets>", "a.xml", Format.METS),
        (b"<alto>", "a.xml", Format.ALTO),
        (b"<autre>", "a.xml", Format.XML),
        (b"WARC/1.0\r\n", "a.warc", Format.WARC),
        (b"PK\x03\x04" + b"\0" * 26 + b"a.txt", "a.zip", Format.ZIP),
        (b"PK\x05\x06" + b"\0" * 18, "a.zip", Format.ZIP),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "a.docx", Format.DOCX),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "a", Format.DOCX),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "a.zip", Format.EPUB),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "a", Format.ODT),
        (b"a.txt" + b"\0" * 252 + b"ustar\x0000", "a.tar", Format.TAR),
        (b"{\\rtf1\\ansi", "a.doc", Format.RTF),
        (b"From moi@exemple.fr Tue Mar  3 10:00:00 2015\nSubject: x\n\nx", "a", Format.MAIL),
        (b"Subject: x\r\nFrom: moi\r\nDate: y\r\n suite\r\n\r\nx", "a.eml", Format.MAIL),
        (b"From: Jeanne\nUn texte sans plus de champs\n\nx", "a.txt", Format.TEXT),
        (b"\x89PNG\r\n\x1a\n", "a.html", Format.ASSET),
        (b"body { color: red }", "page_fichiers/a.css", Format.ASSET),
        (b'{"text": "x"}', "a.txt", Format.JSON),
        (b'[\n {"text": "x"}]', "a", Format.JSON),
        ("[Mise à jour] Le port rouvre".encode(), "a", Format.TEXT),
        (b"titre;texte\nx;y", "a.txt", Format.CSV),
        (b"un;deux\nx;y", "a.csv", Format.CSV),
        (b"Le texte, le titre et la suite", "a.txt", Format.TEXT),
        ("Le port rouvre".encode("utf-16"), "a.txt", Format.TEXT),
        (b"%PDF-1.4", "a.txt", Format.PDF),
        (b"HTTP\n%PDF-1.4\n\0", "a.pdf", Format.PDF),
        (b"abc\x00\x01\x02", "a.txt", Format.BINARY),
        (b"Une phrase longue et claire. " * 20 + b"\x00", "a.txt", Format.TEXT),
        (b"{broken", "a.jsonl.gz", Format.JSON),
    ],
)
def test_content_settles_the_format_and_then_the_name(head, name, expected):
    assert recognize_format(head, name=name) is expected

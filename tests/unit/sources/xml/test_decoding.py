import io

import pytest

from archive_search.sources.xml.decoding import CHUNK_BYTES, decode_xml

TEXT = "<p>L’été à Nîmes, œuvre complète.</p>"


def decode(data):
    return "".join(decode_xml(io.BytesIO(data)))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "cp1252"),
        ("utf-8", "utf-16"),
        ("utf-8", "utf-16-le"),
        ("UTF-16", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("inconnu", "utf-8"),
    ],
)
def test_a_document_is_read_by_its_bytes_whatever_it_declares(declared, encoding):
    document = f'<?xml version="1.0" encoding="{declared}"?>{TEXT}'
    assert decode(document.encode(encoding)).lstrip("\ufeff") == document


def test_a_declared_encoding_is_believed_where_the_bytes_allow_it():
    document = '<?xml version="1.0" encoding="windows-1251"?><p>мир</p>'
    assert decode(document.encode("cp1251")) == document


def test_what_a_plain_beginning_declares_holds_for_what_follows_it():
    document = '<?xml version="1.0" encoding="iso-8859-1"?>' + " " * (1 << 20) + "été"
    assert decode(document.encode("cp1252")) == document


def test_a_character_cut_between_two_pieces_is_read_whole():
    text = "a" * (CHUNK_BYTES - 1) + "é" + "a"
    assert decode(text.encode()) == text


def test_characters_that_no_xml_may_have_are_dropped():
    assert decode("<p>a\x00\x0b\x1fb\ufffec\td</p>".encode()) == "<p>abc\td</p>"

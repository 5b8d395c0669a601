import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.decoding import decode_html, decode_text

SENTENCE = "Après l'été, les élèves français ont reçu où il faut leurs bulletins à Orléans."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings_are_recognised(encoding):
    assert decode_text(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["iso8859-15", "mac_roman", "cp850"])
def test_the_encodings_of_old_machines_are_recognised(encoding):
    assert decode_text(SENTENCE.encode(encoding)) == SENTENCE


def test_big_endian_utf16_with_its_mark_is_recognised():
    assert decode_text(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be")) == SENTENCE


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("l’œuvre « citée »".encode("cp1252"), "l’œuvre « citée »", id="typographic bytes mean cp1252"),
        pytest.param("un cœur brisé".encode("iso8859-15"), "un cœur brisé", id="a ligature inside a word"),
        pytest.param("payé 100 €".encode("iso8859-15"), "payé 100 €", id="the euro sign"),
        pytest.param("1½ journée d'été".encode("cp1252"), "1½ journée d'été", id="a fraction beside a digit"),
    ],
)
def test_cp1252_and_latin9_are_told_apart(data, text):
    assert decode_text(data) == text


def test_stray_bytes_of_cp1252_in_utf8_are_repaired():
    data = SENTENCE.encode() + b" L\x92arm\xe9e."
    assert decode_text(data) == SENTENCE + " L’armée."


def test_a_broken_character_of_utf8_is_shown_as_such():
    data = SENTENCE.encode() + b" \xc3 fin"
    assert decode_text(data) == SENTENCE + " \ufffd fin"


def test_a_page_is_read_as_it_declares():
    page = '<html><meta charset="windows-1251"><p>Привет, мир</p>'
    assert decode_html(page.encode("cp1251")) == page


def test_a_page_that_lies_about_its_charset_is_read_by_its_bytes():
    page = '<html><meta charset="iso-8859-1"><p>Un été à la mer</p>'
    assert decode_html(page.encode()) == page


@pytest.mark.parametrize("name", [b"punycode", b"zlib", b"inconnu", b"unicode_escape"])
def test_a_charset_that_is_none_is_ignored(name):
    assert "été" in decode_html(b'<meta charset="' + name + b"\"><p>l'\xe9t\xe9</p>")


@given(st.binary(max_size=300))
def test_no_bytes_are_refused(data):
    assert isinstance(decode_text(data), str)
    assert isinstance(decode_html(data), str)

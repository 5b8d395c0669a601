import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.xml import documents
from archive_search.sources.xml.documents import (
    XmlError,
    attribute,
    child,
    children,
    iterate_elements,
    local_name,
    parse_xml,
    text_of,
)


def items_of(data, *, limit=1 << 20):
    """Give the texts of the items that are read, and the error that ended the reading."""
    texts = []
    try:
        for element in iterate_elements(io.BytesIO(data), names=["item"], limit=limit):
            texts.append(text_of(element))
    except XmlError as error:
        return texts, str(error)
    return texts, None


def test_elements_are_found_without_their_namespaces():
    root = parse_xml(b'<n:a xmlns:n="urn:n" xml:lang="fr"><n:b>1</n:b><b xmlns="urn:m">2</b><c/></n:a>')
    assert [text_of(element) for element in children(root, "b")] == ["1", "2"]
    assert local_name(root) == "a"
    assert attribute(root, "lang") == "fr"
    assert child(root, "b", "absent") is None


def test_a_prefix_that_nothing_declares_is_dropped():
    root = parse_xml(b"<x:a><y:b>1</y:b></x:a>")
    assert (local_name(root), text_of(child(root, "b"))) == ("a", "1")


def test_what_stands_before_and_after_a_document_is_forgiven():
    root = parse_xml(b"\xef\xbb\xbf\n \n<?xml version='1.0'?>\n<a>1</a>\n\x00\x1a")
    assert text_of(root) == "1"


def test_several_documents_in_one_file_are_read():
    document = b"<?xml version='1.0'?><!DOCTYPE item><item>1</item>\n"
    assert items_of(document * 3) == (["1", "1", "1"], None)


def test_an_element_inside_another_of_its_name_stays_there():
    assert items_of(b"<r><item>a<item>b</item></item></r>") == (["ab"], None)


def test_what_was_read_is_forgotten():
    stream = io.BytesIO(b"<r x='1'><a>b</a>" + b"<item>1</item>" * 3 + b"</r>")
    sizes = [len(element.getparent()) for element in iterate_elements(stream, names=["item"])]
    assert len(sizes) == 3
    assert sizes[-1] <= 2


@pytest.mark.parametrize(
    ("data", "texts", "reason"),
    [
        (b"<r><item>1</item><item>2</item><item>3", ["1", "2"], "coupé"),
        (b"<r><item>1</item></b><item>2</item></r>", ["1"], "mal formé"),
        (b"<r><item>1</item>" + b"<item>" * 300, ["1"], "250 niveaux"),
        (b"<r><item>1</item>" + b"<a>" * 100_000, ["1"], "250 niveaux"),
        (b"<!DOCTYPE r [<!ENTITY a 'b'>]><r><item>&a;</item></r>", [], "entité « a »"),
    ],
    ids=["cut", "broken", "nested items", "nested elements", "entity"],
)
def test_what_comes_before_a_fault_is_read(data, texts, reason):
    read, error = items_of(data)
    assert read == texts
    assert reason in error


def test_size_counts_between_two_elements():
    data = b"<r>" + (b"<item>" + b"a" * 100_000 + b"</item>") * 10 + b"</r>"
    assert len(items_of(data, limit=400_000)[0]) == 10
    assert "plus de" in items_of(data, limit=100)[1]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "aucune balise"),
        (b"bonjour", "aucune balise"),
        (b"<a>", "coupé"),
        (b"<a></b>", "mal formé"),
    ],
    ids=["empty", "text", "cut", "broken"],
)
def test_a_document_that_cannot_be_read_says_why(data, reason):
    with pytest.raises(XmlError, match=reason):
        parse_xml(data)


def test_a_document_of_nothing_but_tags_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MOST_NODES", 1000)
    with pytest.raises(XmlError, match="3 millions de balises"):
        parse_xml(b"<a>" + b"<b c=''/>" * 600 + b"</a>")


def test_a_fault_names_its_line():
    with pytest.raises(XmlError) as caught:
        parse_xml(b"<?xml version='1.0'?>\n<!-- deux\nlignes -->\n<a>\n</b>")
    assert caught.value.line == 5


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data):
    with suppress(XmlError):
        assert local_name(parse_xml(b"<a>" + data)) == "a"

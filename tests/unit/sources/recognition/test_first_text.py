import pytest

from archive_search.sources.recognition.first_text import root_of


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<autre a='1'>", "autre"),
        ("<?xml version='1.0'?>\n<!-- > -->\n<nar:newsItem>", "newsItem"),
        ("<!DOCTYPE nitf [<!ENTITY a '>'>]><nitf>", "nitf"),
        ("<!-- sans fin", None),
        ("Le port rouvre", None),
    ],
    ids=["plain", "prologue", "document type", "comment alone", "no mark-up"],
)
def test_the_first_element_is_found_behind_its_prologue(text, root):
    assert root_of(text) == root

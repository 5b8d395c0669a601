import pytest

from archive_search.sources.formats.office.rtf_groups import find_group, take_fonts, without_pictures


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (rb"a{\pict ff}b", b"ab"),
        (rb"a{\*\shppict{\pict{\*\blipuid 1}ff}}b", b"ab"),
        (rb"a{\pict\bin3 }{}}b", b"ab"),
        (rb"a{\pict \} \{}b", b"ab"),
        (rb"a{\picture ff}b", rb"a{\picture ff}b"),
        (rb"a{\pict ff", b"a"),
    ],
    ids=["picture", "nested", "bytes with braces", "escaped braces", "another word", "cut"],
)
def test_pictures_are_left_out(data, left):
    assert without_pictures(data) == left


def test_a_group_is_found_by_its_whole_name():
    assert find_group(rb"{\titlepg a}{\title b {c}}", "title") == rb"{\title b {c}}"


def test_the_table_of_fonts_is_rewritten_short():
    fonts, rest = take_fonts(rb"{\rtf1{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02}Times;}}a}", is_mac=True)
    assert (fonts, rest) == (r"{\fonttbl{\f0\fcharset77 x;}}", rb"{\rtf1a}")

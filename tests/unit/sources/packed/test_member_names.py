import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.packed.member_names import CLIMBS, IMPOSSIBLE, decode_name, is_hidden, name_fault, tidy_name


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("presse/a.txt", None),
        ("./presse//a.txt", None),
        ("a..b/c...txt", None),
        ("../../etc/passwd", CLIMBS),
        (r"..\..\windows\a.txt", CLIMBS),
        ("presse/../../a.txt", CLIMBS),
        ("/etc/passwd", CLIMBS),
        (r"\serveur\a.txt", CLIMBS),
        (r"C:\a.txt", CLIMBS),
        ("c:a.txt", CLIMBS),
        ("a\0.txt", IMPOSSIBLE),
        ("", IMPOSSIBLE),
        ("./", IMPOSSIBLE),
        ("a" * 5000, IMPOSSIBLE),
    ],
)
def test_a_name_that_climbs_out_or_is_none_is_refused(name, fault):
    assert name_fault(name) == fault


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp1252", "mac_roman"])
def test_a_french_name_is_read_in_any_encoding(encoding):
    assert decode_name("numéro spécial à paraître.txt".encode(encoding)) == "numéro spécial à paraître.txt"


@pytest.mark.parametrize("name", [".DS_Store", "presse/.git/a.txt", "__MACOSX/presse/._a.txt", r"presse\.a.txt"])
def test_what_systems_hide_is_hidden(name):
    assert is_hidden(name)


@settings(max_examples=100)
@given(st.text(max_size=30))
def test_a_tidy_name_is_tidy_and_without_fault_stays_inside(name):
    tidy = tidy_name(name)
    assert tidy_name(tidy) == tidy
    if name_fault(name) is None:
        assert not tidy.startswith("/")
        assert ".." not in tidy.split("/")

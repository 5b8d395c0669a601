import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.addresses import host_of, is_web_address


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.exemple.fr/le-port?page=2", "exemple.fr"),
        ("http://Presse.Exemple.FR:8080/", "presse.exemple.fr"),
        ("exemple.fr/le-port", None),
        ("http://www./", None),
        ("http://[fe80::1/", None),
        ("", None),
        (None, None),
    ],
)
def test_a_site_is_named_by_the_host_of_its_pages(address, host):
    assert host_of(address) == host


@given(st.text(max_size=60))
def test_any_text_may_stand_for_an_address(text):
    host = host_of(text)
    assert host is None or host == host.lower()
    assert not is_web_address(text) or text.lstrip().lower().startswith("http")

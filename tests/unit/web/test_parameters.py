"""Tests of the parameters of searches in addresses."""

from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from archive_search.query.syntax import Syntax
from archive_search.search.requests import Sort
from archive_search.web.addresses import Addresses
from archive_search.web.parameters import SearchAsked, SearchParameters

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = st.lists(words.filter(bool), max_size=3).map(tuple)
searches = st.builds(
    SearchParameters,
    q=words,
    syntax=st.sampled_from(Syntax),
    any=st.booleans(),
    person=values,
    place=values,
    org=values,
    source=values,
    agency=values,
    section=values,
    date=values,
    sort=st.sampled_from(Sort),
    all=st.booleans(),
    page=st.integers(1, 10**9),
    size=st.integers(1, 100),
)


def make_echo() -> tuple[TestClient, list[SearchParameters]]:
    """Make an application that keeps the searches that it is asked for."""
    application, heard = FastAPI(), list[SearchParameters]()

    @application.get("/search")
    def hear(asked: SearchAsked) -> None:
        heard.append(asked)

    return TestClient(application), heard


ECHO, HEARD = make_echo()


@settings(max_examples=60, deadline=None)
@given(searches)
def test_the_address_of_a_search_leads_to_it(asked: SearchParameters) -> None:
    parameters: dict[str, str] = dict(asked.to_address())  # type: ignore[arg-type]  # a page takes any parameter
    assert ECHO.get(Addresses().page("search", **parameters)).status_code == 200
    assert HEARD.pop() == asked


def test_what_goes_without_saying_is_left_out_of_the_address() -> None:
    assert SearchParameters(q="gué").to_address() == {"q": "gué"}
    assert SearchParameters(q="gué", page=2).to_address(page=1, all=True) == {"q": "gué", "all": 1}


def test_the_order_and_the_page_do_not_change_what_is_marked() -> None:
    asked = SearchParameters(q="gué", any=True, date=("2015",), sort=Sort.NEWEST, page=3, size=50, all=True)
    assert asked.marking() == {"q": "gué", "any": 1, "date": ("2015",)}


def test_anything_that_narrows_is_a_search() -> None:
    assert not SearchParameters(q="  ", sort=Sort.NEWEST, page=2).asks
    assert SearchParameters(section=("Culture",)).asks


def test_a_changed_search_leaves_the_first_as_it_is() -> None:
    asked = SearchParameters(q="gué")
    assert asked.changed(page=2) == SearchParameters(q="gué", page=2)
    assert asked.page == 1


def test_a_value_may_hold_any_character() -> None:
    address = Addresses().page("search", q="a&b=c#d?é+%", source=["L'Écho & Co", "x=y"])
    assert parse_qs(urlsplit(address).query) == {"q": ["a&b=c#d?é+%"], "source": ["L'Écho & Co", "x=y"]}

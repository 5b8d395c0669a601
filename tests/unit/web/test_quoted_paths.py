import pytest
from fastapi import APIRouter, FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from archive_search.web.addresses import Addresses
from archive_search.web.quoted_paths import QuotedRoute

router = APIRouter(route_class=QuotedRoute)


@router.get("/{kind}/{name}/card")
def give_card(kind: str, name: str) -> list[str]:
    return ["card", kind, name]


@router.get("/{kind}/{name}")
def give_page(kind: str, name: str) -> list[str]:
    return ["page", kind, name]


@pytest.fixture(scope="module")
def client() -> TestClient:
    application = FastAPI()
    application.include_router(router)
    return TestClient(application)


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda name: name not in (".", "..")))
def test_a_segment_holds_any_characters(client: TestClient, name: str) -> None:
    assert client.get(Addresses().page("entity", name)).json() == ["page", "entity", name]
    assert client.get(Addresses().page("entity", name, "card")).json() == ["card", "entity", name]


def test_a_name_that_ends_as_another_page_does_is_a_name(client: TestClient) -> None:
    assert client.get("/entity/aldo%2Fcard").json() == ["page", "entity", "aldo/card"]


def test_bytes_that_are_no_text_are_replaced(client: TestClient) -> None:
    assert client.get("/entity/%ff").json() == ["page", "entity", "\N{REPLACEMENT CHARACTER}"]

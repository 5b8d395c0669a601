"""Tests of what programs are told."""

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.web.api.document import describe_parameters
from archive_search.web.api.pages import say_values
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import read, select, texts

ROOT = Path(__file__).parents[3]


@pytest.fixture
def document(browser: TestClient) -> dict[str, Any]:
    given: dict[str, Any] = browser.get("/openapi.json").json()
    return given


def operations_of(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {path: methods["get"] for path, methods in document["paths"].items()}


def test_every_operation_reads(document: dict[str, Any]) -> None:
    assert {method for methods in document["paths"].values() for method in methods} == {"get"}


def test_every_operation_gives_json_of_a_shape(document: dict[str, Any]) -> None:
    for path, operation in operations_of(document).items():
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert schema.get("$ref", "").startswith("#/components/schemas/"), path


def test_every_page_that_has_a_twin_is_in_the_document(browser: TestClient, document: dict[str, Any]) -> None:
    pages = ["/search?q=Syrie", "/explain?q=Syrie", "/families", "/entities", "/corrections", "/archive"]
    twins = [
        link.get("href").partition("?")[0]
        for page in pages
        for link in read(browser.get(page)).xpath("//link[@rel='alternate'][contains(@type, 'json')]")
    ]
    assert len(twins) >= len(pages)
    assert [twin for twin in twins if twin not in document["paths"]] == []


def test_every_failure_has_the_shape_of_failures(document: dict[str, Any]) -> None:
    for operation in operations_of(document).values():
        failures = {status: each for status, each in operation["responses"].items() if status != "200"}
        assert {"400", "404", "409", "422"} <= failures.keys()
        shapes = {each["content"]["application/json"]["schema"]["$ref"] for each in failures.values()}
        assert shapes == {"#/components/schemas/ErrorShape"}


def test_every_parameter_is_described(document: dict[str, Any]) -> None:
    undescribed = [
        (path, parameter["name"])
        for path, operation in operations_of(document).items()
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    assert undescribed == []


def test_every_parameter_of_a_path_has_an_example(document: dict[str, Any]) -> None:
    for operation in operations_of(document).values():
        for parameter in operation.get("parameters", []):
            assert parameter["in"] != "path" or parameter["example"]


def test_what_changes_nothing_is_not_told(document: dict[str, Any]) -> None:
    named = {each["name"] for each in document["paths"]["/article/{article_id}.json"]["get"]["parameters"]}
    assert {"q", "person"} <= named
    assert named.isdisjoint({"sort", "page", "names"})


def test_shapes_and_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for operation in operations_of(document).values()]
    assert len(set(ids)) == len(ids)
    assert [name for name in document["components"]["schemas"] if "__" in name] == []


def test_the_document_asks_for_no_shape_of_the_framework(document: dict[str, Any]) -> None:
    assert not {"HTTPValidationError", "ValidationError"} & document["components"]["schemas"].keys()


def test_the_page_has_an_example_of_each_operation_that_is_answered_where_there_is_anything(
    browser: TestClient,
) -> None:
    page = read(browser.get("/api"))
    examples = select(page, ".operation .example")
    links = [example.get("href") for example in examples if example.tag == "a"]
    assert len(examples) == len(browser.get("/openapi.json").json()["paths"])
    assert {link: browser.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_an_example_follows_what_the_archive_has(browse: Browse, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.desk.create_dossier("Crues")
    page = read(browse(folder).get("/api"))
    assert [link.get("href") for link in select(page, "a.example") if "dossier/" in link.get("href")] == [
        "/dossier/1.json"
    ]
    assert "/article/cl-160910-1.json" in [each.text.partition("?")[0] for each in select(page, "code.example")]


def test_the_page_names_parameters_with_their_values(browser: TestClient) -> None:
    page = read(browser.get("/api"))
    rows = dict(zip(texts(page, "#give_search th code"), texts(page, "#give_search tbody tr"), strict=True))
    assert rows["size"].endswith("1–100")
    assert "relevance | newest | oldest" in rows["sort"]


def test_the_page_is_there_without_an_archive(browse: Browse, tmp_path: Path) -> None:
    page = read(browse(tmp_path / "archive").get("/api"))
    assert "/article/cl-160910-1.json" in [each.text.partition("?")[0] for each in select(page, "code.example")]


def test_the_page_speaks_english(browser: TestClient) -> None:
    assert texts(read(browser.get("/api?lang=en")), "h1") == ["For programs"]


def test_the_manual_has_every_operation_and_every_status(document: dict[str, Any]) -> None:
    section = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("\n## The desktop\n")[2]
    listed = set(re.findall(r"^\| `(/[^`]+)` \|", section, re.MULTILINE))
    assert listed == document["paths"].keys()
    told = set(re.findall(r"\b[45]\d\d\b", " ".join(re.findall(r"^\| (\d.*?) \|", section, re.MULTILINE))))
    statuses = {status for each in operations_of(document).values() for status in each["responses"]} - {"200"}
    assert statuses <= told


def test_no_page_of_the_framework_is_there(browser: TestClient) -> None:
    assert [browser.get(path).status_code for path in ("/docs", "/redoc")] == [404, 404]


def test_a_parameter_that_nobody_described_stays_as_it_is() -> None:
    assert describe_parameters([{"name": "inconnu", "in": "query"}]) == [{"name": "inconnu", "in": "query"}]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "string"}, ""),
        ({"type": "boolean"}, "true | false"),
        ({"anyOf": [{"type": "integer", "minimum": 1, "maximum": 2_000}, {"type": "null"}]}, "1–2\u202f000"),
        ({"type": "array", "items": {"type": "string"}}, "…"),
        ({"enum": ["", "person"]}, "person"),
    ],
    ids=["text", "boolean", "number or none", "several", "choice"],
)
def test_values_are_said_in_signs(schema: dict[str, Any], said: str) -> None:
    assert say_values(schema, {}) == said

"""Every scenario of the folder, on the Python interface, on the command line and on the engine alike.

A file of scenarios holds articles (``[[article]]``: id, title, text with a blank line between paragraphs, and what
is known of it) or names a folder of the repository (``archive``). A ``[[scenario]]`` has a ``query`` and what is
expected: ``articles`` (these and no others, [] for nothing), ``finds`` and ``misses`` (among others), ``first``,
``marks`` (for an article, the marked pieces of its text in order), ``warnings`` (how many). ``known_failure``
gives the reason why it does not hold yet.
"""

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive_search import Archive
from archive_search.cli.program import program
from archive_search.engines.local import LocalEngine
from archive_search.query.parsing import parse_query
from archive_search.records import Article, Kind, Paragraph
from archive_search.search.requests import SearchRequest
from archive_search.search.results import Hit

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]
EVERYTHING = 1000

Scenario = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """Hold what a face answered: hits as JSON version 1 has them, in order, and the number of warnings."""

    hits: list[dict[str, Any]]
    warnings: int

    @property
    def ids(self) -> list[str]:
        return [hit["article"] for hit in self.hits]

    def marks(self, article_id: str) -> list[str]:
        """List the marked pieces of an article, in the order of its text."""
        (hit,) = [hit for hit in self.hits if hit["article"] == article_id]
        snippets = sorted(hit["snippets"], key=lambda snippet: snippet["paragraph"])
        return [snippet["text"][start:end] for snippet in snippets for start, end in snippet["marks"]]


def ask_library(archive: Path, query: str) -> Outcome:
    """Search through `Archive`."""
    with Archive.open(archive) as opened:
        page = opened.search(query, limit=EVERYTHING)
    return _outcome(page.hits, len(page.warnings))


def ask_command_line(archive: Path, query: str) -> Outcome:
    """Search by ``archive-search query --format json``; its status tells whether anything was found."""
    options = ["--index", str(archive), "--format", "json", "--limit", str(EVERYTHING)]
    result = CliRunner().invoke(program, ["query", *options, "--", query])
    assert result.exit_code in (0, 1), result.output
    page = json.loads(result.stdout)
    assert result.exit_code == (0 if page["total"] else 1)
    return Outcome(page["hits"], len(page["warnings"]))


def ask_engine(archive: Path, query: str) -> Outcome:
    """Search through the engine, with the tree that the query is parsed to."""
    engine = LocalEngine(archive)
    try:
        parsed = parse_query(query, today=date.today())
        answer = engine.search(SearchRequest(tree=parsed.tree, limit=EVERYTHING))
    finally:
        engine.close()
    return _outcome(answer.hits, len(parsed.warnings) + len(answer.warnings))


def _outcome(hits: tuple[Hit, ...], warnings: int) -> Outcome:
    return Outcome([hit.to_dict() for hit in hits], warnings)


FACES: dict[str, Callable[[Path, str], Outcome]] = {
    "library": ask_library,
    "command-line": ask_command_line,
    "engine": ask_engine,
}


@cache
def read_scenarios(file: Path) -> dict[str, Any]:
    """Read a file of scenarios."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def list_scenarios() -> Iterator[Any]:
    """Yield each scenario with its file, as a parameter of the test."""
    for file in sorted(FOLDER.glob("*.toml")):
        for scenario in read_scenarios(file)["scenario"]:
            reason = scenario.get("known_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(file, scenario, id=f"{file.stem}: {scenario['name']}", marks=marks)


def make_article(entry: dict[str, Any]) -> Article:
    """Make an article from its entry in a file of scenarios."""
    texts = [(Kind.TITLE, entry["title"]), *((Kind.BODY, text) for text in entry["text"].split("\n\n"))]
    return Article(
        id=entry["id"],
        title=entry["title"],
        date=date.fromisoformat(entry["date"]) if "date" in entry else None,
        source=entry.get("source"),
        section=entry.get("section"),
        paragraphs=tuple(
            Paragraph(number=number, kind=kind, text=text) for number, (kind, text) in enumerate(texts, start=1)
        ),
    )


@pytest.fixture(scope="session")
def archive_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Give the folder of the archive of a file of scenarios; each is built once."""

    @cache
    def build(file: Path) -> Path:
        scenarios = read_scenarios(file)
        path = tmp_path_factory.mktemp("scenarios") / file.stem
        with Archive.create(path) as archive:
            if "archive" in scenarios:
                report = archive.add([REPOSITORY / scenarios["archive"]])
                assert not report.failures
            else:
                archive.add_articles(make_article(entry) for entry in scenarios["article"])
        return path

    return build


@pytest.mark.parametrize("ask", list(FACES.values()), ids=list(FACES))
@pytest.mark.parametrize(("file", "scenario"), list(list_scenarios()))
def test_a_scenario_comes_out_as_written(
    archive_of: Callable[[Path], Path], file: Path, scenario: Scenario, ask: Callable[[Path, str], Outcome]
) -> None:
    outcome = ask(archive_of(file), scenario["query"])
    if "articles" in scenario:
        assert sorted(outcome.ids) == sorted(scenario["articles"])
    assert set(scenario.get("finds", ())) <= set(outcome.ids)
    assert not set(scenario.get("misses", ())) & set(outcome.ids)
    if "first" in scenario:
        assert outcome.ids[0] == scenario["first"]
    if "warnings" in scenario:
        assert outcome.warnings == scenario["warnings"]
    for article_id, marks in scenario.get("marks", {}).items():
        assert outcome.marks(article_id) == marks


def test_no_two_scenarios_have_one_name() -> None:
    names = [parameter.id for parameter in list_scenarios()]
    assert len(names) == len(set(names))

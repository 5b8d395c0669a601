"""Every scenario of the folder, on the Python interface, on the command line, on the desktop and on the engine alike.

What is named in the articles is not left to a model where a file lists it (``[[name]]``).

A file of scenarios holds articles (``[[article]]``: id, title, text with a blank line between paragraphs, and what
is known of it) or names a folder of the repository (``archive``). A ``[[scenario]]`` has a ``query``, the ``syntax``
in which it is written where that is not our own, and what is expected: ``articles`` (these and no others, [] for
nothing), ``finds`` and ``misses`` (among others), ``first``, ``marks`` (for an article, the marked pieces of its text
in order), ``warnings`` (how many). They speak of articles; ``folded`` lists those that are left when of each family
of reprints and versions only one is a hit. ``known_failure`` gives the reason why it does not hold yet.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.archive.asking import QueryOptions
from archive_search.cli.program import program
from archive_search.engines.local import LocalEngine
from archive_search.engines.local_writing import LocalWriter
from archive_search.engines.naming.resolving import resolve_archive
from archive_search.engines.naming.settling import Settling
from archive_search.entities.aliases import Aliases
from archive_search.entities.spans import Settled
from archive_search.query.parsing import parse_query
from archive_search.query.syntax import Syntax
from archive_search.records import Article, EntityType, Kind, Mention, Origin, Paragraph, Role, Span
from archive_search.search.requests import SearchRequest
from archive_search.search.results import Hit
from archive_search.store.articles import fetch_articles, number_of
from archive_search.store.named import Candidates, NamedArticles, make_columns
from archive_search.web.application import create_application

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


def ask_library(archive: Path, query: str, syntax: Syntax, *, fold: bool) -> Outcome:
    """Search through `Archive`."""
    with Archive.open(archive) as opened:
        page = opened.search(query, limit=EVERYTHING, syntax=syntax, fold=fold)
    return _outcome(page.hits, len(page.warnings))


def ask_command_line(archive: Path, query: str, syntax: Syntax, *, fold: bool) -> Outcome:
    """Search by ``archive-search query --format json``; its status tells whether anything was found."""
    options = ["--index", str(archive), "--format", "json", "--limit", str(EVERYTHING), "--syntax", syntax.value]
    result = CliRunner().invoke(program, ["query", *([] if fold else ["--all"]), *options, "--", query])
    assert result.exit_code in (0, 1), result.output
    page = json.loads(result.stdout)
    assert result.exit_code == (0 if page["total"] else 1)
    return Outcome(page["hits"], len(page["warnings"]))


_DESKTOPS: dict[Path, TestClient] = {}


@pytest.fixture(scope="module", autouse=True)
def closed_desktops() -> Iterator[None]:
    """Give back what the desktops that were asked hold."""
    yield
    for desktop in _DESKTOPS.values():
        desktop.app.state.site.holder.close()


def ask_desktop(archive: Path, query: str, syntax: Syntax, *, fold: bool) -> Outcome:
    """Search through the JSON twin of the search page."""
    if archive not in _DESKTOPS:
        _DESKTOPS[archive] = TestClient(create_application(archive), base_url="http://127.0.0.1")
    asked: dict[str, str | int] = {"q": query, "syntax": syntax.value, "all": int(not fold), "size": 100}
    answer = _DESKTOPS[archive].get("/search.json", params=asked)
    assert answer.status_code == 200, answer.text
    page = answer.json()
    assert page["total"] <= 100
    return Outcome(page["hits"], len(page["warnings"]))


def ask_engine(archive: Path, query: str, syntax: Syntax, *, fold: bool) -> Outcome:
    """Search through the engine, with the tree that the query is parsed to."""
    engine = LocalEngine(archive)
    try:
        parsed = parse_query(query, today=date.today(), syntax=syntax)
        answer = engine.search(SearchRequest(tree=parsed.tree, limit=EVERYTHING, fold=fold))
    finally:
        engine.close()
    return _outcome(answer.hits, len(parsed.warnings) + len(answer.warnings))


def _outcome(hits: tuple[Hit, ...], warnings: int) -> Outcome:
    return Outcome([hit.to_dict() for hit in hits], warnings)


Face: TypeAlias = Callable[..., Outcome]

FACES: dict[str, Face] = {
    "library": ask_library,
    "command-line": ask_command_line,
    "desktop": ask_desktop,
    "engine": ask_engine,
}


@cache
def read_scenarios(file: Path) -> dict[str, Any]:
    """Read a file of scenarios."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def list_mentions(file: Path) -> dict[str, list[Mention]]:
    """List the mentions that a file of scenarios gives, by article; where surfaces overlap, the longest counts."""
    scenarios = read_scenarios(file)
    return {
        article.id: [
            mention for paragraph in article.paragraphs for mention in _name_all(paragraph, article.id, scenarios)
        ]
        for article in map(make_article, scenarios["article"])
    }


def _name_all(paragraph: Paragraph, article_id: str, scenarios: dict[str, Any]) -> Iterator[Mention]:
    names = [name for name in scenarios["name"] if article_id in name.get("articles", [article_id])]
    owners = {surface: name for name in names for surface in name["surfaces"]}
    longest_first = sorted(owners, key=len, reverse=True)
    for found in re.finditer(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", paragraph.text):
        name = owners[found[0]]
        yield Mention(
            paragraph=paragraph.number,
            span=Span(*found.span()),
            surface=found[0],
            entity=name["entity"],
            name=name["name"],
            type=EntityType(name["entity"].partition(":")[0]),
            role=Role(name.get("role", "text")),
            origin=Origin.MODEL,
        )


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


def record_mentions(path: Path, mentions: dict[str, list[Mention]]) -> None:
    """Write mentions, by id of the article, into an archive, in the place of those that a model would see."""
    with LocalWriter(path) as writer:
        index, connection = writer.begin(), writer.connection
        settling, named = Settling(connection), NamedArticles(connection)
        for article_id, some in mentions.items():
            number = number_of(connection, article_id)
            assert number is not None
            named.write_candidates(number, Candidates(*make_columns([], len(Candidates._fields))))
            settled = [
                Settled(each.paragraph, *each.span, each.surface, each.type, each.role, each.origin, each.name)
                for each in some
            ]
            settling.record(number, *fetch_articles(connection, [number]), settled)
        index.set_names(resolve_archive(connection, settling, Aliases()))
        writer.commit()


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
        if "name" in scenarios:
            record_mentions(path, list_mentions(file))
        return path

    return build


@pytest.mark.parametrize("ask", list(FACES.values()), ids=list(FACES))
@pytest.mark.parametrize(("file", "scenario"), list(list_scenarios()))
def test_a_scenario_comes_out_as_written(
    archive_of: Callable[[Path], Path], file: Path, scenario: Scenario, ask: Face
) -> None:
    syntax = Syntax(scenario.get("syntax", Syntax.STANDARD))
    check(scenario, ask(archive_of(file), scenario["query"], syntax, fold=False))
    if "folded" in scenario:
        assert sorted(ask(archive_of(file), scenario["query"], syntax, fold=True).ids) == sorted(scenario["folded"])


@pytest.mark.parametrize(("file", "scenario"), list(list_scenarios()))
def test_the_whole_of_an_article_has_the_marks_of_its_snippets(
    archive_of: Callable[[Path], Path], file: Path, scenario: Scenario
) -> None:
    with Archive.open(archive_of(file)) as opened:
        asked: QueryOptions = {"syntax": scenario.get("syntax", Syntax.STANDARD)}
        page = opened.search(scenario["query"], limit=EVERYTHING, fold=False, **asked)
        assert sorted(opened.find(scenario["query"], **asked)) == sorted(hit.article.id for hit in page)
        for hit in page:
            whole = opened.mark(hit.article.id, scenario["query"], **asked)
            texts = {paragraph.number: paragraph.text for paragraph in hit.article.paragraphs}
            marked = {number: [texts[number][start:end] for start, end in spans] for number, spans in whole.items()}
            for snippet in hit.snippets:
                pieces = [snippet.text[start:end] for start, end in snippet.marks]
                assert set(pieces) <= set(marked.get(snippet.paragraph, []))


def check(scenario: Scenario, outcome: Outcome) -> None:
    """Compare an outcome with all that a scenario expects."""
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

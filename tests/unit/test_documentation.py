"""What the pages say is so: their examples run, their links lead somewhere, and they leave nothing out."""

import doctest
import inspect
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from archive_search import Archive, errors
from archive_search.cli.options import FACETS
from archive_search.cli.program import program
from archive_search.entities.aliases import parse_aliases
from archive_search.settings import INDEX_VARIABLE
from archive_search.sources.formats.tables.columns import KNOWN_NAMES
from archive_search.sources.passages.junk import _PATTERNS_ANYWHERE, _PATTERNS_AT_THE_EDGE

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "index" / "README.md"])


def commands_of(group: click.Group, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield the commands of a group with their names, and those of the groups in it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands_of(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


COMMANDS = dict(commands_of(program))
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_UNSTABLE = (
    (re.compile(r"\(\d+ ms\)"), "(N ms)"),
    (re.compile(r"\d+,\d s(?:, [\d\u202f]+ (?:articles|mots)/s)?"), "N s"),
    (re.compile(r"(octets sur le disque|noms connus) .*"), r"\1 N"),
    # How many names there are changes with every rule by which they are found.
    (re.compile(r"\d+(?= noms?\b)|(?<= noms connus au lieu de )\d+"), "N"),
    (re.compile(r"^(\d+),[\d.]+,", re.MULTILINE), r"\1,N,"),
    (re.compile(r'"(took_ms|seconds|bytes|score)": [\d.]+'), r'"\1": N'),
)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks_of(page: Path, language: str) -> list[str]:
    found = _FENCE.findall(page.read_text(encoding="utf-8"))
    return [body for written, body in found if written == language]


def pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if blocks_of(page, language)]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds a copy of seeds/, as in a clone of the project."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(INDEX_VARIABLE, raising=False)
    return tmp_path


def steady(text: str) -> str:
    """Take out of an output what differs from run to run."""
    for pattern, replacement in _UNSTABLE:
        text = pattern.sub(replacement, text)
    return text.strip()


def console_steps(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with the output that stands under it."""
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = step.partition("\n")
        yield command, output


def run_line(line: str) -> str:
    """Run a command of the program, or ``make demo``, and give all that it prints."""
    if line == "make demo":
        recipe = re.findall(r"^\t\$\(BIN\)/(archive-search .*)$", _target("demo"), re.MULTILINE)
        return "".join(f".venv/bin/{each}\n{run_line(each)}" for each in recipe)
    words = shlex.split(line)
    assert words[0] == "archive-search", line
    return CliRunner().invoke(program, words[1:], prog_name="archive-search").output


def _target(name: str) -> str:
    return text_of("Makefile").partition(f"\n{name}: ")[2].partition("\n\n")[0]


def matches(expected: str, printed: str) -> bool:
    """Compare outputs; a line of the page that is "…" alone stands for any lines."""
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^…$", steady(expected), flags=re.MULTILINE)]
    return re.fullmatch(".*".join(f"{part}\n?" for part in parts), steady(printed), re.DOTALL) is not None


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", pages_with("console"), ids=name_of)
def test_commands_print_what_the_page_shows(page: Path) -> None:
    for block in blocks_of(page, "console"):
        for command, expected in console_steps(block):
            printed = run_line(command)
            assert matches(expected, printed), f"$ {command}\n{printed}"


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", pages_with("python"), ids=name_of)
def test_python_examples_give_what_the_page_shows(page: Path) -> None:
    source = "\n".join(blocks_of(page, "python"))
    assert ">>> " in source
    parsed = doctest.DocTestParser().get_doctest(source, {}, name_of(page), name_of(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    runner.run(parsed, out=told.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(told)


@pytest.mark.parametrize("page", pages_with("toml"), ids=name_of)
def test_corrections_of_names_can_be_followed_as_the_page_shows_them(page: Path) -> None:
    for block in blocks_of(page, "toml"):
        aliases = parse_aliases(block.encode(), path=page)
        assert aliases.faults == ()
        assert aliases.merges
        assert aliases.hidden


def _links_of(page: Path) -> list[str]:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]


def _anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _links_of(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors_of(target), link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_names_no_place_of_one_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users|opt)/|[A-Z]:\\", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent == ROOT / "docs"], ids=name_of)
def test_every_page_can_be_reached_from_the_readme(page: Path) -> None:
    assert f"docs/{page.name}" in _links_of(ROOT / "README.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    command = COMMANDS[name]
    section = text_of("docs/cli.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    options = [option for param in command.params if isinstance(param, click.Option) for option in param.opts]
    assert options
    assert [option for option in options if option not in section] == []


@pytest.mark.parametrize("page", ["docs/cli.md", "docs/tutoriel.md"])
def test_every_setting_is_documented(page: str) -> None:
    assert INDEX_VARIABLE in text_of(page)


@pytest.mark.parametrize(
    "name", [name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)]
)
def test_every_error_is_documented(name: str) -> None:
    assert f"`{name}`" in text_of("docs/api.md")


@pytest.mark.parametrize("name", [name for name in vars(Archive) if not name.startswith("_")])
def test_every_method_of_the_archive_is_documented(name: str) -> None:
    assert re.search(rf"`(?:Archive)?\.{name}\b", text_of("docs/api.md"))


@pytest.mark.parametrize("name", KNOWN_NAMES)
def test_every_property_of_a_table_is_documented_with_its_names(name: str) -> None:
    row = re.search(rf"^\| `{name}` \| (.*) \|$", text_of("docs/formats.md"), re.MULTILINE)
    assert row is not None
    assert set(KNOWN_NAMES[name]) == set(re.findall(r"`([^`]+)`", row[1]))


RULES_OF_FORMATS = {
    *("publication", "repetition", "titre-courant", "notice", "sommaire"),
    *("citation-de-courriel", "signature-de-courriel", "mention-de-courriel", "transfert"),
}


@pytest.mark.parametrize("rule", sorted({*_PATTERNS_ANYWHERE, *_PATTERNS_AT_THE_EDGE, *RULES_OF_FORMATS}))
def test_every_cleaning_rule_is_documented(rule: str) -> None:
    assert f"| `{rule}` |" in text_of("docs/formats.md")


JSON_OUTPUTS = {
    "index": ["index", "seeds", "absent.txt", "--format", "json"],
    "index --dry-run": ["index", "--dry-run", "seeds", "--format", "json"],
    "formats": ["formats", "--format", "json"],
    "query": ["query", "base aérienne", "--format", "json"],
    "query --batch": ["query", "--batch", "seeds/senatrice_nfd.txt", "--format", "json"],
    "explain": [
        "explain",
        'titre:Syrie OU base OU avion OU personne:"Bachar el-Assad"',
        *("--article", "seeds/depeche_ankara.txt", "--format", "json"),
    ],
    "explain --as": ["explain", "--as", "factiva", "base PHRASE avion", "--format", "json"],
    "show": ["show", "seeds/depeche_ankara.txt", "--format", "json"],
    "show --family": ["show", "--family", "gr-160910-4", "--format", "json"],
    "export": ["export", "Ankara", "--format", "json"],
    "families": ["families", "--format", "json"],
    "more-like": ["more-like", "cl-151002-3", "--format", "json"],
    "stats": ["stats", "--format", "json"],
    "facets": ["facets", *(word for facet in FACETS for word in ("--by", facet)), "--format", "json"],
    "entities update": ["entities", "update", "--format", "json"],
    "entities list": ["entities", "list", "--format", "json"],
    "entities show": ["entities", "show", "Bachar el-Assad", "--format", "json"],
    "dossiers list": ["dossiers", "list", "--format", "json"],
    "dossiers show": ["dossiers", "show", "Trêves", "--format", "json"],
    "searches list": ["searches", "list", "--format", "json"],
    "searches show": ["searches", "show", "Syrie", "--format", "json"],
    "alerts": ["alerts", "--format", "json"],
}
_PEOPLE = ["--person", "Poutine", "--place", "Syrie", "--org", "ONU"]
_ORIGINS = ["--source", "Le Phare", "--agency", "AFP", "--section", "Monde", "--date", "2016"]
# What must be kept, or come in, before a command has something to show.
BEFORE = {
    "dossiers list": [["dossiers", "create", "Trêves"], ["dossiers", "add", "Trêves", "cl-160910-1"]],
    "searches list": [
        ["remove", "gr-160910-4"],
        ["searches", "save", "Trêves", "trêve"],
        ["searches", "save", "Syrie", "Syrie", *_PEOPLE, *_ORIGINS],
    ],
    "alerts": [["index", "seeds", "--no-entities", "--cleaning", "rules"]],
}
_TYPES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
    list: "array",
    dict: "object",
}


def fields_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the type of everything in a JSON value."""
    if path:
        yield path, _TYPES[type(value)]
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from fields_of(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from fields_of(inner, f"{path}[]")


def documented_fields(section: str) -> dict[str, set[str]]:
    """Read the table of a section of docs/json.md: path to the types that it may have."""
    text = text_of("docs/json.md").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return {
        path: set(re.findall(r"\w+", types)) - {"or"}
        for path, types in re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", text, re.MULTILINE)
    }


@pytest.fixture(scope="module")
def json_outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Run each command once, on one archive: finding names takes seconds."""
    place = tmp_path_factory.mktemp("json")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.delenv(INDEX_VARIABLE, raising=False)
        return {name: json.loads(_print_json(name, args)) for name, args in JSON_OUTPUTS.items()}


def _print_json(name: str, args: list[str]) -> str:
    for step in BEFORE.get(name, ()):
        assert CliRunner().invoke(program, step).exit_code == 0, step
    return CliRunner().invoke(program, args).stdout


@pytest.mark.parametrize("section", JSON_OUTPUTS)
def test_json_is_as_documented_field_by_field(section: str, json_outputs: dict[str, object]) -> None:
    documented = documented_fields(section)
    found = list(fields_of(json_outputs[section]))
    assert {path for path, _ in found} - documented.keys() == set()
    assert [(path, kind) for path, kind in found if kind not in documented[path]] == []


@pytest.mark.parametrize("section", JSON_OUTPUTS)
def test_json_has_every_documented_field(section: str, json_outputs: dict[str, object]) -> None:
    # Lists that are empty on this archive show nothing of what they hold.
    may_be_empty = {"queries[].warnings[]", "warnings[]", "missing[]", "failures[]", "faults[]", "entities.faults[]"}
    may_be_empty |= {"skipped[]", "skipped[].path", "skipped[].reason"}
    # An article has what the query asks for, or lacks something: no answer can show both.
    may_be_empty |= {"article.missing[]", "article.excluded[]"}
    # The article that is shown has neither subjects nor other ids, and no other gives its text.
    may_be_empty |= {"articles[].keywords[]", "articles[].identifiers[]"}
    may_be_empty |= {"keywords[]", "identifiers[]"} | ({"family.id", "family.members"} if section == "show" else set())
    found = {path for path, _ in fields_of(json_outputs[section])}
    assert documented_fields(section).keys() - found - may_be_empty == set()


def test_the_readme_is_short_and_names_the_tests() -> None:
    readme = text_of("README.md")
    assert len(readme.splitlines()) <= 120
    assert "make test" in readme
    assert "make demo" in readme


def test_every_package_has_a_section_in_the_architecture() -> None:
    packages = [path.parent.name for path in ROOT.glob("archive_search/*/__init__.py")]
    modules = [path.stem for path in ROOT.glob("archive_search/*.py") if path.stem != "__init__"]
    headings = re.findall(r"^### `(\w+)`", text_of("ARCHITECTURE.md"), re.MULTILINE)
    assert sorted(headings) == sorted(packages + modules)


def test_every_dependency_has_its_reason_and_licence() -> None:
    project = re.search(r"^dependencies = \[(.*?)^\]", text_of("pyproject.toml"), re.MULTILINE | re.DOTALL)
    assert project is not None
    for name in re.findall(r'^    "([\w-]+)', project[1], re.MULTILINE):
        assert re.search(rf"^\| {name} \| .+ \| .+ \|$", text_of("ARCHITECTURE.md"), re.MULTILINE), name


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/decisions/*.md")), ids=name_of)
def test_a_decision_has_its_number_and_date(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.match(rf"# {int(page.name[:4])}\. .+\n\n\d+ \w+ 20\d\d\n\n## Decision\n", text)

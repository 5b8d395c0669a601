import json

from archive_search.sources.catalogue import CATALOGUE
from cli.conftest import Run


def test_each_format_has_a_line(run: Run) -> None:
    lines = run("formats").stdout.splitlines()
    assert [line.split("  ")[0].strip() for line in lines] == [entry.format.value for entry in CATALOGUE]


def test_the_formats_as_json(run: Run) -> None:
    found = json.loads(run("formats", "--format", "json").stdout)
    assert found["version"] == 1
    pdf = next(each for each in found["formats"] if each["format"] == "pdf")
    assert (pdf["suffixes"], pdf["extra"]) == ([".pdf"], "pdf")


def test_what_is_missing_is_named_with_what_installs_it(run: Run, monkeypatch) -> None:
    monkeypatch.setattr("archive_search.sources.catalogue.find_spec", lambda _name: None)
    (line,) = [line for line in run("formats").stdout.splitlines() if line.startswith("pdf")]
    assert line.endswith("à installer : archive-search[pdf]")

"""Run Whoosh's own tests over our codec, and over its own beside it; write or check docs/whoosh-suite.md.

The tests come from the source distribution of Whoosh, which pip fetched into a folder and checked against the
digest in source.txt; nothing of them is part of this project.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent.parent / "docs" / "whoosh-suite.md"
# One test passes or fails with the seed of hashes; with this one it fails.
HASH_SEED = "0"


class Outcome(NamedTuple):
    """How one test ended over one codec, and whether it wrote segments with ours."""

    result: str
    wrote_segments: bool


Outcomes = dict[str, Outcome]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where pip put the source distribution")
    parser.add_argument("--write", action="store_true", help="write the page anew instead of checking it")
    arguments = parser.parse_args()
    source = unpack(arguments.folder)
    stock, ours = run_tests(source, "stock"), run_tests(source, "archive")
    reasons = read_reasons()
    page = write_page(stock, ours, reasons)
    if arguments.write:
        PAGE.write_text(page, encoding="utf-8")
    problems = [*find_problems(stock, ours, reasons), *find_stale(page)]
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    sys.stdout.write(f"{summary(stock, ours)}\n")
    return 1 if problems else 0


def unpack(folder: Path) -> Path:
    (archive,) = folder.resolve().glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder.resolve())
    return archive.with_suffix("")


def run_tests(source: Path, codec: str) -> Outcomes:
    found = source.parent / f"{codec}.json"
    found.unlink(missing_ok=True)
    options = ["-c", str(HERE / "pytest.ini"), "--rootdir", ".", "-p", "archive_codec_plugin"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--codec", codec, "--outcomes", str(found), "tests"],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONHASHSEED": HASH_SEED},
        check=False,
    )
    return {name: Outcome(*outcome) for name, outcome in json.loads(found.read_text(encoding="utf-8")).items()}


def read_reasons() -> dict[str, str]:
    listed = tomllib.loads((HERE / "not_applicable.toml").read_text(encoding="utf-8"))
    return {test["id"]: test["reason"] for test in listed["test"]}


def find_problems(stock: Outcomes, ours: Outcomes, reasons: dict[str, str]) -> list[str]:
    problems = [f"{name} ran over one codec only" for name in stock.keys() ^ ours.keys()]
    for name, outcome in ours.items():
        if name not in reasons and outcome.result != "passed" and stock[name].result == "passed":
            problems.append(f"{name} {outcome.result} over our codec and passed over Whoosh's")
    for name in reasons:
        if name not in ours:
            problems.append(f"{name} is listed in not_applicable.toml and does not exist")
        elif ours[name].result == "passed":
            problems.append(f"{name} is listed in not_applicable.toml and passes")
    if not any(outcome.wrote_segments for outcome in ours.values()):
        problems.append("no test wrote a segment with our codec")
    return sorted(problems)


def find_stale(page: str) -> list[str]:
    # Another version of Python may run, or skip, other tests of this old suite.
    if not PAGE.exists():
        return [f"{PAGE.name} is missing: run with --write"]
    written = PAGE.read_text(encoding="utf-8")
    return [f"{PAGE.name} is not up to date: run with --write"] if python() in written and written != page else []


def python() -> str:
    return f"Python {sys.version_info.major}.{sys.version_info.minor}"


def summary(stock: Outcomes, ours: Outcomes) -> str:
    writing = sum(outcome.wrote_segments for outcome in ours.values())
    return (
        f"Whoosh's own tests: {passed(ours)} of {len(ours)} pass over our codec, {passed(stock)} over its own; "
        f"{writing} of them write segments"
    )


def passed(outcomes: Outcomes) -> int:
    return sum(outcome.result == "passed" for outcome in outcomes.values())


def write_page(stock: Outcomes, ours: Outcomes, reasons: dict[str, str]) -> str:
    rows = [
        f"| `{name}` | {len(tests)} | {sum(ours[test].wrote_segments for test in tests)} "
        f"| {passed({test: ours[test] for test in tests})} | {passed({test: stock[test] for test in tests})} |"
        for name, tests in by_file(ours).items()
    ]
    listed = [f"- `{name}`: {' '.join(reason.split())}" for name, reason in reasons.items()]
    skipped = Counter(outcome.result for outcome in ours.values())["skipped"]
    return PAGE_TEXT.format(
        python=python(),
        tests=len(ours),
        skipped=skipped,
        writing=sum(outcome.wrote_segments for outcome in ours.values()),
        ours=passed(ours),
        stock=passed(stock),
        rows="\n".join(rows),
        listed="\n".join(listed) or "None.",
    )


def by_file(outcomes: Outcomes) -> dict[str, list[str]]:
    files: dict[str, list[str]] = {}
    for name in sorted(outcomes):
        files.setdefault(name.split("::", 1)[0].removeprefix("tests/"), []).append(name)
    return files


PAGE_TEXT = """\
# Whoosh's own tests over our codec

The index of an archive is made by a Whoosh codec of ours, `archive_search.indexing.whoosh_face.codec.ArchiveCodec`.
Proof that it is one: the tests of Whoosh 2.7.4 itself, with that codec in the place of Whoosh's own, wherever they
ask for it. `make test-whoosh-suite` fetches them from Whoosh's source distribution, checked against its digest, runs
them over both codecs in the same environment, and fails when a test passes over Whoosh's codec and not over ours. It
wrote this page; `SUITE_FLAGS=--write` writes it anew.

- {python}: {ours} of {tests} tests pass over our codec, {stock} over Whoosh's; {skipped} are skipped.
- {writing} of them write segments with our codec, and most read them back. The others are of parts of Whoosh that touch
  no segment, such as analysis and parsing, and run for completeness.

| file | tests | that write segments | passed over our codec | over Whoosh's |
|---|---:|---:|---:|---:|
{rows}

## Tests that do not apply

{listed}
"""


if __name__ == "__main__":
    sys.exit(main())

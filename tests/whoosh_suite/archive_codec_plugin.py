"""Record the outcome of each of Whoosh's own tests, over its own codec or over ours; loaded by pytest with ``-p``."""

import json
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--codec", choices=("archive", "stock"), required=True)
    parser.addoption("--outcomes", type=Path, required=True, metavar="FILE")


def pytest_configure(config: pytest.Config) -> None:
    recorder = _Recorder(config.getoption("--outcomes"))
    config.pluginmanager.register(recorder)
    if config.getoption("--codec") == "archive":
        use_archive_codec(recorder)


class _Recorder:
    """Gather outcomes by the id of the test, and which tests wrote segments with our codec."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._outcomes: dict[str, str] = {}
        self._writing: set[str] = set()
        self._running = ""

    def note_segment(self) -> None:
        self._writing.add(self._running)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._running = nodeid

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            self._outcomes[report.nodeid] = report.outcome

    def pytest_sessionfinish(self) -> None:
        found = {name: [outcome, name in self._writing] for name, outcome in self._outcomes.items()}
        self._path.write_text(json.dumps(found, indent=1), encoding="utf-8")


def use_archive_codec(recorder: _Recorder) -> None:
    import whoosh.codec
    import whoosh.codec.whoosh3

    from archive_search.indexing.whoosh_face.codec import ArchiveCodec

    class Codec(ArchiveCodec):
        def new_segment(self, storage: Any, indexname: str) -> Any:
            recorder.note_segment()
            return super().new_segment(storage, indexname)

    # Some tests ask for the default codec, some for Whoosh's own by name: both get ours.
    whoosh.codec.default_codec = Codec
    whoosh.codec.whoosh3.W3Codec = Codec
    # Whatever reached for Whoosh's segments all the same would fail.
    whoosh.codec.whoosh3.W3Segment = None

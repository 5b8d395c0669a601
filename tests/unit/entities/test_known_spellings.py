"""A list of spellings is read strictly, so that a slip in it is seen at once."""

from pathlib import Path

import pytest

from archive_search.entities import known_spellings
from archive_search.entities.known_spellings import Doubt, parse_list

MARKS = {
    "none": ("Otan", "Otan", Doubt.NONE, "I"),
    "context": ("?PS", "PS", Doubt.CONTEXT, "U"),
    "never": ("!ABC", "ABC", Doubt.UNSPOTTED, "U"),
    "small article": ("l'Assemblée", "Assemblée", Doubt.ARTICLE, "I"),
    "own article": ("?Le Point", "Le Point", Doubt.CONTEXT, "II"),
    "geographic noun": ("Lac Tchad", "Lac Tchad", Doubt.NONE, "lI"),
    "small words": ("Cour des comptes", "Cour des comptes", Doubt.NONE, "Ill"),
    "acronym with a digit": ("G20", "G20", Doubt.NONE, "U"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(known_spellings, "_FOLDER", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("marked", "text", "doubt", "capitals"), MARKS.values(), ids=list(MARKS))
def test_a_mark_says_what_a_spelling_needs(folder: Path, marked: str, text: str, doubt: Doubt, capitals: str) -> None:
    (folder / "list.txt").write_text(f"# tête\nCercle du pont | org | {marked}\n", encoding="utf-8")
    [_, (found, spelling)] = parse_list("list.txt")
    assert (found, spelling.name, spelling.doubt, spelling.capitals) == (text, "Cercle du pont", doubt, capitals)


@pytest.mark.parametrize("line", ["Cercle", "Cercle | club", "Cercle | org | Club | Rond", "?!Cercle | org"])
def test_a_line_in_another_form_is_refused(folder: Path, line: str) -> None:
    (folder / "list.txt").write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"Cercle|valid"):
        list(parse_list("list.txt"))

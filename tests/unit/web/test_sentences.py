"""Messages of the program become sentences for a reader in a browser."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.errors import UnknownEntityError
from archive_search.web.sentences import as_sentence, bind_signs


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", workers=1)


def test_a_reader_of_pages_is_told_of_no_command_to_have_names_found(archive: Archive) -> None:
    (warning, *_) = archive.search("personne:Brévan").warnings
    assert as_sentence(warning).endswith(" : mettez à jour, à la page Archive.")


def test_a_reader_of_pages_is_told_of_no_command_to_find_a_name(archive: Archive) -> None:
    with pytest.raises(UnknownEntityError) as refused:
        archive.entity("Brévan")
    assert as_sentence(str(refused.value)).endswith(" : cherchez-le à la page Noms.")


@pytest.mark.parametrize(
    ("plain", "bound"),
    [
        ("Rien : cherchez", "Rien\xa0: cherchez"),
        ("« gué » absent ; « pont » ?", "«\xa0gué\xa0» absent\u202f; «\xa0pont\xa0»\u202f?"),
        ("Perdu !", "Perdu\u202f!"),
        ("vouliez-vous dire « ", "vouliez-vous dire «\xa0"),
        (" » ?", "\xa0»\u202f?"),
    ],
    ids=["colon", "question", "exclamation", "begins a quotation", "ends a quotation"],
)
def test_no_line_can_begin_with_a_sign(plain: str, bound: str) -> None:
    assert bind_signs(plain) == bound


@pytest.mark.parametrize(
    "text",
    ["titre:gué date:2015", "10:30", "gu?", "a ?b !c :d", "Deich: Brévan; Leck?"],
    ids=["query", "hour", "wildcard", "signs before words", "no space before"],
)
def test_what_is_no_french_sign_is_left(text: str) -> None:
    assert bind_signs(text) == text


def test_a_query_in_guillemets_can_be_copied() -> None:
    assert bind_signs("« gué : pont ; » illisible") == "«\xa0gué : pont ;\xa0» illisible"


@settings(max_examples=200)
@given(st.text(alphabet="ab «»:;?!\xa0\u202f", max_size=60))
def test_only_spaces_change_and_only_once(text: str) -> None:
    bound = bind_signs(text)
    changed = {(old, new) for old, new in zip(text, bound, strict=True) if old != new}
    assert changed <= {(" ", "\xa0"), (" ", "\u202f")}
    assert bind_signs(bound) == bound

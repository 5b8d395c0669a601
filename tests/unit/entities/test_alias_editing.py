"""Corrections are written one entry at a time; the rest of the file stays as the librarian typed it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.entities.alias_editing import add_hide, add_merge, add_retype, add_split, remove_hide
from archive_search.entities.alias_file import HEADER
from archive_search.entities.aliases import parse_aliases, read_aliases
from archive_search.entities.corrections import Hide, Merge, Retype, Split
from archive_search.errors import AliasError
from archive_search.records import EntityType

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG

# Entries of one kind apart from each other, comments everywhere, an array in several lines.
TYPED = """# Nos corrections
[[merge]] # vu avec Odile
type = "person"
name = "Ana Kern" # la chanteuse
variants = [
  "Anna Kern", # faute fréquente
  "A. Kern"
]

# légendes
[[hide]]
type = "person"
name = "Photo"

# à revoir
[[merge]]
type = "org"
name = "Kern SA"
variants = ["Kern AG"]
# fin
"""

Edit = Callable[[Path], bool]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "aliases.toml"
    path.write_text(TYPED, encoding="utf-8")
    return path


def test_a_new_file_begins_by_explaining_itself(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    assert add_hide(path, PERSON, "Photo")
    assert path.read_text(encoding="utf-8") == f'{HEADER}\n[[hide]]\ntype = "person"\nname = "Photo"\n'


EDITS: dict[str, tuple[Edit, str, str]] = {
    "new entry": (
        lambda path: add_split(path, PERSON, "Jo Lind", ["J.  Lind"], shown="Jens Lind"),
        "# fin\n",
        '# fin\n\n[[split]]\ntype = "person"\nname = "Jo Lind"\nvariants = ["J. Lind"]\nas = "Jens Lind"\n',
    ),
    "change of type": (
        lambda path: add_retype(path, "Lind", PLACE, ORG),
        "# fin\n",
        '# fin\n\n[[retype]]\nname = "Lind"\nfrom = "place"\nto = "org"\n',
    ),
    "name with quotes": (
        lambda path: add_hide(path, ORG, 'Le "Lind"'),
        "# fin\n",
        '# fin\n\n[[hide]]\ntype = "org"\nname = "Le \\"Lind\\""\n',
    ),
    "further variant": (
        lambda path: add_merge(path, PERSON, "ana kern", ["Anna Kern", "Ann Kern"]),
        '"Ana Kern" # la chanteuse\nvariants = [\n  "Anna Kern", # faute fréquente\n  "A. Kern"\n]',
        '"ana kern" # la chanteuse\nvariants = [\n  "Anna Kern", # faute fréquente\n  "A. Kern",\n  "Ann Kern"\n]',
    ),
    "hidden no more": (
        lambda path: remove_hide(path, PERSON, "PHOTO"),
        '# légendes\n[[hide]]\ntype = "person"\nname = "Photo"\n\n# à revoir\n',
        "# légendes\n# à revoir\n",
    ),
}


@pytest.mark.parametrize(("edit", "before", "after"), EDITS.values(), ids=list(EDITS))
def test_only_the_entry_that_changes_is_written_anew(path: Path, edit: Edit, before: str, after: str) -> None:
    assert edit(path)
    assert path.read_text(encoding="utf-8") == TYPED.replace(before, after)


@pytest.mark.parametrize("edit", [edit for edit, _before, _after in EDITS.values()], ids=list(EDITS))
def test_a_correction_typed_twice_changes_nothing(path: Path, edit: Edit) -> None:
    edit(path)
    written = path.read_bytes()
    assert not edit(path)
    assert path.read_bytes() == written


def test_splitting_takes_names_out_of_their_merge(path: Path) -> None:
    add_split(path, PERSON, "Ana Kern", ["A. Kern"])
    aliases = read_aliases(path)
    assert aliases.merges[0] == Merge(type=PERSON, name="Ana Kern", variants=("Anna Kern",))
    assert aliases.splits == (Split(type=PERSON, name="Ana Kern", variants=("A. Kern",)),)
    assert aliases.faults == ()


def test_splitting_two_variants_takes_the_second_out_of_their_merge(path: Path) -> None:
    add_split(path, PERSON, "Anna Kern", ["A. Kern"])
    assert read_aliases(path).merges[0].variants == ("Anna Kern",)


def test_splitting_the_shown_name_off_takes_the_other_out_of_the_merge(path: Path) -> None:
    add_split(path, PERSON, "A. Kern", ["Ana Kern"])
    assert read_aliases(path).merges[0].variants == ("Anna Kern",)


def test_a_merge_without_variants_left_is_taken_out(path: Path) -> None:
    add_split(path, ORG, "Kern SA", ["Kern AG"])
    assert [merge.name for merge in read_aliases(path).merges] == ["Ana Kern"]
    assert "# à revoir\n# fin\n" in path.read_text(encoding="utf-8")


def test_merging_takes_out_the_entry_that_split(path: Path) -> None:
    add_split(path, PERSON, "Ana Kern", ["A. Kern"])
    add_merge(path, PERSON, "Ana Kern", ["A. Kern"])
    assert read_aliases(path) == parse_aliases(TYPED.encode(), path=path)


def test_a_type_and_back_takes_the_entry_out(path: Path) -> None:
    add_retype(path, "Kern", PLACE, ORG)
    assert read_aliases(path).retyped == (Retype(name="Kern", source=PLACE, target=ORG),)
    assert add_retype(path, "Kern", ORG, PLACE)
    assert path.read_text(encoding="utf-8") == TYPED


def test_hiding_and_taking_it_back_leaves_the_file_as_it_was(path: Path) -> None:
    add_hide(path, PLACE, "Légende")
    remove_hide(path, PLACE, "Légende")
    assert path.read_text(encoding="utf-8") == TYPED


def test_taking_back_what_is_not_hidden_makes_no_file(tmp_path: Path) -> None:
    assert not remove_hide(tmp_path / "aliases.toml", PERSON, "Photo")
    assert not (tmp_path / "aliases.toml").exists()


REFUSED: dict[str, tuple[Edit, str]] = {
    "hidden though merged": (lambda path: add_hide(path, PERSON, "A. Kern"), "masqué et réuni"),
    "merged though hidden": (lambda path: add_merge(path, PERSON, "Ana Kern", ["Photo"]), "masqué et réuni"),
    "merged into two": (lambda path: add_merge(path, PERSON, "Eva Kern", ["A. Kern"]), "réuni à"),
    "merged in a circle": (lambda path: add_merge(path, PERSON, "A. Kern", ["Ana Kern"]), "en rond"),
    "no other type": (lambda path: add_retype(path, "Kern", ORG, ORG), "déjà de ce type"),
    "no variants": (lambda path: add_merge(path, PERSON, "Eva Kern", []), "au moins une variante"),
    "no letters": (lambda path: add_hide(path, PERSON, " ! "), "n'est pas un nom"),
    "half of a pair": (lambda path: add_hide(path, PERSON, "Kern\ud800"), "n'est pas un nom"),
}


@pytest.mark.parametrize(("edit", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_an_edit_that_contradicts_the_file_is_refused(path: Path, edit: Edit, reason: str) -> None:
    with pytest.raises(AliasError, match=reason) as caught:
        edit(path)
    assert caught.value.path == path
    assert path.read_text(encoding="utf-8") == TYPED


def test_a_fault_that_was_there_before_hinders_no_edit(path: Path) -> None:
    path.write_text(f'{TYPED}[[hide]]\ntype = "person"\nname = "A. Kern"\n[[hyde]]\n', encoding="utf-8")
    assert add_hide(path, PLACE, "Légende")
    assert Hide(type=PLACE, name="Légende") in read_aliases(path).hidden


@pytest.mark.parametrize(
    "text",
    [
        '[[hide]\ntype = "person"',
        'a = """\n[[hide]]\n"""\n',
        '[[hide]]\ntype = "person"\nname = "Kern"\n[hide.x]\n[[a.b]]',
    ],
    ids=["no TOML", "entry inside a string", "table inside an entry"],
)
def test_a_file_whose_entries_cannot_be_told_apart_is_left_alone(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AliasError, match=r"aliases\.toml"):
        add_hide(path, PERSON, "Photo")
    assert path.read_text(encoding="utf-8") == text


def test_windows_lines_stay_windows_lines(path: Path) -> None:
    path.write_bytes(TYPED.replace("\n", "\r\n").encode())
    add_merge(path, PERSON, "Ana Kern", ["Ann Kern"])
    add_hide(path, PLACE, "Légende")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert read_aliases(path).faults == ()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(AliasError, match="ne peut être écrit"):
        add_hide(tmp_path / "missing" / "aliases.toml", PERSON, "Photo")


names = st.sampled_from(["Ana Kern", "Anna Kern", "A. Kern", "Eva Kern", "Kern"])
edits = st.one_of(
    st.builds(lambda name, other: lambda path: add_merge(path, PERSON, name, [other]), names, names),
    st.builds(lambda name, other: lambda path: add_split(path, PERSON, name, [other]), names, names),
    st.builds(lambda name: lambda path: add_hide(path, PERSON, name), names),
    st.builds(lambda name: lambda path: remove_hide(path, PERSON, name), names),
)


@given(edits=st.lists(edits, max_size=8))
def test_no_sequence_of_edits_makes_the_file_contradict_itself(
    edits: list[Edit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("aliases") / "aliases.toml"
    for edit in edits:
        try:
            edit(path)
        except AliasError:
            continue
    assert read_aliases(path).faults == ()

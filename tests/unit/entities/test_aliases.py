from pathlib import Path

import pytest

from archive_search.entities import aliases as aliases_module
from archive_search.entities.alias_file import HEADER
from archive_search.entities.aliases import Aliases, parse_aliases, read_aliases
from archive_search.entities.corrections import Hide, Merge, Retype, Split
from archive_search.errors import AliasError
from archive_search.records import EntityType

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG

ALL_KINDS = """
[[merge]]
type = "person"
name = "Ana  Kern"
variants = ["Anna Kern", "A. Kern"]

[[split]]
type = "personne"
name = "Jo Lind"
variants = ["J. Lind"]
as = "Jens Lind"

[[hide]]
type = "lieu"
name = "Photo"

[[retype]]
name = "Kern"
from = "place"
to = "organisation"
"""

NOT_UNDERSTOOD = {
    "unknown kind": (
        '[[fusion]]\nname = "Ana"',
        "« fusion » n'est pas une correction : écrivez [[merge]], [[split]], [[hide]] ou [[retype]]",
    ),
    "a table instead of an entry": (
        '[hide]\ntype = "person"\nname = "Ana"',
        "« hide » n'est pas une correction : écrivez [[merge]], [[split]], [[hide]] ou [[retype]]",
    ),
    "a value instead of an entry": ("hide = [1]", "[[hide]] n° 1 : écrivez l'entrée sous une ligne [[hide]]"),
    "missing key": ('[[hide]]\ntype = "person"', "[[hide]] n° 1 : ajoutez « name »"),
    "unknown key": (
        '[[hide]]\ntype = "person"\nname = "Ana"\nnom = "Ana"',
        "[[hide]] n° 1 : clé inconnue « nom » : gardez name, type",
    ),
    "unknown type": (
        '[[hide]]\ntype = "people"\nname = "Ana"',
        "[[hide]] n° 1 : type inconnu « people » : écrivez person, place ou org",
    ),
    "name without letters": (
        '[[hide]]\ntype = "person"\nname = "!"',
        "[[hide]] n° 1 : « ! » n'est pas un nom : écrivez-le entre guillemets",
    ),
    "number for a name": (
        '[[hide]]\ntype = "person"\nname = 12',
        "[[hide]] n° 1 : « 12 » n'est pas un nom : écrivez-le entre guillemets",
    ),
    "one variant without brackets": (
        '[[merge]]\ntype = "person"\nname = "Ana"\nvariants = "Anna"',
        '[[merge]] n° 1 : écrivez les variantes entre crochets, par exemple ["Muammar Gaddafi"]',
    ),
    "no change of type": (
        '[[retype]]\nname = "Ana"\nfrom = "org"\nto = "org"',
        "[[retype]] n° 1 : « from » et « to » sont le même type : changez l'un des deux",
    ),
}


def parse(text: str) -> Aliases:
    return parse_aliases(text.encode(), path=Path("aliases.toml"))


def test_each_kind_of_entry_is_understood() -> None:
    assert parse(ALL_KINDS) == Aliases(
        merges=(Merge(type=PERSON, name="Ana Kern", variants=("Anna Kern", "A. Kern")),),
        splits=(Split(type=PERSON, name="Jo Lind", variants=("J. Lind",), shown="Jens Lind"),),
        hidden=(Hide(type=PLACE, name="Photo"),),
        retyped=(Retype(name="Kern", source=PLACE, target=ORG),),
    )


@pytest.mark.parametrize("text", [aliases_module.__doc__, HEADER], ids=["the module", "a new file"])
def test_the_examples_in_the_documentation_are_understood(text: str) -> None:
    marked = [line.removeprefix("#") for line in text.splitlines()]
    example = "\n".join(line[4:].strip() for line in marked if line.startswith("    "))
    aliases = parse(example)
    assert aliases.faults == ()
    assert [len(part) for part in (aliases.merges, aliases.splits, aliases.hidden, aliases.retyped)] == [1, 1, 1, 1]


def test_without_a_file_there_are_no_corrections(tmp_path: Path) -> None:
    assert read_aliases(tmp_path / "aliases.toml") == Aliases()


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ALL_KINDS.replace("\n", "\r\n").encode())
    assert read_aliases(path) == parse(ALL_KINDS)


@pytest.mark.parametrize(("text", "fault"), NOT_UNDERSTOOD.values(), ids=list(NOT_UNDERSTOOD))
def test_an_entry_that_is_not_understood_is_told_and_the_others_hold(text: str, fault: str) -> None:
    aliases = parse(f'{text}\n[[split]]\ntype = "org"\nname = "Kern SA"\nvariants = ["Kern AG"]')
    assert aliases.faults == (fault,)
    assert aliases.splits == (Split(type=ORG, name="Kern SA", variants=("Kern AG",)),)


def test_both_entries_of_a_contradiction_are_left_out_and_the_others_hold() -> None:
    aliases = parse(f'{ALL_KINDS}\n[[hide]]\ntype = "person"\nname = "ANNA KERN"')
    assert aliases.merges == ()
    assert aliases.hidden == (Hide(type=PLACE, name="Photo"),)
    assert aliases.faults == ("« ANNA KERN » est masqué et réuni à « Ana Kern » : gardez une seule des deux entrées",)


def test_an_entry_written_twice_counts_once() -> None:
    entry = '[[hide]]\ntype = "person"\nname = "Photo"\n'
    assert parse(entry * 2) == parse(entry)


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        (b'[[hide]]\nname = "a\ntype = "person"', 2, "TOML"),
        (b"[[hide]]\nname", 2, "TOML"),
        (b'[[hide]]\n\nname = "caf\xe9"', 3, "UTF-8"),
        (b"a = " + b"[" * 20_000, None, "crochets"),
    ],
    ids=["open quote", "end of file", "Latin-1", "brackets in brackets"],
)
def test_a_file_that_is_no_toml_is_refused_with_its_line(content: bytes, line: int | None, word: str) -> None:
    with pytest.raises(AliasError, match=word) as caught:
        parse_aliases(content, path=Path("aliases.toml"))
    assert (caught.value.line, caught.value.path) == (line, Path("aliases.toml"))
    assert str(caught.value).startswith("aliases.toml")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AliasError, match="illisible"):
        read_aliases(tmp_path)


def test_spellings_of_merges_and_retypes_are_to_be_sought() -> None:
    assert parse(ALL_KINDS).spellings() == {"Ana Kern": PERSON, "Anna Kern": PERSON, "A. Kern": PERSON, "Kern": ORG}

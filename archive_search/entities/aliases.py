"""Read the librarian's corrections of names, ``aliases.toml`` beside the archive; they win over the program.

The file is TOML; each entry is one correction, and names in it are compared without accents, case and hyphens:

    [[merge]]                  # these names are one person
    type = "person"            # person, place or org
    name = "Mouammar Kadhafi"  # shown so
    variants = ["Muammar Gaddafi", "Moammar Gadhafi"]

    [[split]]                  # these names are somebody else
    type = "person"
    name = "George Bush"
    variants = ["George W. Bush"]
    as = "George Bush fils"    # shown so; may be left out

    [[hide]]                   # no name at all
    type = "person"
    name = "Photo"

    [[retype]]                 # a name of another kind
    name = "Orange"
    from = "place"
    to = "org"

Entries that contradict each other, and entries that cannot be understood, are left out and told; the others hold.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.corrections import Correction, Hide, Merge, Retype, Split, find_contradictions
from archive_search.errors import AliasError
from archive_search.records import EntityType

# Keys of each kind of entry that it must have, and those that it may have.
_KEYS: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "merge": (frozenset({"type", "name", "variants"}), frozenset()),
    "split": (frozenset({"type", "name", "variants"}), frozenset({"as"})),
    "hide": (frozenset({"type", "name"}), frozenset()),
    "retype": (frozenset({"name", "from", "to"}), frozenset()),
}
_TYPES: Final[Mapping[str, EntityType]] = {
    "person": EntityType.PERSON,
    "place": EntityType.PLACE,
    "org": EntityType.ORG,
    "personne": EntityType.PERSON,
    "lieu": EntityType.PLACE,
    "organisation": EntityType.ORG,
}
_ERROR_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Aliases:
    """Hold the corrections that are followed, in the order of the file.

    Attributes:
        merges: Names that are one entity.
        splits: Names that are an entity of their own.
        hidden: Names that are none.
        retyped: Names of another type.
        faults: Why other entries are not followed, a French sentence each.
    """

    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    hidden: tuple[Hide, ...] = ()
    retyped: tuple[Retype, ...] = ()
    faults: tuple[str, ...] = ()

    def spellings(self) -> dict[str, EntityType]:
        """Give the spellings that are names because a librarian says so, to be found in the text as well."""
        found = {name: merge.type for merge in self.merges for name in (merge.name, *merge.variants)}
        return found | {retype.name: retype.target for retype in self.retyped}


class _BadEntryError(ValueError):
    """Say in French why an entry is not understood."""


def read_aliases(path: Path) -> Aliases:
    """Read a file of corrections; without a file there are none.

    Raises:
        AliasError: The file cannot be read, or is not TOML.
    """
    return parse_aliases(read_file(path), path=path)


def read_file(path: Path) -> bytes:
    """Read a file, of which nothing is left to read when it is missing.

    Raises:
        AliasError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise AliasError(f"{path.name} est illisible : vérifiez le fichier et ses droits", path=path) from error


def parse_aliases(content: bytes, *, path: Path) -> Aliases:
    """Understand the corrections of a file.

    Args:
        content: Bytes of the file.
        path: Its place, for error messages.

    Raises:
        AliasError: It is not TOML.
    """
    corrections, faults = read_corrections(content, path=path)
    contradictions = find_contradictions(corrections)
    left_out = {correction for contradiction in contradictions for correction in contradiction.corrections}
    sound = [correction for correction in dict.fromkeys(corrections) if correction not in left_out]
    return Aliases(
        merges=tuple(correction for correction in sound if isinstance(correction, Merge)),
        splits=tuple(correction for correction in sound if isinstance(correction, Split)),
        hidden=tuple(correction for correction in sound if isinstance(correction, Hide)),
        retyped=tuple(correction for correction in sound if isinstance(correction, Retype)),
        faults=tuple(dict.fromkeys([*faults, *(contradiction.reason for contradiction in contradictions)])),
    )


def read_corrections(content: bytes, *, path: Path) -> tuple[list[Correction], list[str]]:
    """Read the entries of a file, be they contradictory or not, and say in French which are not understood.

    Raises:
        AliasError: It is not TOML.
    """
    corrections: list[Correction] = []
    faults: list[str] = []
    for kind, entries in _parse_toml(content, path).items():
        if kind not in _KEYS or not isinstance(entries, list):
            faults.append(f"« {kind} » n'est pas une correction : écrivez [[merge]], [[split]], [[hide]] ou [[retype]]")
            continue
        for number, entry in enumerate(entries, 1):
            try:
                corrections.append(_read_entry(kind, entry))
            except _BadEntryError as error:
                faults.append(f"[[{kind}]] n° {number} : {error}")
    return corrections, faults


def _parse_toml(content: bytes, path: Path) -> dict[str, Any]:
    try:
        # Some editors put a byte order mark before the text.
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise AliasError(
            f"{path.name}, ligne {line} : enregistrez le fichier en UTF-8", path=path, line=line
        ) from error
    except tomllib.TOMLDecodeError as error:
        found = _ERROR_LINE.search(str(error))
        line = int(found[1]) if found else content.count(b"\n") + 1
        reason = "corrigez la ligne, qui n'est pas du TOML (guillemets, crochets, clé écrite deux fois)"
        raise AliasError(f"{path.name}, ligne {line} : {reason}", path=path, line=line) from error
    except RecursionError as error:
        raise AliasError(f"{path.name} : retirez les crochets emboîtés les uns dans les autres", path=path) from error


def _read_entry(kind: str, entry: object) -> Correction:
    if not isinstance(entry, dict):
        raise _BadEntryError(f"écrivez l'entrée sous une ligne [[{kind}]]")
    _check_keys(kind, entry)
    name = _read_name(entry["name"])
    if kind == "retype":
        return _make_retype(name, _read_type(entry["from"]), _read_type(entry["to"]))
    type_ = _read_type(entry["type"])
    if kind == "hide":
        return Hide(type=type_, name=name)
    variants = _read_names(entry["variants"])
    if kind == "merge":
        return Merge(type=type_, name=name, variants=variants)
    shown = _read_name(entry["as"]) if "as" in entry else None
    return Split(type=type_, name=name, variants=variants, shown=shown)


def _make_retype(name: str, source: EntityType, target: EntityType) -> Retype:
    if source is target:
        raise _BadEntryError("« from » et « to » sont le même type : changez l'un des deux")
    return Retype(name=name, source=source, target=target)


def _check_keys(kind: str, entry: Mapping[str, object]) -> None:
    required, optional = _KEYS[kind]
    for key in sorted(required - entry.keys()):
        raise _BadEntryError(f"ajoutez « {key} »")
    for key in entry.keys() - required - optional:
        raise _BadEntryError(f"clé inconnue « {key} » : gardez {', '.join(sorted(required | optional))}")


def _read_type(value: object) -> EntityType:
    if not isinstance(value, str) or value not in _TYPES:
        raise _BadEntryError(f"type inconnu « {value} » : écrivez person, place ou org")
    return _TYPES[value]


def _read_name(value: object) -> str:
    name = " ".join(value.split()) if isinstance(value, str) else ""
    if not fold_name(name):
        raise _BadEntryError(f"« {value} » n'est pas un nom : écrivez-le entre guillemets")
    return name


def _read_names(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise _BadEntryError('écrivez les variantes entre crochets, par exemple ["Muammar Gaddafi"]')
    return tuple(_read_name(name) for name in value)

"""Remember the corrections of names that were made, the last 50, in `corrections.json` beside the archive.

Each is kept with `aliases.toml` as it was before, to be put back by an undo, and with a digest of the file as the
correction left it: where somebody has edited the file since, nothing is put back.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from archive_search.engines.layout import ALIASES_NAME, CORRECTIONS_NAME, replace_file
from archive_search.engines.naming.correcting import Action, Correction
from archive_search.entities.aliases import read_file
from archive_search.errors import AliasError
from archive_search.records import EntityType
from archive_search.store.connecting import translated

MOST: Final = 50
_VERSION = 1
_LARGEST = 32_000_000
"""Bytes of the journal; the oldest corrections are forgotten earlier where `aliases.toml` is very large."""

_ROOM = 1_000
"""Bytes of what stands around the corrections."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeCorrection:
    """Tell of a correction that was made.

    Attributes:
        id: Its name in the archive.
        made: When, in UTC.
        correction: What it says, with names and type, no ids.
        entity: Id that the entity had before; None where the archive did not have it.
        can_be_undone: Whether `aliases.toml` is still as the correction left it.
    """

    id: str
    made: datetime
    correction: Correction
    entity: str | None
    can_be_undone: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Remembered:
    """Hold a correction with the file of corrections before and after it.

    Attributes:
        made: The correction.
        before: Content of `aliases.toml`; None where there was none.
        after: Digest of its content.
    """

    made: MadeCorrection
    before: str | None
    after: str


def digest_aliases(archive_path: Path) -> str:
    """Sum up the bytes of `aliases.toml`, which is empty where it is missing.

    Raises:
        AliasError: It cannot be read.
    """
    return hashlib.blake2b(read_file(archive_path / ALIASES_NAME), digest_size=16).hexdigest()


def list_made(archive_path: Path) -> tuple[MadeCorrection, ...]:
    """List the corrections that were made and not undone, the newest first.

    Raises:
        AliasError: The journal is damaged, or `aliases.toml` cannot be read.
        StorageError: The disk refuses.
    """
    present = digest_aliases(archive_path)
    return tuple(
        replace(each.made, can_be_undone=each.after == present) for each in reversed(read_journal(archive_path))
    )


def remember(archive_path: Path, correction: Correction, *, entity: str | None, before: str | None) -> str:
    """Note a correction that has just been written, and give its id.

    Args:
        archive_path: The archive.
        correction: The correction, with names and type.
        entity: Id of the entity before.
        before: Content of `aliases.toml` before; None where there was none.
    """
    made = MadeCorrection(id=secrets.token_hex(8), made=datetime.now(UTC), correction=correction, entity=entity)
    try:
        known = read_journal(archive_path)
    except AliasError:
        # What a damaged journal could undo is lost already; the correction is not to be.
        known = []
    write_journal(archive_path, [*known, Remembered(made=made, before=before, after=digest_aliases(archive_path))])
    return made.id


def read_journal(archive_path: Path) -> list[Remembered]:
    """Read the corrections that are remembered, the oldest first.

    Raises:
        AliasError: The journal is damaged.
        StorageError: The disk refuses.
    """
    path = archive_path / CORRECTIONS_NAME
    try:
        return [_read_entry(entry) for entry in json.loads(_read_bytes(path))["corrections"][-MOST:]]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        advice = "la prochaine correction en commencera un autre"
        raise AliasError(f"{CORRECTIONS_NAME} est abîmé : {advice}", path=path) from error


def _read_bytes(path: Path) -> bytes:
    with translated(path):
        if not path.is_file():
            return b'{"corrections": []}'
        with path.open("rb") as file:
            # What is longer than we write is cut, and understood by nobody.
            return file.read(_LARGEST + 1)


def write_journal(archive_path: Path, remembered: Sequence[Remembered]) -> None:
    """Replace the journal; only the last corrections are kept.

    Raises:
        StorageError: The disk refuses.
    """
    entries = [json.dumps(_entry(each), ensure_ascii=False) for each in remembered[-MOST:]]
    while sum(len(entry.encode()) for entry in entries) > _LARGEST - _ROOM:
        del entries[0]
    path = archive_path / CORRECTIONS_NAME
    text = ",\n".join(entries)
    with translated(path):
        replace_file(path, f'{{"version": {_VERSION}, "corrections": [\n{text}\n]}}\n'.encode())


def _entry(each: Remembered) -> dict[str, Any]:
    correction = each.made.correction
    return {
        "id": each.made.id,
        "made": each.made.made.isoformat(timespec="seconds"),
        "entity": each.made.entity,
        "action": correction.action,
        "type": correction.type,
        "name": correction.name,
        "variants": correction.variants,
        "shown": correction.shown,
        "wanted": correction.wanted,
        "before": each.before,
        "after": each.after,
    }


def _read_entry(entry: Mapping[str, Any]) -> Remembered:
    correction = Correction(
        action=Action(entry["action"]),
        name=_text(entry["name"]),
        type=EntityType(entry["type"]),
        variants=tuple(map(_text, entry["variants"])),
        shown=_optional_text(entry["shown"]),
        wanted=EntityType(entry["wanted"]) if entry["wanted"] else None,
    )
    moment = datetime.fromisoformat(entry["made"]).replace(tzinfo=UTC)
    made = MadeCorrection(
        id=_text(entry["id"]), made=moment, correction=correction, entity=_optional_text(entry["entity"])
    )
    return Remembered(made=made, before=_optional_text(entry["before"]), after=_text(entry["after"]))


def _optional_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _text(value: object) -> str:
    """Give a text that can be written anywhere.

    Raises:
        TypeError: It is no text.
        UnicodeEncodeError: It has halves of broken pairs, which JSON can name.
    """
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value

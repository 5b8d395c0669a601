"""Where the parts of an archive lie in its folder, and what its label says.

`archive.json` is the label that people and other programs read; it is written anew after each commit. What the
program itself relies on is in `records.sqlite`.
"""

import json
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from archive_search.errors import ArchiveFormatError, ArchiveMissingError
from archive_search.indexing.sealing import sync_folder
from archive_search.store.commits import SealedFile
from archive_search.store.schema import FORMAT_VERSION

MANIFEST_NAME = "archive.json"
INDEX_FOLDER = "whoosh"


def index_folder(archive_path: Path) -> Path:
    """Give the folder of the Whoosh index."""
    return archive_path / INDEX_FOLDER


def read_manifest(archive_path: Path) -> dict[str, Any]:
    """Read the label of an archive and check that this program understands its format.

    Raises:
        ArchiveMissingError: There is no archive in the folder.
        ArchiveFormatError: The label cannot be read, or names another format.
    """
    path = archive_path / MANIFEST_NAME
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        message = f"pas d'archive dans {archive_path} : créez-la avec « archive-search index DOSSIER »"
        raise ArchiveMissingError(message, path=archive_path) from error
    except (OSError, ValueError) as error:
        raise ArchiveFormatError(f"étiquette {path} illisible ({error})", path=path) from error
    found = manifest.get("format_version") if isinstance(manifest, dict) else None
    if found != FORMAT_VERSION:
        raise ArchiveFormatError(
            f"l'archive {archive_path} est au format {found}, ce programme lit le format {FORMAT_VERSION} : "
            "réindexez les documents dans une nouvelle archive",
            path=archive_path,
        )
    return dict(manifest)


def write_manifest(
    archive_path: Path, *, created: str, fingerprint: str, generation: int, sealed: Iterable[SealedFile]
) -> None:
    """Replace the label of an archive in one step."""
    manifest = {
        "format_version": FORMAT_VERSION,
        "program_version": version("archive-search"),
        "created": created,
        "analyzer_fingerprint": fingerprint,
        "generation": generation,
        "sealed_files": {
            file.name: {"bytes": file.size, "blake2b": file.digest.hex()}
            for file in sorted(sealed, key=lambda file: file.name)
        },
    }
    path = archive_path / MANIFEST_NAME
    written = path.with_suffix(".json.new")
    with written.open("w", encoding="utf-8") as file:
        json.dump(manifest, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    written.replace(path)
    sync_folder(archive_path)


def folder_size(archive_path: Path) -> int:
    """Add up the sizes of all files of an archive, in bytes."""
    sizes = []
    for folder, _folders, names in os.walk(archive_path):
        for name in names:
            try:
                sizes.append((Path(folder) / name).stat().st_size)
            except FileNotFoundError:  # a writer cleaned it away meanwhile
                continue
    return sum(sizes)

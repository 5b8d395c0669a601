"""The table of contents by which Whoosh opens a generation, and the files that no generation needs any more.

The program itself does not read it: the store names the files of the generation that belongs to its records.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from archive_search.indexing.segment_files import INDEX_NAME, SegmentName


def write_contents(folder: Path, generation: int, segments: Sequence[SegmentName], *, names: str | None = None) -> str:
    """Write the table of contents of a new generation, with the file of its names, and give its own file name."""
    # Imported here: only a writer needs Whoosh.
    from archive_search.indexing.whoosh_face.contents import write_toc

    return write_toc(folder, generation, segments, names=names)


def remove_unused(folder: Path, used: Iterable[str]) -> None:
    """Delete what no present generation uses: older files, and the traces of a commit that was cut short.

    A file that the system will not delete because a reader has it open (Windows) is left for the next time.
    """
    shutil.rmtree(folder / f"{INDEX_NAME}.tmp", ignore_errors=True)
    keep = set(used)
    for path in sorted(folder.iterdir()):
        if path.name not in keep and path.is_file():
            try:
                path.unlink()
            except PermissionError:
                continue

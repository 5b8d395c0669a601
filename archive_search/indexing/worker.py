"""The process that builds segments for another, which starts it by `crew.worker_command`.

It reads pickled messages from its standard input, ("add", articles) or ("write", folder), and answers each
"write" with the names of the segments written, or with the error of the system that kept it from writing. It ends
when its input does, which is when the process that started it ends, however that comes about.
"""

import sys
from contextlib import suppress
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, UnpicklingError, dumps, load

from archive_search.indexing.building import SegmentBuilder
from archive_search.indexing.segment_files import new_segment_name


def main() -> None:
    """Serve until the process that started this one is gone."""
    with suppress(EOFError, UnpicklingError, BrokenPipeError):
        _serve()


def _serve() -> None:
    builder = SegmentBuilder()
    # Without a buffer: what could not be sent would be sent again, and complained about, at the end.
    output = open(sys.stdout.fileno(), "wb", buffering=0, closefd=False)  # noqa: SIM115  # not ours to close
    while True:
        task, subject = load(sys.stdin.buffer)
        if task == "add":
            builder.add(subject)
        else:
            output.write(dumps(_write(builder, Path(subject)), HIGHEST_PROTOCOL))


def _write(builder: SegmentBuilder, folder: Path) -> list[str] | OSError:
    name = new_segment_name()
    try:
        return [name] if builder.write(folder / name) else []
    except OSError as error:
        return error

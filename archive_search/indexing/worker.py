"""The process that builds segments for another, which starts it by `crew.worker_command`.

It reads pickled messages from its standard input: ("begin", (folder, words)), then ("add", articles) or ("finish",
None). It answers each "finish" with the names of the segments written since the last one, or with the error of the
system that kept one from being written. It ends when its input does, which is when the process that started it ends,
however that comes about.
"""

import sys
from contextlib import suppress
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, UnpicklingError, dumps, load

from archive_search.indexing.crew import SingleHand


def main() -> None:
    """Serve until the process that started this one is gone."""
    with suppress(EOFError, UnpicklingError, BrokenPipeError):
        _serve()


def _serve() -> None:
    # Without a buffer: what could not be sent would be sent again, and complained about, at the end.
    output = open(sys.stdout.fileno(), "wb", buffering=0, closefd=False)  # noqa: SIM115  # not ours to close
    _task, (folder, words) = load(sys.stdin.buffer)
    hand = SingleHand(Path(folder), words=words)
    while True:
        output.write(dumps(_build(hand), HIGHEST_PROTOCOL))


def _build(hand: SingleHand) -> list[str] | OSError:
    """Take articles until segments are wanted, and give their names."""
    fault = None
    while True:
        task, articles = load(sys.stdin.buffer)
        try:
            if task == "finish":
                return fault or hand.finish_segments()
            if fault is None:
                for article in articles:
                    hand.add(article)
        except OSError as error:
            if task == "finish":
                return error
            # Told when segments are wanted; until then there is nobody to tell.
            fault = error

"""The process that recognises names for another, which starts it by `crew.worker_command`.

It reads pickled lists of texts from its standard input, and answers each with the spans of each text, or with the
`ModelError` that kept it from reading. It ends when its input does, which is when the process that started it ends,
however that comes about.
"""

import sys
from contextlib import suppress
from pickle import HIGHEST_PROTOCOL, UnpicklingError, dumps, load

from archive_search.entities.recognition import recognise
from archive_search.entities.spans import RecognisedSpan
from archive_search.errors import ModelError


def main() -> None:
    """Serve until the process that started this one is gone."""
    with suppress(EOFError, UnpicklingError, BrokenPipeError):
        _serve()


def _serve() -> None:
    # Without a buffer: what could not be sent would be sent again, and complained about, at the end.
    output = open(sys.stdout.fileno(), "wb", buffering=0, closefd=False)  # noqa: SIM115  # not ours to close
    while True:
        answer = dumps(_answer(load(sys.stdin.buffer)), HIGHEST_PROTOCOL)
        while answer:
            # A large answer may be taken in parts.
            answer = answer[output.write(answer) :]


def _answer(texts: list[str]) -> list[tuple[RecognisedSpan, ...]] | ModelError:
    try:
        return recognise(texts)
    except ModelError as error:
        return error

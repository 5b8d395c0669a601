"""The process that recognises names for another, which starts it as a `processes.WorkerProcess`.

It answers each list of texts with the spans of each text, or with the `ModelError` that kept it from reading.
"""

from archive_search.entities.recognition import recognise
from archive_search.entities.spans import RecognisedSpan
from archive_search.errors import ModelError
from archive_search.processes import serve


def main() -> None:
    """Serve until the process that started this one is gone."""
    serve(lambda batches: map(_answer, batches))


def _answer(texts: list[str]) -> list[tuple[RecognisedSpan, ...]] | ModelError:
    try:
        return recognise(texts)
    except ModelError as error:
        return error

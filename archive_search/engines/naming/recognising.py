"""Have the model read the paragraphs that it has not read yet; what it saw is committed on the way."""

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from archive_search.engines.naming.report import NamingProgress, NamingReport, Stage
from archive_search.entities.crew import RecognitionCrew
from archive_search.entities.recognition import encode_spans, text_digest
from archive_search.entities.spans import RecognisedSpan
from archive_search.store.articles import fetch_articles
from archive_search.store.connecting import transaction
from archive_search.store.recognitions import add_recognitions, find_recognition

BATCH_CHARACTERS = 30_000
"""Characters of text that the model is given at a time: less than a second of work."""

COMMIT_SECONDS = 5.0
"""Time after which what the model saw is committed: it is the work at risk."""

_ARTICLES = 200

Batch = list[tuple[bytes, str]]
"""Texts with their digests."""


class Recognising:
    """Read the unnamed articles of one archive."""

    def __init__(self, connection: sqlite3.Connection, path: Path, fingerprint: str, report: NamingReport) -> None:
        """Begin.

        Args:
            connection: Writer's connection, outside a transaction.
            path: The archive.
            fingerprint: The model's.
            report: Where to count what was read.
        """
        self._connection = connection
        self._path = path
        self._fingerprint = fingerprint
        self._report = report
        self._read = 0
        self._seen: set[bytes] = set()
        self._sent: deque[Batch] = deque()
        self._found: list[tuple[bytes, bytes]] = []

    def run(
        self, articles: Sequence[int], processes: int, on_progress: Callable[[NamingProgress], None] | None
    ) -> None:
        """Read what was not read yet of some articles.

        Args:
            articles: Their numbers, in order.
            processes: Number of processes that read together.
            on_progress: Called after each batch.

        Raises:
            ModelError: The model is absent or of another version, or a process was lost; what was committed stays.
            StorageError: The disk refuses.
        """
        batches = self._batches(articles)
        first = next(batches, None)
        if first is None:
            return
        total = self._count_characters(articles)
        started = last_commit = time.perf_counter()
        try:
            with RecognitionCrew(processes) as crew:
                for spans in crew.recognise_all(self._texts(first, batches)):
                    self._take(self._sent.popleft(), spans)
                    if on_progress is not None:
                        on_progress(NamingProgress(stage=Stage.RECOGNISING, done=self._read, total=total))
                    if time.perf_counter() - last_commit > COMMIT_SECONDS:
                        self._commit()
                        last_commit = time.perf_counter()
        finally:
            self._commit()
            self._report.recognising_seconds = time.perf_counter() - started

    def _count_characters(self, articles: Sequence[int]) -> int:
        """Add up the lengths of articles; where most are read already, those among them too."""
        (total,) = self._connection.execute(
            "select sum(characters) from articles where number >= ?", (articles[0],)
        ).fetchone()
        return int(total)

    def _texts(self, first: Batch, others: Iterator[Batch]) -> Iterator[list[str]]:
        self._sent.append(first)
        yield [text for _digest, text in first]
        for batch in others:
            self._sent.append(batch)
            yield [text for _digest, text in batch]

    def _batches(self, articles: Sequence[int]) -> Iterator[Batch]:
        batch: Batch = []
        size = 0
        for text in self._unread(articles):
            batch.append(text)
            size += len(text[1])
            if size >= BATCH_CHARACTERS:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def _unread(self, articles: Sequence[int]) -> Iterator[tuple[bytes, str]]:
        """Yield the texts that the model has not read; dispatches that were reprinted come once."""
        numbers = iter(articles)
        while some := list(islice(numbers, _ARTICLES)):
            for article in fetch_articles(self._connection, some):
                for paragraph in article.paragraphs:
                    self._read += len(paragraph.text)
                    digest = text_digest(paragraph.text, self._fingerprint)
                    if digest not in self._seen and find_recognition(self._connection, digest) is None:
                        self._seen.add(digest)
                        yield digest, paragraph.text

    def _take(self, batch: Batch, spans: Sequence[tuple[RecognisedSpan, ...]]) -> None:
        self._found += [(digest, encode_spans(each)) for (digest, _text), each in zip(batch, spans, strict=True)]
        self._report.recognised += len(batch)
        self._report.words += sum(len(text.split()) for _digest, text in batch)

    def _commit(self) -> None:
        if not self._found:
            return
        found, self._found = self._found, []
        with transaction(self._connection, self._path):
            add_recognitions(self._connection, found)
        self._seen.difference_update(digest for digest, _spans in found)

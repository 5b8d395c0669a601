"""The process that builds segments for another, which starts it as a `processes.WorkerProcess`.

It takes ("add", articles) and ("finish", []), and answers each "finish" with the names of the segments written since
the last one. The error of the system that keeps one from being written is its last answer.
"""

from collections.abc import Iterator
from pathlib import Path

from archive_search.indexing.building import IndexedArticle
from archive_search.indexing.crew import SingleHand
from archive_search.processes import serve

Task = tuple[str, list[IndexedArticle]]
"""What is to be done, "add" or "finish", and articles to add."""


def main(folder: str, words: int) -> None:
    """Write segments to a folder, each after so many words, until the process that started this one is gone."""
    hand = SingleHand(Path(folder), words=words)
    serve(lambda tasks: build_segments(hand, tasks))


def build_segments(hand: SingleHand, tasks: Iterator[Task]) -> Iterator[list[str] | OSError]:
    """Take articles, and give the names of their segments each time that these are wanted.

    Args:
        hand: Who builds them.
        tasks: What is to be done, in order.

    Yields:
        For each "finish" the names; instead of them, and last, the error of the system met since the one before.
    """
    try:
        for task, articles in tasks:
            for article in articles:
                hand.add(article)
            if task == "finish":
                yield hand.finish_segments()
    except OSError as error:
        # Told when segments are wanted; until then there is nobody to tell.
        if task == "finish" or any(task == "finish" for task, _articles in tasks):
            yield error

"""Parse HTML of any size and depth without building a tree: a collector is told of each element and text.

>>> from archive_search.sources.html.block_collector import BlockCollector
>>> from archive_search.sources.html.parsing import feed_markup
>>> collector = BlockCollector()
>>> feed_markup("<ul><li>Un<li>Deux</ul>", collector)
>>> [passage.text for passage, _ in collector.passages]
['Un', 'Deux']
"""

from collections.abc import Mapping
from typing import Protocol

CHUNK_CHARACTERS = 1 << 16


class MarkupError(ValueError):
    """Say that a piece of HTML cannot be read: a collector finds it nested too deep, or the parser gave up."""


class Collector(Protocol):
    """Be told of what stands in a text, in order."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""

    def end(self, tag: str) -> None:
        """End an element; every one that began ends."""

    def data(self, text: str) -> None:
        """Take a piece of text."""

    def close(self) -> object:
        """End the text."""


def feed_markup(markup: str, collector: Collector) -> None:
    """Tell a collector what stands in a piece of HTML, read as browsers do.

    Raises:
        MarkupError: The collector refuses the depth, or the parser gives up.
    """
    # Texts are looked at for exports of press databases, and need no parser to be told that they are none.
    from lxml.etree import HTMLParser, LxmlError

    parser = HTMLParser(target=collector, encoding="utf-8")
    try:
        # The parser refuses what holds no element.
        parser.feed(b"<body>")
        # In pieces, so that a text that goes too deep is given up before its end.
        for start in range(0, len(markup), CHUNK_CHARACTERS):
            parser.feed(markup[start : start + CHUNK_CHARACTERS].encode())
        parser.close()
    except LxmlError as error:
        raise MarkupError(str(error)) from error

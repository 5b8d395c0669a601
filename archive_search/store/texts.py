r"""Write the texts of an article as one run of bytes, and read them back.

The bytes are UTF-8: one line of JSON, then all texts without anything between them; as one piece of JSON they would
take twice as long to write. The line tells where the texts part, in characters::

    {"kinds": ["title", "body"], "lengths": [8, 20, 8], "removed": [[2, "partage"]]}

Anybody can read it::

    line, _, texts = data.decode().partition("\n")
    ends = list(itertools.accumulate(json.loads(line)["lengths"], initial=0))
    parts = [texts[start:end] for start, end in itertools.pairwise(ends)]

Paragraphs come first; they are numbered from 1 without gaps, so that their numbers need not be written. Removed
passages follow; for each, ``removed`` has the number of the paragraph before it and the rule.
"""

import json
from itertools import accumulate, pairwise
from typing import Any

from archive_search.records import Article, Kind, Paragraph, RemovedText

_KINDS = {kind.value: kind for kind in Kind}


def encode_texts(article: Article) -> bytes:
    """Write the texts of an article; no two that differ give the same bytes.

    Raises:
        ValueError: Its paragraphs are not numbered from 1 without gaps, or a text has a lone surrogate.
    """
    paragraphs, removed = article.paragraphs, article.removed
    if [paragraph.number for paragraph in paragraphs] != list(range(1, len(paragraphs) + 1)):
        raise ValueError(f"paragraphs of {article.id!r} are not numbered from 1 without gaps")
    texts = [paragraph.text for paragraph in paragraphs]
    texts += [passage.text for passage in removed]
    # Kinds are plain words, and JSON writes lists of numbers as Python does: only rules need an encoder.
    kinds = ", ".join([f'"{paragraph.kind}"' for paragraph in paragraphs])
    rules = json.dumps([(passage.after, passage.rule) for passage in removed]) if removed else "[]"
    line = f'{{"kinds": [{kinds}], "lengths": {list(map(len, texts))}, "removed": {rules}}}\n'
    return "".join([line, *texts]).encode()


def decode_texts(data: bytes) -> tuple[tuple[Paragraph, ...], tuple[RemovedText, ...]]:
    """Read what `encode_texts` wrote.

    Raises:
        ValueError: It is something else.
        TypeError: As above.
    """
    line, _, texts = data.decode().partition("\n")
    try:
        header = json.loads(line)
        kinds, removed = [_KINDS[kind] for kind in header["kinds"]], header["removed"]
        parts = _cut(texts, header["lengths"])
    except (LookupError, RecursionError) as error:
        raise ValueError(line[:80]) from error
    count = len(kinds)
    paragraphs = [
        Paragraph(number=number, kind=kind, text=text)
        for number, kind, text in zip(range(1, count + 1), kinds, parts[:count], strict=True)
    ]
    return tuple(paragraphs), tuple([_removed(*each) for each in zip(removed, parts[count:], strict=True)])


def _cut(texts: str, lengths: list[int]) -> list[str]:
    if sum(lengths) != len(texts) or min(lengths, default=0) < 0:
        raise ValueError(texts[:80])
    return [texts[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]


def _removed(place: list[Any], text: str) -> RemovedText:
    after, rule = place
    if not (isinstance(after, int) and isinstance(rule, str)):
        raise TypeError(place)
    return RemovedText(after=after, rule=rule, text=text)

"""Cut the measuring corpus to other sizes; every engine then reads the same file.

>>> from fractions import Fraction
>>> sized_lines([b'{"id": "a"}\\n', b'{"id": "b"}\\n', b'{"id": "c"}\\n'], Fraction(1, 2))
[b'{"id": "a"}\\n', b'{"id": "c"}\\n']
>>> sized_lines([b'{"id": "a"}\\n'], Fraction(2))
[b'{"id": "a"}\\n', b'{"id": "a-2"}\\n']
"""

import json
import lzma
from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from pathlib import Path


def take_articles(corpus: Path, *, limit: int | None, folder: Path) -> Path:
    """Give a file of the first articles: the corpus itself without a limit, otherwise a copy in a folder."""
    if limit is None:
        return corpus
    with lzma.open(corpus, "rb") as lines:
        return write_lines(list(islice(lines, limit)), folder / f"first-{limit}.jsonl.xz")


def resize_corpus(corpus: Path, *, size: Fraction, folder: Path) -> Path:
    """Write the corpus at another size, below 1 or a whole number, and give the file."""
    with lzma.open(corpus, "rb") as lines:
        resized = sized_lines(list(lines), size)
    return write_lines(resized, folder / f"times-{size.numerator}-{size.denominator}.jsonl.xz")


def sized_lines(lines: Sequence[bytes], size: Fraction) -> list[bytes]:
    """Take every n-th line of the whole file, so that the mixture stays; or all of them n times, with new ids."""
    if size < 1:
        return list(lines[:: round(1 / size)])
    copies = [with_suffix(line, number) for number in range(2, int(size) + 1) for line in lines]
    return [*lines, *copies]


def with_suffix(line: bytes, number: int) -> bytes:
    """Write an article anew under an id of its own."""
    record = json.loads(line)
    record["id"] = f"{record['id']}-{number}"
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def write_lines(lines: Sequence[bytes], path: Path) -> Path:
    """Write a compressed file and give its path."""
    with lzma.open(path, "wb", preset=0) as out:
        out.writelines(lines)
    return path


def count_corpus(corpus: Path) -> tuple[int, int]:
    """Count the articles and the characters of their texts."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        lengths = [len(json.loads(line)["text"]) for line in lines]
    return len(lengths), sum(lengths)

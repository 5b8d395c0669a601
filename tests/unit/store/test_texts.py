"""The bytes in which the texts of an article are kept."""

import json
from dataclasses import replace

import pytest
from engines.articles import make_article

from archive_search.records import RemovedText
from archive_search.store.texts import decode_texts, encode_texts

PASSAGE = RemovedText(after=1, rule="partage", text="À partager")


def test_a_stranger_can_read_the_bytes() -> None:
    article = replace(make_article("a", "L'été\nici.", "Fin."), removed=(PASSAGE,))
    line, _, texts = encode_texts(article).decode().partition("\n")
    assert json.loads(line) == {"kinds": ["body", "body"], "lengths": [10, 4, 10], "removed": [[1, "partage"]]}
    assert texts == "L'été\nici.Fin.À partager"


@pytest.mark.parametrize("numbers", [(2, 1), (1, 3), (0, 1), (1, 1)])
def test_numbers_that_could_not_come_back_are_refused(numbers: tuple[int, int]) -> None:
    article = make_article("a", "Un.", "Deux.")
    pairs = zip(article.paragraphs, numbers, strict=True)
    article = replace(article, paragraphs=tuple(replace(paragraph, number=number) for paragraph, number in pairs))
    with pytest.raises(ValueError, match="numbered"):
        encode_texts(article)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "7",
        "[]",
        "{}",
        "[" * 100_000,
        '{"kinds": 7, "lengths": [3], "removed": []}',
        '{"kinds": ["autre"], "lengths": [3], "removed": []}',
        '{"kinds": [[]], "lengths": [3], "removed": []}',
        '{"kinds": ["body"], "lengths": [4], "removed": []}',
        '{"kinds": ["body"], "lengths": [3.0], "removed": []}',
        '{"kinds": ["body"], "lengths": ["3"], "removed": []}',
        '{"kinds": ["body"], "lengths": [3, 0], "removed": []}',
        '{"kinds": ["body", "body"], "lengths": [3], "removed": []}',
        '{"kinds": ["body", "body"], "lengths": [-1, 4], "removed": []}',
        '{"kinds": ["body"], "lengths": [1, 2], "removed": [[1]]}',
        '{"kinds": ["body"], "lengths": [1, 2], "removed": [["1", "r"]]}',
        '{"kinds": ["body"], "lengths": [1, 2], "removed": [[1, null]]}',
        '{"kinds": ["body"], "lengths": [1, 2], "removed": 7}',
        '{"kinds": ["body"], "lengths": [3], "removed": null}',
    ],
    ids=lambda line: line[:60] or "empty",
)
def test_other_bytes_are_refused(line: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode_texts(f"{line}\nPont"[:-1].encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ValueError, match="utf-8"):
        decode_texts(b"\xff\n")

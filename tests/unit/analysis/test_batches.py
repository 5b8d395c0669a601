"""Batches: what the tokenizer and the rule of sentences give, for many texts at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import PIECES, texts
from analysis.timing import check_linear
from archive_search.analysis import batches, chunk_table
from archive_search.analysis.batches import BatchAnalyzer
from archive_search.analysis.chunk_table import MAX_EXTRA
from archive_search.analysis.sentences import tell_first_words
from archive_search.analysis.tokenizing import tokenize

SEEDS = Path(__file__).parents[3] / "seeds"

HOSTILE = {
    "nothing": "",
    "blanks": " \n\u00a0\t",
    "groups of thousands": "10 000 et 1\u00a0234\u202f567 000.",
    "endless groups of thousands": "1 000 " * 20_000,
    "groups two blanks apart": "10  000",
    "groups over other blanks": "10\t000 10\u2009000 10\n000 10 \u00a0000",
    "groups that are none": "2015. 300 1,5 000 12345 000 10 0000 x10 000",
    "groups and a unit": "10 000km 10 000-tonnes 10 000,5 10 000.5km",
    "groups of other digits": "\u0661\u0660 \u0660\u0660\u0660",
    "groups after a sentence": "Fin. 10 000 partent. 20 000 restent",
    "elision before a blank": "l' armée. L' Armée ! qu' Alep",
    "dotted acronyms": "l'O.N.U. O. N. U. A.B.C",
    "whole words": "Aujourd'hui d'aujourd'hui presqu'île l'O'Brien Trump's l's",
    "letters taken for others": "ſ'armée l'ſ \u212aremlin İl ıl ﬁn CŒUR ex-æquo",
    "word without end": "a" * 100_000,
    "compound without end": "1-a-" * 10_000,
    "long compound with digits": "a-b-1-" * 30,
    "long chunk again": "Rhin-Rhône-Alpes-Méditerranée-Languedoc-Roussillon-Midi-Pyrénées-2 " * 3,
    "chunks that differ at the end": "abcdefghijklmnop abcdefghijklmnopq abcdefghijklmno abcdefgh abcdefghi",
    "null characters": "a a\x00 a\x00\x00 " + "\x00" * 16 + " " + "\x00" * 20,
    "halves of pairs": "\ud800 \ud835\udc00a \U0001d400a",
    "separators of ASCII": "Fin.\x1cOui.\x1fNon\x0b10\x0c000",
    "marks between sentences": 'Fin. » " Paris. — [ Lyon ! ) ( Nice',
}


class Analysis(NamedTuple):
    tokens: list[tuple[str, int, int]]
    words: int
    sentences: list[int]


def analyse_slowly(text: str) -> Analysis:
    told = list(tell_first_words(text, tokenize(text)))
    return Analysis(
        [(token.form, token.position, min(token.last - token.position, MAX_EXTRA)) for token, _is_first in told],
        max((token.last + 1 for token, _is_first in told), default=0),
        [token.position for token, is_first in told if is_first],
    )


def analyse_together(analyzer: BatchAnalyzer, some: Sequence[str]) -> list[Analysis]:
    batch = analyzer.analyse(some)
    forms = [analyzer.forms[number] for number in batch.form]
    tokens = list(zip(forms, batch.position.tolist(), batch.extra.tolist(), strict=True))
    sentences = batch.sentence_position.tolist()
    found = []
    counts = zip(batch.token_count.tolist(), batch.word_count.tolist(), batch.sentence_count.tolist(), strict=True)
    for token_count, words, sentence_count in counts:
        found.append(Analysis(tokens[:token_count], words, sentences[:sentence_count]))
        tokens, sentences = tokens[token_count:], sentences[sentence_count:]
    assert not tokens
    assert not sentences
    return found


def hostile_texts() -> st.SearchStrategy[str]:
    pieces = (*PIECES, "10", "000", " ", " ", "\u2009", "\x1c", "\x85", "\ud800", "A", "ſ", "[", "—", "'s", ".", "æ")
    return st.lists(st.sampled_from(pieces), max_size=25).map("".join) | texts()


@pytest.fixture(scope="module")
def analyzer() -> BatchAnalyzer:
    """One analyzer for all texts, so that it knows many chunks already."""
    return BatchAnalyzer()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_text_has_its_tokens_and_sentences(text: str) -> None:
    assert analyse_together(BatchAnalyzer(), [text]) == [analyse_slowly(text)]


@given(some=st.lists(hostile_texts(), max_size=8))
def test_any_texts_have_their_tokens_and_sentences(analyzer: BatchAnalyzer, some: list[str]) -> None:
    assert analyse_together(analyzer, some) == [analyse_slowly(text) for text in some]


@given(text=st.text(alphabet="10 .,\u00a0\u202fak-", max_size=30))
def test_any_numbers_are_read_over_blanks(analyzer: BatchAnalyzer, text: str) -> None:
    assert analyse_together(analyzer, [text]) == [analyse_slowly(text)]


def test_the_sample_archive_has_its_tokens_and_sentences(analyzer: BatchAnalyzer) -> None:
    some = [path.read_text(encoding="utf-8", errors="surrogateescape") for path in sorted(SEEDS.iterdir())]
    assert analyse_together(analyzer, some) == [analyse_slowly(text) for text in some]


def test_a_text_met_again_has_the_same_analysis(analyzer: BatchAnalyzer) -> None:
    some = list(HOSTILE.values())
    assert analyse_together(analyzer, some) == analyse_together(analyzer, some)


def test_where_slices_are_cut_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SLICE_CHARACTERS", 20)
    some = list(HOSTILE.values())
    assert analyse_together(BatchAnalyzer(), some) == [analyse_slowly(text) for text in some]


def test_forms_keep_their_numbers_when_chunks_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk_table, "MOST_HELD", 2)
    analyzer = BatchAnalyzer()
    before = analyzer.analyse(["la côte est calme"])
    analyzer.analyse(["rien d'autre"])
    assert analyzer.analyse(["la côte est calme"]).form.tolist() == before.form.tolist()


def test_an_interruption_leaves_nothing_wrong_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    analyzer = BatchAnalyzer()
    with monkeypatch.context() as patch:
        patch.setattr(chunk_table, "tokenize", interrupt)
        with pytest.raises(KeyboardInterrupt):
            analyzer.analyse(["Une côte, des S-300 et un port"])
    text = "Un port, une côte, des S-300"
    assert analyse_together(analyzer, [text]) == [analyse_slowly(text)]


def interrupt(text: str) -> None:
    raise KeyboardInterrupt


def test_no_texts_give_empty_arrays() -> None:
    assert [len(column) for column in BatchAnalyzer().analyse([])] == [0] * 7


@pytest.mark.parametrize(
    "unit", ["a", "a-1-", "1 000 ", "10 000\n", "A. ", "l' ", '."', "\u2028", "\x00", " "], ids=ascii
)
def test_hostile_text_is_analysed_in_linear_time(unit: str) -> None:
    check_linear(lambda text: BatchAnalyzer().analyse([text]), unit)

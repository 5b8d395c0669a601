"""A segment holds what the analysis of its texts gives, word by word."""

import datetime
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.sentences import tell_first_words
from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing import building
from archive_search.indexing.building import SegmentBuilder
from archive_search.indexing.dictionary import Words
from archive_search.indexing.documents import Column
from archive_search.indexing.inversion import SENTENCE_TERM
from archive_search.indexing.postings import MAX_EXTRA
from archive_search.indexing.segment_files import SegmentName
from archive_search.indexing.segment_reading import SegmentReader
from archive_search.indexing.zones import iterate_parts
from archive_search.records import Article, Kind, Paragraph
from indexing.segments import build_segment, index_articles, index_texts

PIECES = (
    "pont",
    "Ponts",
    "l'eau",
    "S-300",
    "O.N.U.",
    "10 000",
    "péché.",
    "Pêche !",
    "« Mairie »",
    "—",
    "\n",
    "\x00",
    "\ud800",
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join) | st.text(max_size=20)
PARAGRAPH = st.tuples(st.sampled_from(list(Kind)), TEXT)
NAMES = st.sampled_from([None, "L'Écho de Brévanne", "Phare"])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    texts = draw(st.lists(PARAGRAPH, min_size=1, max_size=4))
    day = draw(st.none() | st.dates(datetime.date(1850, 1, 1)))
    return Article(
        id=draw(st.uuids()).hex,
        paragraphs=tuple(Paragraph(number=rank, kind=kind, text=text) for rank, (kind, text) in enumerate(texts, 1)),
        date=day,
        source=draw(NAMES),
        agency=draw(NAMES),
    )


ARTICLES = st.lists(articles(), min_size=1, max_size=4)


def texts_of(written: list[Article]) -> list[str]:
    return [paragraph.text for article in written for paragraph in article.paragraphs]


def expected_words(texts: list[str]) -> dict[str, list[tuple[int, int, int, str]]]:
    found = defaultdict(list)
    for document, text in enumerate(texts):
        for token in tokenize(text):
            extra = min(token.last - token.position, MAX_EXTRA)
            found[stem_form(token.form)].append((document, token.position, token.position + extra, token.form))
    return {stem: sorted(places) for stem, places in found.items()}


def read_words(segment: SegmentReader) -> dict[str, list[tuple[int, int, int, str]]]:
    first, end, _positions = segment.fields["text"]
    found = {}
    for rank in range(first, end):
        read = segment.postings.read_occurrences(rank)
        spellings = segment.forms.forms_of(rank - first)
        codes = [0] * len(read.document) if read.form is None else read.form.tolist()
        columns = read.document.tolist(), read.position.tolist(), read.last.tolist(), map(spellings.__getitem__, codes)
        found[segment.terms[rank].decode()] = sorted(zip(*columns, strict=True))
    return found


def read_keys(segment: SegmentReader, field: str) -> dict[str, list[int]]:
    first, end, _positions = segment.fields[field]
    return {segment.terms[rank].decode(): segment.postings.read_documents(rank).tolist() for rank in range(first, end)}


def index_of(values: list[str | None]) -> dict[str, list[int]]:
    found = defaultdict(list)
    for document, value in enumerate(values):
        if value:
            found[value].append(document)
    return found


@settings(max_examples=60)
@given(written=ARTICLES)
def test_words_are_found_where_they_stand(tmp_path_factory: pytest.TempPathFactory, written: list[Article]) -> None:
    segment = build_segment(tmp_path_factory.mktemp("segment"), index_articles(written))
    assert read_words(segment) == expected_words(texts_of(written))


@settings(max_examples=40)
@given(written=ARTICLES)
def test_sentences_begin_where_they_do(tmp_path_factory: pytest.TempPathFactory, written: list[Article]) -> None:
    segment = build_segment(tmp_path_factory.mktemp("segment"), index_articles(written))
    expected = [
        (document, token.position)
        for document, text in enumerate(texts_of(written))
        for token, is_first in tell_first_words(text, tokenize(text))
        if is_first
    ]
    read = segment.read_occurrences("sentence", SENTENCE_TERM)
    assert (list(zip(read.document.tolist(), read.position.tolist(), strict=True)) if read else []) == expected


@settings(max_examples=40)
@given(written=ARTICLES)
def test_documents_are_found_by_their_keys(tmp_path_factory: pytest.TempPathFactory, written: list[Article]) -> None:
    segment = build_segment(tmp_path_factory.mktemp("segment"), index_articles(written))
    owners = [article for article in written for _paragraph in article.paragraphs]
    paragraphs = [paragraph for article in written for paragraph in article.paragraphs]
    assert read_keys(segment, "article") == index_of([article.id for article in owners])
    assert read_keys(segment, "date") == index_of([str(article.date or "") for article in owners])
    assert read_keys(segment, "source") == index_of([article.source for article in owners])
    assert read_keys(segment, "agency") == index_of([article.agency for article in owners])
    assert read_keys(segment, "section") == {}
    assert read_keys(segment, "kind") == index_of([paragraph.kind.value for paragraph in paragraphs])
    assert read_keys(segment, "paragraph") == index_of([str(paragraph.number) for paragraph in paragraphs])


def day_number(day: datetime.date | None) -> int:
    return int(day.isoformat().replace("-", "")) if day else 0


def count_words(text: str) -> int:
    return max((token.last + 1 for token in tokenize(text)), default=0)


@settings(max_examples=40)
@given(written=ARTICLES)
def test_columns_hold_what_the_articles_are(tmp_path_factory: pytest.TempPathFactory, written: list[Article]) -> None:
    segment = build_segment(tmp_path_factory.mktemp("segment"), index_articles(written))
    assert Words(segment.documents, "id").list_words() == [article.id.encode() for article in written]
    read = {name: segment.documents.read_all(name).tolist() for name in segment.documents.names()}
    count = len(written)
    assert read[f"article.{Column.NUMBER}"] == read[f"article.{Column.SOURCE}"] == list(range(1, count + 1))
    assert (read[f"article.{Column.AGENCY}"], read[f"article.{Column.SECTION}"]) == ([0] * count, [7] * count)
    assert read[f"article.{Column.DATE}"] == [day_number(article.date) for article in written]
    assert read["article.words"] == [sum(count_words(each.text) for each in article.paragraphs) for article in written]
    assert read["document.words"] == [count_words(text) for text in texts_of(written)]
    assert read["document.article"] == [rank for rank, article in enumerate(written) for _ in article.paragraphs]
    assert read["document.part"] == [
        part for article in written for part in iterate_parts([each.kind for each in article.paragraphs])
    ]


def test_a_segment_tells_its_counts(tmp_path: Path) -> None:
    segment = build_segment(tmp_path, [index_texts(7, "le pont", "la gare"), index_texts(9, "l'eau")])
    assert (segment.document_count, segment.article_count, segment.word_count, segment.first_article) == (3, 2, 5, 7)


def test_texts_analysed_in_batches_give_the_same_segment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(f"Le pont {number}. Il rouvre.", "L'eau") for number in range(20)]
    whole = build_segment(tmp_path, [index_texts(number, *each) for number, each in enumerate(texts)])
    monkeypatch.setattr(building, "ANALYSED_TEXTS", 3)
    cut = build_segment(tmp_path, [index_texts(number, *each) for number, each in enumerate(texts)])
    contents = [[(tmp_path / name).read_bytes() for name in segment.name.files()] for segment in (whole, cut)]
    assert contents[0] == contents[1]


def test_a_segment_does_not_depend_on_those_before(tmp_path: Path) -> None:
    builder = SegmentBuilder()
    builder.add(index_texts(1, "mairie ponts zone aval"))
    builder.write(tmp_path / "first")
    builder.add(index_texts(2, "pont aval"))
    builder.write(tmp_path / "second")
    alone = build_segment(tmp_path, [index_texts(2, "pont aval")])
    for name, other in zip(SegmentName("second").files(), alone.name.files(), strict=True):
        assert (tmp_path / name).read_bytes() == (tmp_path / other).read_bytes()


def test_a_segment_without_any_word_is_built_after_one_with_words(tmp_path: Path) -> None:
    builder = SegmentBuilder()
    for name, text in (("first", "le pont"), ("second", "* * *")):
        builder.add(index_texts(1, text))
        assert builder.write(tmp_path / name)
    segment = SegmentReader(tmp_path, SegmentName("second"))
    assert (segment.document_count, segment.word_count, read_words(segment)) == (1, 0, {})


def test_what_was_dropped_is_not_written(tmp_path: Path) -> None:
    builder = SegmentBuilder()
    builder.add(index_texts(1, "pont"))
    builder.drop()
    assert not builder.write(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_family_of_more_spellings_than_two_bytes_count_is_indexed(tmp_path: Path) -> None:
    # Accents on seven letters: somebody may send a text that is made to have them all.
    spellings = [
        "".join("aàâäáãåæ"[(number >> shift) & 7] for shift in range(0, 18, 3)) + "bb" for number in range(1 << 18)
    ]
    family = [form for form in spellings if "æ" not in form][:65_537]
    segment = build_segment(tmp_path, [index_texts(1, " ".join(family))])
    (stem,) = {stem_form(form) for form in (family[0], family[-1])}
    read = segment.read_occurrences("text", stem.encode())
    assert read is not None
    assert read.form is not None
    forms = segment.forms.forms_of(segment.find_term("text", stem.encode()) - segment.fields["text"][0])
    assert [forms[code] for code in read.form.tolist()] == family

"""What the index gives back for each stem is what is in the paragraphs that live, however they came in."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from engines.articles import make_article
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing import postings
from archive_search.indexing.building import index_article
from archive_search.indexing.crew import SingleHand
from archive_search.indexing.documents import Column
from archive_search.indexing.names_file import FieldNames
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.sealing import Seal
from archive_search.indexing.segment_files import find_names, names_name, new_segment_name
from archive_search.indexing.writing import IndexWriter
from archive_search.records import Article
from indexing.named import NamePlace, make_names

WORDS = ("pont", "ponts", "mairie", "gare", "gares", "S-300", "l'eau", "d'Essigny", "pêche", "péché", "rouvre", "19e")
PARAGRAPH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
ARTICLE = st.lists(PARAGRAPH, min_size=1, max_size=3)
BATCH = st.lists(ARTICLE, max_size=3)


class Place(NamedTuple):
    """Hold one occurrence: article, paragraph, first and last position, exact form."""

    article: int
    paragraph: int
    first: int
    last: int
    form: str


class History:
    """Write an index commit by commit, and remember by plain means what must be in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.crew = SingleHand(path)
        self.living: dict[int, Article] = {}
        self._generation = 0
        self._seals: list[Seal] = []
        self._next = 1

    def commit(self, batch: Iterable[list[str]] = (), removed: Iterable[int] = (), *, merging: bool = True) -> None:
        self._write(batch, removed, None, merging=merging)

    def name(self, fields: Mapping[str, FieldNames], batch: Iterable[list[str]] = ()) -> None:
        """Commit names, and perhaps articles with them."""
        self._write(batch, (), fields, merging=False)

    def _write(
        self,
        batch: Iterable[list[str]],
        removed: Iterable[int],
        fields: Mapping[str, FieldNames] | None,
        *,
        merging: bool,
    ) -> None:
        writer = IndexWriter(self.path, self._seals, generation=self._generation, crew=self.crew)
        for texts in batch:
            article = make_article(str(self._next), *texts)
            writer.add_article(index_article(self._next, article, (self._next % 5, 0, 0)))
            self.living[self._next] = article
            self._next += 1
        writer.delete_articles(removed)
        for number in removed:
            self.living.pop(number, None)
        if fields is not None:
            writer.set_names(fields)
        self._generation, self._seals = writer.prepare(merging=merging)
        writer.clean(seal.name for seal in self._seals)

    @property
    def names(self) -> str | None:
        """Name of the names file of the last commit."""
        return find_names(seal.name for seal in self._seals)

    def open(self) -> IndexReader:
        return IndexReader(self.path, (seal.name for seal in self._seals))

    def expected(self) -> dict[str, list[Place]]:
        found = defaultdict(list)
        for number, article in self.living.items():
            for paragraph in article.paragraphs:
                for token in tokenize(paragraph.text):
                    place = Place(number, paragraph.number, token.position, token.last, token.form)
                    found[stem_form(token.form)].append(place)
        return found


def read_places(reader: IndexReader, stem: str) -> list[Place]:
    numbers, articles = reader.column(Column.NUMBER), reader.article_of
    found = reader.read_term(stem)
    codes = [0] * len(found.document) if found.form is None else found.form.tolist()
    return [
        Place(
            int(numbers[articles[document]]),
            document - int(reader.first_document[articles[document]]) + 1,
            first,
            last,
            found.forms[code],
        )
        for document, first, last, code in zip(*(array.tolist() for array in found[:3]), codes, strict=True)
    ]


def check(history: History) -> None:
    reader = history.open()
    expected = history.expected()
    for stem in {stem_form(token.form) for word in WORDS for token in tokenize(word)} | {"absent"}:
        assert sorted(read_places(reader, stem)) == sorted(expected[stem]), stem
    check_columns(history, reader)
    check_vocabulary(history, reader)
    reader.close()


def check_columns(history: History, reader: IndexReader) -> None:
    alive = reader.alive
    numbers = reader.column(Column.NUMBER)
    assert sorted(numbers[alive].tolist()) == sorted(history.living)
    counts = dict(zip(numbers.tolist(), (reader.first_document[1:] - reader.first_document[:-1]).tolist(), strict=True))
    assert all(counts[number] == len(article.paragraphs) for number, article in history.living.items())
    paragraphs = [each for article in history.living.values() for each in article.paragraphs]
    assert reader.word_count == sum(token.last + 1 for each in paragraphs for token in list(tokenize(each.text))[-1:])
    assert (reader.column(Column.SOURCE) == numbers % 5).all()


def check_vocabulary(history: History, reader: IndexReader) -> None:
    """Every form that lives is known; one that is known and does not live stood in a deleted article."""
    known = {row.form for row in reader.vocabulary.matching("*", limit=10**6)}
    living = {place.form for places in history.expected().values() for place in places}
    assert living <= known
    assert known == living or not reader.alive.all()


@settings(max_examples=25)
@given(st.lists(BATCH, min_size=1, max_size=4), st.data())
def test_the_index_holds_what_the_paragraphs_hold(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[list[str]]], data: st.DataObject
) -> None:
    history = History(tmp_path_factory.mktemp("index"))
    for batch in batches:
        numbers = sorted(history.living)
        removed = data.draw(st.sets(st.sampled_from(numbers))) if numbers else ()
        history.commit(batch, removed)
        check(history)


@pytest.mark.parametrize("commits", [1, 2, 7, 30])
def test_merging_many_segments_changes_nothing(tmp_path: Path, commits: int) -> None:
    history = History(tmp_path)
    draw = random.Random(commits)
    for number in range(commits):
        texts = [" ".join(draw.choices(WORDS, k=5)) for _ in range(3)]
        removed = draw.sample(sorted(history.living), k=len(history.living) // 4)
        history.commit([texts[:1], texts[1:]], removed, merging=number == commits - 1)
    check(history)
    reader = history.open()
    assert len(reader.segments) == 1
    reader.close()


def test_writing_and_merging_run_by_run_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "RUN_ENTRIES", 3)
    history = History(tmp_path)
    for number in range(6):
        history.commit(
            [["pont gare S-300 gares", "pont ponts"], ["mairie pont 19e"]], [number], merging=number % 3 == 2
        )
        check(history)


def test_words_far_into_a_paragraph_are_found(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["eau " * 300 + "pont S-300 " + "mairie " * 70_000 + "gare"], ["pont"]])
    history.commit([["gare " * 257 + "ponts S300"]])
    check(history)


def test_a_stem_of_very_many_forms_keeps_them_apart(tmp_path: Path) -> None:
    forms = [f"{prefix}pont{suffix}" for prefix in ("", "l'") for suffix in ("", "s", "é")]
    history = History(tmp_path)
    history.commit([[" ".join(forms)], ["ponts pont"]])
    history.commit([["pont"]])
    check(history)


def test_removing_everything_leaves_an_empty_index(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["pont"], ["gare"]])
    history.commit(removed=[1, 2])
    reader = history.open()
    assert (reader.document_count, len(reader.segments), len(reader.read_term("pont").document)) == (0, 0, 0)
    reader.close()
    history.commit([["gare"]])
    check(history)


def test_the_paragraphs_of_an_article_stay_side_by_side(tmp_path: Path) -> None:
    history = History(tmp_path)
    for _ in range(9):
        history.commit([["pont", "gare", "eau"], ["mairie", "pont"]])
    reader = history.open()
    numbers = reader.article_of.tolist()
    changes = sum(before != after for before, after in pairwise(numbers))
    assert changes + 1 == len(set(numbers))
    reader.close()


def test_segments_have_their_own_names_even_when_chance_is_fixed() -> None:
    names = set()
    for _ in range(3):
        random.seed(1)
        names.add(new_segment_name())
    assert len(names) == 3


def test_sentences_begin_where_they_do(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["Le pont rouvre. La gare ferme.", "Une mairie."]])
    reader = history.open()
    found = reader.read_sentence_starts()
    assert list(zip(found.document.tolist(), found.position.tolist(), strict=True)) == [(0, 0), (0, 3), (1, 0)]
    reader.close()


def test_what_is_read_again_is_the_same(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["pont gare"]])
    reader = history.open()
    assert reader.read_term("pont") is reader.read_term("pont")
    reader.close()


def name_words(history: History) -> dict[str, list[NamePlace]]:
    """Take each word of what lives for the name of a place."""
    places = defaultdict(list)
    for stem, found in history.expected().items():
        for place in found:
            entry = NamePlace(place.article, place.paragraph, place.first, place.last - place.first)
            places[f"place:{stem}"].append(entry)
    return places


def read_name_places(reader: IndexReader, entity_id: str) -> list[NamePlace]:
    numbers, articles = reader.column(Column.NUMBER), reader.article_of
    found = reader.read_name("place", entity_id)
    return [
        NamePlace(
            int(numbers[articles[document]]),
            document - int(reader.first_document[articles[document]]) + 1,
            first,
            last - first,
        )
        for document, first, last in zip(*(array.tolist() for array in found[:3]), strict=True)
    ]


def check_names(history: History, named: Mapping[str, list[NamePlace]]) -> None:
    """Compare the names with those that were set, without the articles that are gone since."""
    reader = history.open()
    ids, entity, article = reader.name_pairs("place")
    numbers = reader.column(Column.NUMBER)
    pairs = [(ids[rank], int(numbers[place])) for rank, place in zip(entity.tolist(), article.tolist(), strict=True)]
    expected = {name: [place for place in each if place.article in history.living] for name, each in named.items()}
    for name, places in expected.items():
        assert sorted(read_name_places(reader, name)) == sorted(set(places)), name
    assert sorted(pairs) == sorted({(name, place.article) for name, each in expected.items() for place in each})
    reader.close()


@settings(max_examples=25)
@given(st.lists(BATCH, min_size=1, max_size=4), st.data())
def test_names_stay_true_while_articles_come_and_go(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[list[str]]], data: st.DataObject
) -> None:
    history = History(tmp_path_factory.mktemp("index"))
    named: Mapping[str, list[NamePlace]] = {}
    for batch in batches:
        numbers = sorted(history.living)
        removed = data.draw(st.sets(st.sampled_from(numbers))) if numbers else ()
        history.commit(batch, removed, merging=data.draw(st.booleans()))
        if data.draw(st.booleans()):
            named = name_words(history)
            history.name({"place": make_names(named)})
        check_names(history, named)


PONT = {"place": make_names({"place:pont": [NamePlace(1, 1, 0)]})}


def test_a_commit_may_change_names_alone(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["pont"]])
    history.name(PONT)
    assert history.names == names_name(2)
    check_names(history, {"place:pont": [NamePlace(1, 1, 0)]})
    check(history)


def test_names_may_come_with_their_articles(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.name(PONT, [["pont"]])
    check_names(history, {"place:pont": [NamePlace(1, 1, 0)]})


def test_a_commit_without_names_keeps_the_file_that_is_there(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.name(PONT, [["pont"]])
    before = (tmp_path / names_name(1)).read_bytes()
    history.commit([["gare"]])
    assert history.names == names_name(1)
    assert (tmp_path / names_name(1)).read_bytes() == before
    check_names(history, {"place:pont": [NamePlace(1, 1, 0)]})


def test_new_names_take_the_place_of_the_old_and_their_file_goes(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.name(PONT, [["pont gare"]])
    history.name({"place": make_names({"place:gare": [NamePlace(1, 1, 1)]})})
    assert [path.name for path in tmp_path.glob("*.names")] == [names_name(2)]
    check_names(history, {"place:pont": [], "place:gare": [NamePlace(1, 1, 1)]})


@pytest.mark.parametrize("fields", [{}, {"place": make_names({})}], ids=["no field", "an empty field"])
def test_names_that_are_set_to_nothing_leave_no_file(tmp_path: Path, fields: Mapping[str, FieldNames]) -> None:
    history = History(tmp_path)
    history.name(PONT, [["pont"]])
    history.name(fields)
    assert history.names is None
    assert list(tmp_path.glob("*.names")) == []
    check_names(history, {"place:pont": []})

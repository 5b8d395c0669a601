"""What is marked of an article: the words that made it match, and no others."""

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    Field,
    FirstWords,
    Fuzzy,
    InZone,
    Length,
    Matching,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Pattern,
    Phrase,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from archive_search.records import Span
from archive_search.search.marking import ArticleMarks, Place, find_words, mark_articles, merge_spans
from archive_search.search.page_corpus import MARKED_CHARACTERS
from search.samples import Opened, article, evaluator_over, marked_texts, opened

ARTICLE = article(
    "all",
    "Une base aérienne avancée surgit, mais la base manque d'eau. L'armée attend.",
    "Le vice-président et les S-300 : l’armée, la flotte aérienne.",
    title="La base navale",
)
BASE, AIR, ARMY = (Word(text=text) for text in ("base", "aérienne", "armée"))
FLEET, LACKS, ABSENT = (Word(text=text) for text in ("flotte", "manque", "absent"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(tmp_path_factory.mktemp("marking") / "archive", [ARTICLE]) as parts:
        yield parts


MARKS: dict[str, tuple[Node, dict[int, list[str]]]] = {
    "word": (BASE, {1: ["base"], 2: ["base", "base"]}),
    "words side by side": (
        And(children=(BASE, AIR)),
        {1: ["base"], 2: ["base aérienne", "base"], 3: ["aérienne"]},
    ),
    "phrase without its stray words": (Phrase(words=("base", "aérienne")), {2: ["base aérienne"]}),
    "elided article left out": (ARMY, {2: ["armée"], 3: ["armée"]}),
    "compound": (Word(text="vice-président"), {3: ["vice-président"]}),
    "words on both sides of a hyphen": (
        And(children=(Word(text="vice"), Word(text="président"))),
        {3: ["vice-président"]},
    ),
    "joined form": (Word(text="S300"), {3: ["S-300"]}),
    "truncation": (Pattern(text="aér*"), {2: ["aérienne"], 3: ["aérienne"]}),
    "tolerant spelling": (Fuzzy(text="flote", distance=1), {3: ["flotte"]}),
    "word too far from its neighbour": (
        Near(left=BASE, right=Word(text="manque"), distance=2, ordered=True),
        {2: ["base manque"]},
    ),
    "both orders": (
        Near(left=Word(text="manque"), right=BASE, distance=1, ordered=False),
        {2: ["base manque"]},
    ),
    "paragraph found": (SameParagraph(children=(AIR, ARMY)), {2: ["aérienne", "armée"], 3: ["armée", "aérienne"]}),
    "sentence found": (SameSentence(children=(BASE, AIR)), {2: ["base aérienne", "base"]}),
    "excluded word": (Without(keep=ARMY, drop=Word(text="marine")), {2: ["armée"], 3: ["armée"]}),
    "branch that does not hold": (
        Or(children=(AIR, And(children=(BASE, Word(text="absent"))))),
        {2: ["aérienne"], 3: ["aérienne"]},
    ),
    "zone": (InZone(zone=Zone.TITLE, child=BASE), {1: ["base"]}),
    "proximity in a zone": (
        InZone(zone=Zone.TITLE, child=Near(left=BASE, right=Word(text="navale"), distance=1, ordered=True)),
        {1: ["base navale"]},
    ),
    "filter": (Matching(field=Field.SOURCE, value="gazette"), {}),
    "group beside a proximity": (
        Near(left=Or(children=(BASE, Word(text="flotte"))), right=AIR, distance=1, ordered=True),
        {2: ["base aérienne"], 3: ["flotte aérienne"]},
    ),
    "words often enough": (AtLeast(count=3, child=BASE), {1: ["base"], 2: ["base", "base"]}),
    "words too seldom": (Or(children=(FLEET, AtLeast(count=4, child=BASE))), {3: ["flotte"]}),
    "words often enough in the paragraph": (
        SameParagraph(children=(AtLeast(count=2, child=BASE), ARMY)),
        {2: ["base", "base", "armée"]},
    ),
    "paragraphs often enough": (
        AtLeast(count=2, child=ParagraphWithout(keep=Or(children=(BASE, ARMY)), drop=LACKS)),
        {1: ["base"], 3: ["armée"]},
    ),
    "child of a list that does not hold": (
        Among(count=2, children=(BASE, FLEET, And(children=(ARMY, ABSENT)))),
        {1: ["base"], 2: ["base", "base"], 3: ["flotte"]},
    ),
    "list that does not hold in the paragraph": (
        SameParagraph(children=(Among(count=2, children=(BASE, AIR, LACKS)), ARMY)),
        {2: ["base aérienne", "base manque", "armée"]},
    ),
    "paragraphs without a word": (ParagraphWithout(keep=ARMY, drop=BASE), {3: ["armée"]}),
    "sentences without a word": (
        SentenceWithout(keep=Or(children=(BASE, ARMY)), drop=LACKS),
        {1: ["base"], 2: ["armée"], 3: ["armée"]},
    ),
    "words with nothing near": (NotNear(keep=AIR, drop=FLEET, distance=1, ordered=False), {2: ["aérienne"]}),
    "proximities with nothing near": (
        NotNear(
            keep=Near(left=BASE, right=Or(children=(AIR, LACKS)), distance=1, ordered=True),
            drop=Word(text="avancée"),
            distance=1,
            ordered=True,
        ),
        {2: ["base manque"]},
    ),
    "first words": (FirstWords(count=5, child=BASE), {1: ["base"], 2: ["base"]}),
    "phrase that runs over the first words": (
        Or(children=(FLEET, FirstWords(count=5, child=Phrase(words=("base", "aérienne"))))),
        {3: ["flotte"]},
    ),
    "length": (And(children=(FLEET, Length(least=2, most=None))), {3: ["flotte"]}),
    "first words near a word": (
        Near(left=FirstWords(count=5, child=BASE), right=Or(children=(AIR, LACKS)), distance=1, ordered=True),
        {2: ["base aérienne"]},
    ),
    "words with nothing near, near a word": (
        Near(
            left=NotNear(keep=BASE, drop=LACKS, distance=1, ordered=True),
            right=Or(children=(AIR, Word(text="navale"))),
            distance=9,
            ordered=False,
        ),
        {1: ["base navale"], 2: ["base aérienne"]},
    ),
    "words often enough near a word": (
        Near(left=AtLeast(count=2, child=BASE), right=Word(text="la"), distance=1, ordered=False),
        {2: ["la base"]},
    ),
    "list near a word": (
        Near(left=Among(count=2, children=(BASE, ARMY, LACKS)), right=AIR, distance=9, ordered=True),
        {2: ["base aérienne"]},
    ),
    "paragraphs without a word, near a word": (
        Near(left=ParagraphWithout(keep=AIR, drop=BASE), right=ARMY, distance=9, ordered=False),
        {3: ["armée", "aérienne"]},
    ),
}


@pytest.mark.parametrize(("tree", "marks"), MARKS.values(), ids=list(MARKS))
def test_these_words_are_marked(archive: Opened, tree: Node, marks: dict[int, list[str]]) -> None:
    assert marked_texts([ARTICLE], archive.resolve(tree)) == [marks]


def test_each_paragraph_tells_which_words_of_the_query_it_has(archive: Opened) -> None:
    resolution = archive.resolve(And(children=(BASE, AIR)))
    (marks,) = mark_articles([ARTICLE], resolution.tree, resolution.terms)
    assert {number: marks.leaves_of(number) for number in marks.paragraphs} == {1: {BASE}, 2: {BASE, AIR}, 3: {AIR}}


def test_a_paragraph_without_marks_matches_no_word(archive: Opened) -> None:
    resolution = archive.resolve(AIR)
    (marks,) = mark_articles([ARTICLE], resolution.tree, resolution.terms)
    assert (marks.leaves_of(1), marks.cut_spans(ARTICLE.paragraphs[0])) == (frozenset(), ())


def test_only_a_title_has_title_marks(archive: Opened) -> None:
    untitled = article("untitled", "La base.")
    resolution = archive.resolve(BASE)
    titled_marks, untitled_marks = mark_articles([ARTICLE, untitled], resolution.tree, resolution.terms)
    assert titled_marks.cut_title_spans(ARTICLE) == ((3, 7),)
    assert untitled_marks.cut_title_spans(untitled) == ()


def test_places_that_the_text_does_not_have_are_not_marked() -> None:
    marks = ArticleMarks({1: [Place(BASE, 1, 1), Place(BASE, 1, 9), Place(BASE, 9, 9)]})
    assert marks.cut_spans(ARTICLE.paragraphs[0]) == ((3, 7),)


def test_what_stands_too_far_into_a_paragraph_is_not_marked(archive: Opened) -> None:
    far = article("far", f"base {'.' * MARKED_CHARACTERS} base")
    assert marked_texts([far], archive.resolve(BASE)) == [{1: ["base"]}]


def test_words_too_far_into_a_paragraph_still_count_as_first_words(archive: Opened) -> None:
    far = article("far", f"base {'.' * MARKED_CHARACTERS} pont pont", "base")
    assert marked_texts([far], archive.resolve(FirstWords(count=3, child=BASE))) == [{1: ["base"]}]


def test_marks_of_several_articles_come_in_their_order(archive: Opened) -> None:
    others = [article("none", "Rien."), ARTICLE, article("one", "Armée.")]
    assert [list(marks) for marks in marked_texts(others, archive.resolve(ARMY))] == [[], [2, 3], [1]]


def test_no_articles_have_no_marks(archive: Opened) -> None:
    assert marked_texts([], archive.resolve(ARMY)) == []


UNSATISFIED: dict[str, tuple[Node, dict[int, list[str]]]] = {
    "one of two words": (And(children=(FLEET, ABSENT)), {3: ["flotte"]}),
    "words not near enough": (Near(left=FLEET, right=LACKS, distance=1, ordered=True), {2: ["manque"], 3: ["flotte"]}),
    "words of other paragraphs": (SameParagraph(children=(FLEET, LACKS)), {2: ["manque"], 3: ["flotte"]}),
    "excluded word left out": (Without(keep=FLEET, drop=BASE), {3: ["flotte"]}),
    "phrase without its stray words": (
        And(children=(Phrase(words=("base", "aérienne")), ABSENT)),
        {2: ["base aérienne"]},
    ),
    "words too seldom": (AtLeast(count=9, child=FLEET), {3: ["flotte"]}),
    "zone": (And(children=(InZone(zone=Zone.TITLE, child=BASE), ABSENT)), {1: ["base"]}),
    "filter": (And(children=(FLEET, Matching(field=Field.SOURCE, value="gazette"))), {3: ["flotte"]}),
    "nothing": (And(children=(ABSENT, Word(text="nulle"))), {}),
}


@pytest.mark.parametrize(("tree", "marks"), UNSATISFIED.values(), ids=list(UNSATISFIED))
def test_words_are_marked_in_an_article_that_does_not_satisfy_the_query(
    archive: Opened, tree: Node, marks: dict[int, list[str]]
) -> None:
    resolution = archive.resolve(tree)
    evaluator = evaluator_over([ARTICLE], resolution)
    assert not len(evaluator.units(resolution.tree))
    (found,) = find_words(evaluator, resolution.tree, np.arange(1)).values()
    texts = {each.number: each for each in ARTICLE.paragraphs}
    assert {
        number: [texts[number].text[start:end] for start, end in found.cut_spans(texts[number])]
        for number in found.paragraphs
    } == marks


MERGED = {
    "apart": ([(0, 2), (5, 7)], "ab, cd ef", [(0, 2), (5, 7)]),
    "blank between": ([(0, 2), (3, 5)], "ab cd ef", [(0, 5)]),
    "hyphen between": ([(0, 2), (3, 5)], "ab-cd ef", [(0, 5)]),
    "comma between": ([(0, 2), (4, 6)], "ab, cd ef", [(0, 2), (4, 6)]),
    "overlapping": ([(2, 6), (0, 4)], "abcdefgh", [(0, 6)]),
    "inside": ([(0, 6), (2, 4)], "abcdefgh", [(0, 6)]),
}


@pytest.mark.parametrize(("spans", "text", "merged"), MERGED.values(), ids=list(MERGED))
def test_spans_merge_over_blanks_and_hyphens(
    spans: list[tuple[int, int]], text: str, merged: list[tuple[int, int]]
) -> None:
    assert list(merge_spans([Span(*span) for span in spans], text)) == merged


spans_of_ten = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 10)).filter(lambda pair: pair[0] < pair[1]))


@given(text=st.text("ab ,-", min_size=10, max_size=10), spans=spans_of_ten)
def test_merged_spans_are_apart_and_cover_the_given_ones(text: str, spans: list[tuple[int, int]]) -> None:
    merged = merge_spans([Span(*span) for span in spans], text)
    assert all(before.end < after.start for before, after in itertools.pairwise(merged))
    covered = {place for start, end in merged for place in range(start, end)}
    given_places = {place for start, end in spans for place in range(start, end)}
    assert given_places <= covered
    assert not "".join(text[place] for place in covered - given_places).strip(" -")

"""In which articles, paragraphs and sentences a tree holds; the laws hold the rest (tests/laws)."""

from collections.abc import Iterator
from datetime import date

import pytest

from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    Field,
    FirstWords,
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
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from archive_search.search.evaluation import Evaluator, Level
from archive_search.search.occurrences import positions_of
from search.samples import Opened, article, evaluator_over, opened

ARTICLES = [
    article("a", "Le préfet parle. Les dockers chantent.", "La grève dure.", title="Le port", source="La Gazette"),
    article("b", "Le préfet écoute les dockers.", title="La grève", lead="Le port ferme.", date=date(2015, 9, 18)),
    article("c", "— !", title="…"),
    article("d", "Port, préfet, port. Préfet, préfet."),
]
PREFECT, DOCKERS, STRIKE, PORT = (Word(text=text) for text in ("préfet", "dockers", "grève", "port"))
PORTS = Pattern(text="por*")
UNKNOWN = Word(text="inconnu")
NOT_BEFORE_PORT = NotNear(keep=PREFECT, drop=PORT, distance=1, ordered=True)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(tmp_path_factory.mktemp("evaluation") / "archive", ARTICLES) as parts:
        yield parts


UNITS = {
    "word": (PREFECT, [0, 1, 3], [1, 5, 8], 4),
    "both in the article": (And(children=(STRIKE, DOCKERS)), [0, 1], [], 0),
    "both in the paragraph": (And(children=(PREFECT, DOCKERS)), [0, 1], [1, 5], 1),
    "either": (Or(children=(STRIKE, PORT)), [0, 1, 3], [0, 2, 3, 4, 8], 5),
    "one without the other": (Without(keep=PREFECT, drop=STRIKE), [3], [1, 5, 8], 4),
    "in one paragraph": (SameParagraph(children=(PREFECT, DOCKERS)), [0, 1], [1, 5], 3),
    "in one sentence": (SameSentence(children=(PREFECT, DOCKERS)), [1], [5], 1),
    "near": (Near(left=PREFECT, right=DOCKERS, distance=3, ordered=True), [0, 1], [1, 5], 1),
    "near in either order": (Near(left=DOCKERS, right=PREFECT, distance=3, ordered=False), [0, 1], [1, 5], 1),
    "side by side": (Near(left=PREFECT, right=DOCKERS, distance=1, ordered=True), [], [], 0),
    "phrase, once over the end of a sentence": (Phrase(words=("port", "préfet")), [3], [8], 1),
    "zone": (InZone(zone=Zone.TITLE, child=PORT), [0], [0], 1),
    "two zones at once": (InZone(zone=Zone.TEXT, child=InZone(zone=Zone.LEAD, child=PORT)), [1], [4], 1),
    "two zones apart": (InZone(zone=Zone.TITLE, child=InZone(zone=Zone.LEAD, child=PORT)), [], [], 0),
    "property": (Matching(field=Field.SOURCE, value="gazette"), [0], [0, 1, 2], 4),
    "day": (Published(first=date(2015, 9, 18), last=None), [1], [3, 4, 5], 3),
    "often enough": (AtLeast(count=2, child=PREFECT), [3], [8], 1),
    "often enough, counted together": (
        AtLeast(count=3, child=Or(children=(PREFECT, STRIKE, DOCKERS))),
        [0, 1, 3],
        [8],
        0,
    ),
    "one place counted once": (AtLeast(count=3, child=Or(children=(PORT, PORTS))), [], [], 0),
    "often enough in a zone": (InZone(zone=Zone.TITLE, child=AtLeast(count=2, child=PORT)), [], [], 0),
    "paragraphs often enough": (
        AtLeast(count=2, child=ParagraphWithout(keep=Or(children=(PORT, STRIKE)), drop=PREFECT)),
        [0, 1],
        [],
        0,
    ),
    "sentences often enough": (AtLeast(count=2, child=SentenceWithout(keep=PREFECT, drop=DOCKERS)), [3], [8], 0),
    "most of a list": (Among(count=2, children=(PREFECT, STRIKE, PORT)), [0, 1, 3], [8], 1),
    "most of a list with a filter": (
        Among(count=2, children=(PREFECT, DOCKERS, Matching(field=Field.SOURCE, value="gazette"))),
        [0, 1],
        [1, 5],
        3,
    ),
    "paragraph without": (ParagraphWithout(keep=PREFECT, drop=DOCKERS), [3], [8], 2),
    "sentence without": (SentenceWithout(keep=PREFECT, drop=DOCKERS), [0, 3], [1, 8], 3),
    "not before": (NotNear(keep=PREFECT, drop=DOCKERS, distance=3, ordered=True), [3], [8], 2),
    "too far to matter": (
        NotNear(keep=PREFECT, drop=DOCKERS, distance=2, ordered=True),
        [0, 1, 3],
        [1, 5, 8],
        4,
    ),
    "before is not after": (NotNear(keep=DOCKERS, drop=PREFECT, distance=3, ordered=True), [0, 1], [1, 5], 2),
    "neither before nor after": (NotNear(keep=DOCKERS, drop=PREFECT, distance=3, ordered=False), [], [], 0),
    "nothing to be near": (
        NotNear(keep=DOCKERS, drop=Word(text="inconnu"), distance=3, ordered=False),
        [0, 1],
        [1, 5],
        2,
    ),
    "first words, over paragraphs": (FirstWords(count=3, child=PORT), [0, 3], [0, 8], 2),
    "one word more": (FirstWords(count=4, child=PORT), [0, 1, 3], [0, 4, 8], 3),
    "phrase whole in the first words": (FirstWords(count=2, child=Phrase(words=("port", "préfet"))), [3], [8], 1),
    "phrase that runs over them": (FirstWords(count=1, child=Phrase(words=("port", "préfet"))), [], [], 0),
    "kept from what follows": (NOT_BEFORE_PORT, [0, 1, 3], [1, 5, 8], 3),
    "what follows beyond the first words": (FirstWords(count=2, child=NOT_BEFORE_PORT), [3], [8], 1),
    "shortest length": (Length(least=10, most=None), [0, 1], [0, 1, 2, 3, 4, 5], 7),
    "longest length": (Length(least=None, most=5), [2, 3], [6, 7, 8], 2),
    "lengths between": (Length(least=5, most=10), [1, 3], [3, 4, 5, 8], 5),
    "no such word": (UNKNOWN, [], [], 0),
    "no such form": (ExactForm(text="prefet"), [], [], 0),
}


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name.lower())
@pytest.mark.parametrize(("tree", "articles", "paragraphs", "sentences"), UNITS.values(), ids=list(UNITS))
def test_a_tree_holds_in_these_units(
    index: Opened, tree: Node, articles: list[int], paragraphs: list[int], sentences: int, level: Level
) -> None:
    resolution = index.resolve(tree)
    found = Evaluator(index.corpus, resolution.terms).units(resolution.tree, level).tolist()
    expected = {Level.ARTICLE: articles, Level.PARAGRAPH: paragraphs}
    if level is Level.SENTENCE:
        assert len(found) == sentences
    else:
        assert found == expected[level]


def test_a_wider_unit_selects_the_smaller_ones_inside_it(index: Opened) -> None:
    resolution = index.resolve(SameSentence(children=(PREFECT, SameParagraph(children=(PREFECT, DOCKERS)))))
    found = Evaluator(index.corpus, resolution.terms).units(resolution.tree)
    assert found.tolist() == [0, 1]


def test_exclusion_inside_proximity_is_within_the_paragraph(index: Opened) -> None:
    near = Near(left=Without(keep=PREFECT, drop=STRIKE), right=DOCKERS, distance=3, ordered=True)
    resolution = index.resolve(near)
    assert Evaluator(index.corpus, resolution.terms).units(near).tolist() == [0, 1]


COUNTED_NEAR = {
    "too seldom in the paragraph": (AtLeast(count=2, child=PREFECT), Word(text="écoute"), []),
    "often enough in the paragraph": (AtLeast(count=2, child=PREFECT), PORT, [3]),
    "too few in the paragraph": (Among(count=2, children=(PREFECT, STRIKE, PORT)), Word(text="écoute"), []),
    "enough in the paragraph": (Among(count=2, children=(PREFECT, DOCKERS, PORT)), Word(text="écoute"), [1]),
    "excluded by the paragraph": (ParagraphWithout(keep=PREFECT, drop=DOCKERS), Word(text="écoute"), []),
    "not excluded by its sentence": (SentenceWithout(keep=PREFECT, drop=DOCKERS), Word(text="parle"), [0]),
    "nothing else near": (NotNear(keep=PREFECT, drop=DOCKERS, distance=2, ordered=True), Word(text="écoute"), [1]),
    "among the first words": (FirstWords(count=4, child=PREFECT), Word(text="parle"), [0]),
    "after the first words": (FirstWords(count=3, child=PREFECT), Word(text="parle"), []),
    "a length has no places": (Length(least=1, most=None), PORT, []),
}


@pytest.mark.parametrize(("left", "right", "articles"), COUNTED_NEAR.values(), ids=list(COUNTED_NEAR))
def test_inside_proximity_everything_speaks_of_the_paragraph(
    index: Opened, left: Node, right: Node, articles: list[int]
) -> None:
    near = Near(left=left, right=right, distance=1, ordered=False)
    assert Evaluator(index.corpus, index.resolve(near).terms).units(near).tolist() == articles


def test_paragraphs_are_counted_in_a_wider_unit_only(index: Opened) -> None:
    inside = AtLeast(count=2, child=ParagraphWithout(keep=PORT, drop=DOCKERS))
    tree = SameSentence(children=(PORT, inside))
    assert not Evaluator(index.corpus, index.resolve(tree).terms).units(tree).size


def test_places_of_a_proximity_reach_from_one_side_to_the_other(index: Opened) -> None:
    tree = Near(left=DOCKERS, right=PREFECT, distance=3, ordered=False)
    found = Evaluator(index.corpus, index.resolve(tree).terms).occurrences(tree)
    places = zip(
        *(array.tolist() for array in (found.document, positions_of(found.first), positions_of(found.last))),
        strict=True,
    )
    assert list(places) == [(1, 1, 4), (5, 1, 4)]


def test_a_filter_has_no_places(index: Opened) -> None:
    tree = Published(first=date(2015, 1, 1), last=None)
    assert not Evaluator(index.corpus, {}).occurrences(tree).document.size


def test_a_part_of_a_query_is_evaluated_once(index: Opened) -> None:
    evaluator = Evaluator(index.corpus, index.resolve(PREFECT).terms)
    assert evaluator.units(PREFECT) is evaluator.units(PREFECT)


def test_articles_in_hand_are_evaluated_alike(index: Opened) -> None:
    tree = SameSentence(children=(PREFECT, DOCKERS))
    resolution = index.resolve(tree)
    assert evaluator_over(ARTICLES, resolution).units(tree).tolist() == [1]

"""In which articles, paragraphs and sentences a tree holds; the laws hold the rest (tests/laws)."""

from collections.abc import Iterator
from datetime import date

import pytest

from archive_search.query.tree import (
    And,
    ExactForm,
    Field,
    InZone,
    Matching,
    Near,
    Node,
    Or,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
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
    "no such word": (Word(text="inconnu"), [], [], 0),
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

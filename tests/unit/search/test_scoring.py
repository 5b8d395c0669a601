"""What ranks above what, and why: spelling, closeness, place, rarity, length."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
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
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from archive_search.records import Article
from archive_search.search.scope import EVERYWHERE
from archive_search.search.scoring import scoring_groups
from search.samples import article, opened

BASE, AIR = Word(text="base"), Word(text="aérienne")
FILLER = "Le vent tombe sur la plaine et la pluie cesse avant midi."


def scores(folder: Path, tree: Node, *articles: Article) -> list[float]:
    """Score articles that satisfy a tree, among two more that do not, in the order given."""
    others = [article("other-1", FILLER), article("other-2", FILLER)]
    with opened(folder / "archive", [*articles, *others]) as parts:
        found = {hit.article.id: hit.score for hit in parts.archive.search(tree)}
    return [found[each.id] for each in articles]


def test_the_form_that_was_typed_ranks_above_its_relatives(tmp_path: Path) -> None:
    exact, relative = scores(tmp_path, BASE, article("a", "La base dort."), article("b", "Les bases dorment."))
    assert exact > relative > 0


def test_words_close_together_rank_above_scattered_ones(tmp_path: Path) -> None:
    close = article("a", f"Une base aérienne. {FILLER}")
    scattered = article("b", f"Une base. {FILLER} Aérienne.")
    first, second = scores(tmp_path, And(children=(BASE, AIR)), close, scattered)
    assert first > second


def test_words_of_one_paragraph_rank_above_those_of_two(tmp_path: Path) -> None:
    together = article("a", f"La base dort. {FILLER} Aérienne elle aussi.", FILLER)
    apart = article("b", f"La base dort. {FILLER}", f"Aérienne elle aussi. {FILLER}")
    first, second = scores(tmp_path, And(children=(BASE, AIR)), together, apart)
    assert first > second


def test_a_word_of_the_title_counts_more(tmp_path: Path) -> None:
    in_title = article("a", "Un pont ferme.", title="La base dort")
    in_text = article("b", "La base dort.", title="Un pont ferme")
    first, second = scores(tmp_path, BASE, in_title, in_text)
    assert first > second


def test_a_word_of_the_standfirst_counts_more(tmp_path: Path) -> None:
    in_lead = article("a", "Un pont ferme.", lead="La base dort.", title="Titre")
    in_text = article("b", "La base dort.", lead="Un pont ferme.", title="Titre")
    first, second = scores(tmp_path, BASE, in_lead, in_text)
    assert first > second


def test_a_word_said_more_often_counts_more(tmp_path: Path) -> None:
    often, once = scores(
        tmp_path, BASE, article("a", "Base, base, base, vent."), article("b", "Base, pluie, plaine, vent.")
    )
    assert often > once


def test_a_short_article_ranks_above_a_long_one(tmp_path: Path) -> None:
    short, long = scores(tmp_path, BASE, article("a", "La base dort."), article("b", f"La base dort. {FILLER * 9}"))
    assert short > long


def test_a_rare_word_counts_more_than_a_frequent_one(tmp_path: Path) -> None:
    frequent = [article(f"f{number}", "La pluie cesse demain.") for number in range(5)]
    rare, often, *_rest = scores(
        tmp_path, Or(children=(BASE, Word(text="pluie"))), article("a", "La base cesse demain."), *frequent
    )
    assert rare > often


def test_a_list_ranks_as_its_alternatives_do(tmp_path: Path) -> None:
    words = (BASE, AIR, Word(text="pluie"))
    known = article("a", f"La base dort. {FILLER}"), article("b", f"Une base aérienne. {FILLER}")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    some = scores(tmp_path / "one", Among(count=2, children=words), *known)
    assert some == scores(tmp_path / "two", Or(children=words), *known)


def test_words_after_the_first_ones_do_not_count(tmp_path: Path) -> None:
    once = article("a", "La base dort, la pluie.")
    twice = article("b", "La base dort, la base.")
    first, second = scores(tmp_path, FirstWords(count=3, child=BASE), once, twice)
    assert first == second


@pytest.mark.parametrize(
    "tree",
    [
        Matching(field=Field.SOURCE, value="gazette"),
        Published(first=date(2015, 1, 1), last=None),
        Length(least=1, most=3),
    ],
    ids=["property", "date", "length"],
)
def test_a_query_of_filters_alone_scores_zero(tmp_path: Path, tree: Node) -> None:
    known = article("a", "La base dort.", source="La Gazette", date=date(2016, 1, 1))
    assert scores(tmp_path, tree, known) == [0.0]


def test_a_filter_beside_a_word_does_not_change_its_score(tmp_path: Path) -> None:
    known = article("a", "La base dort.", source="La Gazette")
    filtered = And(children=(BASE, Matching(field=Field.SOURCE, value="gazette")))
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert scores(tmp_path / "one", BASE, known) == scores(tmp_path / "two", filtered, known)


def test_articles_without_a_word_are_scored_without_trouble(tmp_path: Path) -> None:
    with opened(tmp_path / "archive", [article("a", "… !", source="La Gazette")]) as parts:
        assert [hit.score for hit in parts.archive.search(Matching(field=Field.SOURCE, value="gazette"))] == [0.0]


def test_scores_are_finite_and_not_negative(tmp_path: Path) -> None:
    found = scores(tmp_path, Word(text="vent"), article("a", "vent " * 500), article("b", "Vent."))
    assert np.isfinite(found).all()
    assert min(found) >= 0


GROUPS: dict[str, tuple[Node, list[list[Node]]]] = {
    "word": (BASE, [[BASE]]),
    "words": (And(children=(BASE, AIR)), [[BASE, AIR]]),
    "what is excluded": (Without(keep=BASE, drop=AIR), [[BASE]]),
    "proximity": (Near(left=BASE, right=AIR, distance=2, ordered=True), [[BASE, AIR]]),
    "filters": (And(children=(BASE, Published(first=date(2015, 1, 1), last=None))), [[BASE]]),
    "group in a group": (
        And(children=(BASE, SameParagraph(children=(AIR, Phrase(words=("a",)))))),
        [[AIR, Phrase(words=("a",))], [BASE]],
    ),
    "words counted": (And(children=(AtLeast(count=2, child=BASE), AIR)), [[BASE, AIR]]),
    "list": (Among(count=2, children=(BASE, AIR, Phrase(words=("a",)))), [[BASE, AIR, Phrase(words=("a",))]]),
    "what the paragraph excludes": (ParagraphWithout(keep=BASE, drop=AIR), [[BASE]]),
    "what the sentence excludes": (SentenceWithout(keep=BASE, drop=AIR), [[BASE]]),
    "what must not be near": (NotNear(keep=BASE, drop=AIR, distance=2, ordered=True), [[BASE]]),
    "first words": (FirstWords(count=9, child=And(children=(BASE, AIR))), [[BASE, AIR]]),
    "length": (And(children=(BASE, Length(least=9, most=None))), [[BASE]]),
    "filter alone": (Matching(field=Field.SOURCE, value="x"), []),
}


@pytest.mark.parametrize(("tree", "groups"), GROUPS.values(), ids=list(GROUPS))
def test_leaves_that_are_neighbours_count_together(tree: Node, groups: list[list[Node]]) -> None:
    assert [[scored.leaf for scored in group] for group in scoring_groups(tree, EVERYWHERE)] == groups


def test_a_leaf_counts_where_it_is_confined_only() -> None:
    beginning = FirstWords(count=9, child=InZone(zone=Zone.TITLE, child=BASE))
    ((first, second),) = scoring_groups(And(children=(beginning, Pattern(text="aér*"))), EVERYWHERE)
    assert (first.scope, second.scope) == (EVERYWHERE.in_first(9).in_zone(Zone.TITLE), EVERYWHERE)

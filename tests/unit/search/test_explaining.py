"""What a query is said to match is what stands in the articles, and the terms of a score add up to it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from laws.archives import Pair, make_pair
from referee.writing import trees

from archive_search import Archive
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import (
    And,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    SameParagraph,
    Without,
    Word,
    Zone,
)
from archive_search.records import Article
from archive_search.search.explaining import MOST_LISTED, MOST_REWRITTEN
from archive_search.search.explanation import ExplainedWord, Explanation, FormOrigin, LeafKind
from search.samples import article, opened

EVERYTHING = 10_000
# One archive of many small segments, one with articles that were replaced and removed.
SEEDS = (1, 2)
WORDS = (
    "armée",
    "armee",
    "arme",
    "marché",
    "marche",
    "bases",
    "bas",
    "peche",
    "péché",
    "cote",
    "côté",
    "publie",
    "sur",
)

BASE, AIR, PLANE, NOWHERE = (Word(text=text) for text in ("base", "aérienne", "avion", "Palerme"))
TEXTS = {
    "a": "La base aérienne rouvre. Un avion y attend.",
    "b": "Deux bases ferment, une base ouvre.",
    "c": "Ses AVIONS volent loin des avions. La base dort.",
    "d": "Aérienne et légère, la neige tombe.",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    articles = [article(name, text, title=f"Nouvelle {name}") for name, text in TEXTS.items()]
    with opened(tmp_path_factory.mktemp("explaining") / "archive", articles) as parts:
        yield parts.archive


@pytest.fixture(scope="module", params=SEEDS)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    pair = make_pair(tmp_path_factory.mktemp("pair"), seed=request.param)
    yield pair
    pair.close()


def explained_word(archive: Archive, leaf: Node | str) -> ExplainedWord:
    (word,) = archive.explain(leaf).words
    return word


def counts(word: ExplainedWord) -> list[tuple[str, str, int, int]]:
    return [(each.form, each.origin.value, each.occurrences, each.articles) for each in word.forms]


FORMS: dict[str, tuple[Node, list[tuple[str, str, int, int]]]] = {
    "word": (BASE, [("base", "exact", 3, 3), ("bases", "family", 1, 1)]),
    "word in the plural": (Word(text="bases"), [("bases", "exact", 1, 1), ("base", "family", 3, 3)]),
    "word of which only relatives stand there": (Word(text="volaient"), [("volent", "family", 1, 1)]),
    "form": (ExactForm(text="Avions"), [("avions", "exact", 2, 1)]),
    "truncation": (Pattern(text="avi*"), [("avions", "truncation", 2, 1), ("avion", "truncation", 1, 1)]),
    "tolerance": (Fuzzy(text="bases", distance=1), [("bases", "exact", 1, 1), ("base", "tolerance", 3, 3)]),
    "phrase of one word": (Phrase(words=("base",)), [("base", "exact", 3, 3)]),
    "phrase of one truncated word": (Phrase(words=("aér*",)), [("aérienne", "truncation", 2, 2)]),
    "phrase": (Phrase(words=("base", "aérienne")), []),
    "word that is nowhere": (NOWHERE, []),
}


@pytest.mark.parametrize(("leaf", "forms"), FORMS.values(), ids=list(FORMS))
def test_forms_are_told_with_how_the_word_came_to_them(
    archive: Archive, leaf: Node, forms: list[tuple[str, str, int, int]]
) -> None:
    assert counts(explained_word(archive, leaf)) == forms


@pytest.mark.parametrize(
    ("leaf", "kind", "articles", "occurrences"),
    [
        pytest.param(BASE, LeafKind.WORD, 3, 4, id="word"),
        pytest.param(ExactForm(text="base"), LeafKind.EXACT_FORM, 3, 3, id="form"),
        pytest.param(Phrase(words=("base", "aérienne")), LeafKind.PHRASE, 1, 1, id="phrase"),
        pytest.param(Pattern(text="avi*"), LeafKind.TRUNCATION, 2, 3, id="truncation"),
        pytest.param(Fuzzy(text="avion", distance=1), LeafKind.TOLERANCE, 2, 3, id="tolerance"),
        pytest.param(NOWHERE, LeafKind.WORD, 0, 0, id="nowhere"),
    ],
)
def test_a_word_is_counted(archive: Archive, leaf: Node, kind: LeafKind, articles: int, occurrences: int) -> None:
    word = explained_word(archive, leaf)
    assert (word.kind, word.articles, word.occurrences) == (kind, articles, occurrences)


def test_a_word_that_stands_twice_in_the_query_is_explained_once(archive: Archive) -> None:
    words = archive.explain(Or(children=(InZone(zone=Zone.TITLE, child=BASE), AIR, BASE))).words
    assert [word.text for word in words] == ["base", "aérienne"]


def test_what_is_excluded_is_explained_too(archive: Archive) -> None:
    assert [word.text for word in archive.explain(Without(keep=BASE, drop=PLANE)).words] == ["base", "avion"]


@pytest.mark.parametrize("text", WORDS)
def test_forms_are_counted_as_a_reader_counts_them(pair: Pair, text: str) -> None:
    word = explained_word(pair.archive, Word(text=text))
    for form in word.forms:
        read = [count_form(each, form.form) for each in pair.articles]
        assert (form.occurrences, form.articles) == (sum(read), sum(map(bool, read)))
    assert word.occurrences == sum(form.occurrences for form in word.forms)


def count_form(read: Article, form: str) -> int:
    return Counter(token.form for each in read.paragraphs for token in tokenize(each.text))[form]


@pytest.mark.parametrize("text", WORDS)
def test_what_is_offered_finds_the_exact_forms_alone(pair: Pair, text: str) -> None:
    word = explained_word(pair.archive, Word(text=text))
    exact = {form.form: form.occurrences for form in word.forms if form.origin is FormOrigin.EXACT}
    assert (word.only_exact is None) == (not exact or len(exact) == len(word.forms))
    if word.only_exact is not None:
        words = pair.archive.explain(word.only_exact).words
        assert {form.form: form.occurrences for each in words for form in each.forms} == exact


OFFERS: dict[str, tuple[str, dict[str, str], str | None]] = {
    "accents": ("marché", {"a": "Le marché, les marchés."}, "=marché"),
    "capitals": ("Marché", {"a": "Le marché, les marchés."}, "=Marché"),
    "article": ("l'armée", {"a": "L'armée, des armées."}, "=l'armée"),
    "typed without the accents that all have": ("armee", {"a": "L'armée, des armées."}, "=armée"),
    "printed with and without accents": ("armée", {"a": "L'ARMEE, l'armée, des armées."}, '"armée"'),
    "another word has the spelling": ("marché", {"a": "Le marché marche, les marchés."}, "=marché"),
    "no relatives": ("marché", {"a": "Le marché."}, None),
    "relatives alone": ("marchés", {"a": "Le marché."}, None),
}


@pytest.mark.parametrize(("text", "texts", "offer"), OFFERS.values(), ids=list(OFFERS))
def test_relatives_can_be_dropped_by_typing_little(
    tmp_path: Path, text: str, texts: dict[str, str], offer: str | None
) -> None:
    with opened(tmp_path / "archive", [article(*each) for each in texts.items()]) as parts:
        assert explained_word(parts.archive, Word(text=text)).only_exact == offer


def test_the_whole_query_is_offered_with_the_word_replaced(archive: Archive) -> None:
    tree = And(children=(Near(left=BASE, right=AIR, distance=2, ordered=False), Or(children=(BASE, PLANE))))
    offered = {word.text: word.only_exact_query for word in archive.explain(tree).words}
    assert offered["base"] == "=base PRES/2 aérienne ET (=base OU avion)"
    assert offered["aérienne"] is None


def test_a_long_query_is_not_written_anew_for_each_word(archive: Archive) -> None:
    fillers = tuple(Word(text=f"mot{number}") for number in range(MOST_REWRITTEN))
    word = archive.explain(Or(children=(BASE, *fillers))).words[0]
    assert (word.only_exact, word.only_exact_query) == ("=base", None)


def test_forms_beyond_the_first_are_counted(tmp_path: Path) -> None:
    forms = [f"pont{number}" for number in range(MOST_LISTED + 7)]
    with opened(tmp_path / "archive", [article("a", f"{' '.join(forms)}. Le dernier : {forms[-1]}.")]) as parts:
        word = explained_word(parts.archive, Pattern(text="pont*"))
    assert (len(word.forms), word.forms_left_out) == (MOST_LISTED, 7)
    assert word.forms[0].form == forms[-1]


def drawn(explanation: Explanation) -> list[tuple[int, str, int]]:
    return [(part.depth, part.operator or part.text, part.articles) for part in explanation.tree]


TREES: dict[str, tuple[Node, list[tuple[int, str, int]]]] = {
    "word": (BASE, [(0, "base", 3)]),
    "conjunction": (And(children=(BASE, PLANE)), [(0, "ET", 2), (1, "base", 3), (1, "avion", 2)]),
    "exclusion": (Without(keep=BASE, drop=PLANE), [(0, "SAUF", 1), (1, "base", 3), (1, "avion", 2)]),
    "proximity": (
        Near(left=BASE, right=AIR, distance=3, ordered=True),
        [(0, "ADJ/3", 1), (1, "base", 3), (1, "aérienne", 2)],
    ),
    "zone": (
        InZone(zone=Zone.TITLE, child=Or(children=(BASE, Word(text="nouvelle")))),
        [(0, "titre:", 4), (1, "OU", 4), (2, "base", 0), (2, "nouvelle", 4)],
    ),
    "first words": (FirstWords(count=5, child=BASE), [(0, "debut/5", 2), (1, "base", 2)]),
}


@pytest.mark.parametrize(("tree", "parts"), TREES.values(), ids=list(TREES))
def test_each_part_has_its_number_of_articles(archive: Archive, tree: Node, parts: list[tuple[int, str, int]]) -> None:
    assert drawn(archive.explain(tree)) == parts


@settings(max_examples=40)
@given(tree=trees())
def test_the_first_part_is_the_query(pair: Pair, tree: Node) -> None:
    explanation = pair.archive.explain(tree)
    whole = explanation.tree[0]
    assert (whole.depth, whole.text, whole.articles) == (0, explanation.interpreted, explanation.total)
    assert explanation.total == pair.archive.search(tree, limit=0).total


@settings(max_examples=60)
@given(tree=trees())
def test_the_terms_of_a_score_add_up_to_it(pair: Pair, tree: Node) -> None:
    scores = {hit.article: hit.score for hit in pair.archive.rank(tree, limit=EVERYTHING).hits}
    for each in pair.articles:
        explained = pair.archive.explain(tree, article=each.id).article
        assert explained is not None
        if each.id in scores:
            assert explained.score == pytest.approx(scores[each.id])
            assert (explained.missing, explained.excluded) == ((), ())
        else:
            assert explained.score is None
            assert (*explained.missing, *explained.excluded) != ()


def test_the_words_that_count_are_named_with_their_zones(archive: Archive) -> None:
    tree = And(children=(BASE, InZone(zone=Zone.TITLE, child=Word(text="nouvelle")), FirstWords(count=9, child=AIR)))
    explained = archive.explain(tree, article="a").article
    assert explained is not None
    assert explained.parts is not None
    assert {word.text for word in explained.parts.words} == {"base", "titre:nouvelle", "aérienne debut/9"}


def test_a_word_is_scored_as_its_family_and_as_its_exact_forms(archive: Archive) -> None:
    explained = archive.explain(BASE, article="b").article
    assert explained is not None
    assert explained.parts is not None
    (word,) = explained.parts.words
    # The only paragraph of the text counts as the attack, where a word weighs 1.2.
    assert (word.family.frequency, word.family.articles) == (pytest.approx(2.4), 3)
    assert (word.exact.frequency, word.exact.articles) == (pytest.approx(1.2), 3)
    assert word.family.score > word.exact.score > 0


def test_another_word_of_the_same_letters_earns_nothing_by_itself(tmp_path: Path) -> None:
    texts = (article("a", "La marche et les avions."), article("b", "Le marché et les avions."), article("c", "Rien."))
    tree = Or(children=(Word(text="marché"), PLANE))
    with opened(tmp_path / "archive", texts) as parts:
        explained = parts.archive.explain(tree, article="a").article
        (score,) = [hit.score for hit in parts.archive.search(tree) if hit.article.id == "a"]
    assert explained is not None
    assert explained.parts is not None
    assert explained.score == pytest.approx(score)
    assert explained.parts.words[0].exact.frequency == 0


def test_the_best_paragraph_is_told_by_its_number(tmp_path: Path) -> None:
    written = article("a", "La neige tombe.", "La base dort.", "La base aérienne rouvre.", title="Nouvelle")
    with opened(tmp_path / "archive", [written, article("b", "La pluie.")]) as parts:
        explained = parts.archive.explain(And(children=(BASE, AIR)), article="a").article
    assert explained is not None
    assert explained.parts is not None
    assert explained.parts.paragraph is not None
    assert explained.parts.paragraph.number == 4
    (pair,) = explained.parts.pairs
    assert (pair.first, pair.second) == ("base", "aérienne")
    assert pair.score > 0


def test_an_article_is_known_by_its_title_and_length(archive: Archive) -> None:
    explained = archive.explain(BASE, article="b").article
    assert explained is not None
    assert (explained.id, explained.title, explained.length) == ("b", "Nouvelle b", 8)


LACKS: dict[str, tuple[Node, tuple[str, ...], tuple[str, ...]]] = {
    "word": (NOWHERE, ("Palerme",), ()),
    "words": (And(children=(NOWHERE, BASE, AIR)), ("Palerme", "aérienne"), ()),
    "what is excluded": (Without(keep=BASE, drop=PLANE), (), ("avion",)),
    "both": (And(children=(AIR, Without(keep=BASE, drop=PLANE))), ("aérienne",), ("avion",)),
    "alternative": (Or(children=(NOWHERE, AIR)), ("Palerme OU aérienne",), ()),
    "paragraph": (SameParagraph(children=(BASE, AIR)), ("base PARA aérienne",), ()),
}


@pytest.mark.parametrize(("tree", "missing", "excluded"), LACKS.values(), ids=list(LACKS))
def test_what_an_article_lacks_is_told(
    archive: Archive, tree: Node, missing: tuple[str, ...], excluded: tuple[str, ...]
) -> None:
    explained = archive.explain(tree, article="c").article
    assert explained is not None
    assert explained.score is None
    assert (explained.missing, explained.excluded) == (missing, excluded)

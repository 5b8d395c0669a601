from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.settling import settle_article, stands_unsought
from archive_search.entities.spans import Candidate
from archive_search.records import EntityType, Kind, Origin, Paragraph, Role

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG


def article(*texts: str) -> list[Paragraph]:
    return [Paragraph(number=number, kind=Kind.BODY, text=text) for number, text in enumerate(texts, 1)]


def candidate(text: str, surface: str, kind: EntityType, origin: Origin = Origin.MODEL, number: int = 1) -> Candidate:
    start = text.index(surface)
    return Candidate(number, start, start + len(surface), surface, kind, Role.TEXT, origin)


TEXT = "Chez Orvia, Odile Roc a ri."


@pytest.mark.parametrize(
    ("origin", "decisions", "expected"),
    [
        pytest.param(Origin.MODEL, {}, [ORG], id="undecided"),
        pytest.param(Origin.MODEL, {("Orvia", ORG): PLACE}, [PLACE], id="decided"),
        pytest.param(Origin.MODEL, {("Orvia", ORG): None}, [], id="dropped"),
        pytest.param(Origin.RULE, {("Orvia", ORG): None}, [ORG], id="found by a rule"),
    ],
)
def test_decisions_are_followed(
    origin: Origin, decisions: dict[tuple[str, EntityType], EntityType | None], expected: list[EntityType]
) -> None:
    settled = settle_article(article(TEXT), [candidate(TEXT, "Orvia", ORG, origin)], decisions).settled
    assert [mention.type for mention in settled] == expected


@pytest.mark.parametrize("kind", [PERSON, ORG])
def test_the_surname_of_a_person_of_the_article_is_a_person_whatever_it_is_elsewhere(kind: EntityType) -> None:
    texts = "Odile Petit a ri.", "Puis Petit est partie."
    candidates = [candidate(texts[0], "Odile Petit", PERSON), candidate(texts[1], "Petit", kind, number=2)]
    settled = settle_article(article(*texts), candidates, {("Petit", PERSON): None, ("Petit", ORG): ORG}).settled
    assert [(mention.type, mention.name) for mention in settled] == [(PERSON, "Odile Petit")] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Virginie, 42 ans, a ri.", PERSON, id="a given name"),
        pytest.param("Orvia, 42 ans, a ri.", PLACE, id="any other name"),
        pytest.param("Virginie, 42 villes.", PLACE, id="no age"),
        pytest.param("Virginie, 42 ans après.", PLACE, id="time gone by"),
    ],
)
def test_a_given_name_with_an_age_is_a_person(text: str, expected: EntityType) -> None:
    [mention] = settle_article(article(text), [candidate(text, text.partition(",")[0], PLACE)], {}).settled
    assert mention.type is expected


def test_the_type_of_an_alias_wins() -> None:
    settled = settle_article(article(TEXT), [candidate(TEXT, "Orvia", ORG)], {}, sought={"Orvia": PLACE}).settled
    assert [mention.type for mention in settled] == [PLACE]


def test_acronyms_are_given_with_their_long_forms() -> None:
    assert settle_article(article("L'Union des ports du Nord (UPN) rit."), [], {}).acronyms == {
        "UPN": "Union des ports du Nord"
    }


def test_an_acronym_that_the_article_explains_as_ordinary_words_is_no_name() -> None:
    text = "Le prix de l'énergie (PE) monte, dit le PE."
    assert settle_article(article(text), [candidate(text, "PE", ORG, Origin.RULE)], {}).settled == ()


def test_candidates_that_are_not_in_the_text_are_left_out() -> None:
    astray = Candidate(1, 0, 5, "Orvia", ORG, Role.TEXT, Origin.MODEL)
    assert settle_article(article(TEXT), [astray, astray._replace(paragraph=7)], {}).settled == ()


WORDS = st.sampled_from(
    ["Odile", "Roc", "Orvia", "UPN", "rit", "l'", "(UPN)", "Union", "d'", "\u00a0", ". ", "ROC", "Ro\u0301c"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=4)


@st.composite
def articles(draw: st.DrawFn) -> tuple[list[Paragraph], list[Candidate]]:
    texts = draw(TEXTS)
    candidates = []
    for _ in range(draw(st.integers(0, 5))):
        number = draw(st.integers(1, len(texts)))
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(texts[number - 1]))] * 2)))
        kind, role = draw(st.sampled_from(EntityType)), draw(st.sampled_from(Role))
        origin = draw(st.sampled_from([Origin.MODEL, Origin.RULE]))
        candidates.append(Candidate(number, start, end, texts[number - 1][start:end], kind, role, origin))
    return article(*texts), candidates


DECISIONS = st.dictionaries(
    st.tuples(st.sampled_from(["Roc", "Orvia", "Odile Roc"]), st.sampled_from(EntityType)),
    st.none() | st.sampled_from(EntityType),
)
SOUGHT = st.dictionaries(st.sampled_from(["Roc", "Orvia rit", "Odile"]), st.sampled_from(EntityType))


@given(articles(), DECISIONS, SOUGHT)
@settings(max_examples=200)
def test_mentions_are_spans_of_the_text_in_order_and_apart(
    given_article: tuple[list[Paragraph], list[Candidate]],
    decisions: dict[tuple[str, EntityType], EntityType | None],
    sought: dict[str, EntityType],
) -> None:
    paragraphs, candidates = given_article
    settled = settle_article(paragraphs, candidates, decisions, sought=sought).settled
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    assert all(texts[each.paragraph][each.start : each.end] == each.surface for each in settled)
    assert all(each.surface and each.name for each in settled)
    assert all(a.paragraph < b.paragraph or a.end <= b.start for a, b in pairwise(settled))


@given(articles(), DECISIONS)
@settings(max_examples=100)
def test_the_order_of_candidates_and_decisions_is_of_no_account(
    given_article: tuple[list[Paragraph], list[Candidate]],
    decisions: dict[tuple[str, EntityType], EntityType | None],
) -> None:
    paragraphs, candidates = given_article
    backwards = dict(reversed(decisions.items()))
    expected = settle_article(paragraphs, candidates, decisions)
    assert settle_article(paragraphs, candidates[::-1], backwards) == expected


@given(articles(), DECISIONS, st.sampled_from(["Roc", "Odile Roc", "Orvia", "TVA"]), st.sampled_from(EntityType))
@settings(max_examples=300)
def test_what_stands_unsought_is_settled_alike_without_being_sought(
    given_article: tuple[list[Paragraph], list[Candidate]],
    decisions: dict[tuple[str, EntityType], EntityType | None],
    spelling: str,
    kind: EntityType,
) -> None:
    paragraphs, candidates = given_article
    sought = settle_article(paragraphs, candidates, decisions, sought={spelling: kind})
    texts = [paragraph.text for paragraph in paragraphs]
    spelled_so = [each for each in candidates if each.surface == spelling]
    found_more = any(each.origin is Origin.ALIAS for each in sought.settled)
    if not found_more and stands_unsought(spelling, kind, spelled_so, texts, decisions):
        assert settle_article(paragraphs, candidates, decisions) == sought


@pytest.mark.parametrize(
    ("surface", "kind", "decisions", "stands"),
    [
        pytest.param("Odile Roc", PERSON, {}, True, id="the type that it was given"),
        pytest.param("Odile Roc", PERSON, {("Odile Roc", PERSON): ORG}, False, id="decided otherwise"),
        pytest.param("Orvia", ORG, {}, False, id="maybe a surname"),
        pytest.param("TVA", ORG, {}, False, id="an acronym that is no name"),
    ],
)
def test_a_spelling_stands_unsought_where_it_keeps_its_type(
    surface: str, kind: EntityType, decisions: dict[tuple[str, EntityType], EntityType | None], stands: bool
) -> None:
    text = "Chez Orvia, Odile Roc parle de TVA."
    candidates = [candidate(text, surface, kind)]
    assert stands_unsought(surface, kind, candidates, [text], decisions) is stands

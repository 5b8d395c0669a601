from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.candidates import find_candidates
from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType, Kind, Origin, Paragraph, Role
from tests.unit.entities.marked_spans import read_marked


def _found(*marked):
    read = [read_marked(text) for text in marked]
    paragraphs = [Paragraph(number=number, kind=Kind.BODY, text=text) for number, (text, _) in enumerate(read, 1)]
    return find_candidates(paragraphs, [spans for _, spans in read])


def _named(*marked):
    return [(candidate.surface, str(candidate.type)) for candidate in _found(*marked)]


def test_candidates_are_in_the_order_of_reading():
    found = _found("[PER Odile Pasquier] quitte le Kremlin.", "Le Pentagone dément.")
    assert [(candidate.paragraph, candidate.surface) for candidate in found] == [
        (1, "Odile Pasquier"),
        (1, "Kremlin"),
        (2, "Pentagone"),
    ]


def test_each_candidate_tells_whether_model_or_rule_found_it():
    found = _found("[PER Odile Pasquier] quitte le Kremlin.")
    assert [candidate.origin for candidate in found] == [Origin.MODEL, Origin.RULE]


def test_offsets_hold_in_the_text_as_stored():
    (candidate,) = _found("selon M.\u00a0Roy\u00a0; l’affaire")
    assert (candidate.surface, candidate.start, candidate.end) == ("Roy", 9, 12)


@pytest.mark.parametrize(
    ("marked", "named"),
    [
        pytest.param(
            "l'[ORG Office des ports] (ODP) ment", [("Office des ports", "org"), ("ODP", "org")], id="acronym"
        ),
        pytest.param(
            "[PER Odile Dominique Pasquier] (ODP) ment",
            [("Odile Dominique Pasquier", "person"), ("ODP", "person")],
            id="initials-of-a-person",
        ),
        pytest.param("le Quick Motor Company (QMC) ronronne", [], id="initials-of-a-product"),
        pytest.param("le Plan de relance des ports (PRP) coûte", [], id="initials-of-a-plan"),
        pytest.param(
            "le porte-parole du [PER Kremlin Odile Pasquier]",
            [("Kremlin", "org"), ("Odile Pasquier", "person")],
            id="split",
        ),
        pytest.param("Mme France Durand", [("France Durand", "person")], id="address-before-territory"),
    ],
)
def test_rules_decide_what_a_name_is(marked, named):
    assert _named(marked) == named


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("cité par l'agence Reuters mardi.", Role.TEXT, id="quoted"),
        pytest.param("BERNE, 3 mars (Reuters) - Il a dit non.", Role.AGENCY, id="dateline"),
        pytest.param("Il a dit non. (avec Reuters)", Role.AGENCY, id="end"),
    ],
)
def test_an_agency_that_is_quoted_is_no_signature(text, role):
    (agency,) = [candidate for candidate in _found(text) if candidate.surface == "Reuters"]
    assert agency.role is role


_LETTERS = st.text(alphabet="AaéÉM.m ('’)-–/:,\u00a0\n1", max_size=60)
_SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20), st.sampled_from(EntityType)), max_size=4)


@settings(max_examples=300)
@given(st.lists(st.tuples(_LETTERS, _SPANS), max_size=3))
def test_candidates_never_overlap_and_show_their_text(parts):
    texts = [text + "." for text, _ in parts]
    paragraphs = [Paragraph(number=number, kind=Kind.BODY, text=text) for number, text in enumerate(texts, 1)]
    spans = [[RecognisedSpan(start, start + length, kind) for start, length, kind in sorted(part)] for _, part in parts]
    found = find_candidates(paragraphs, spans)
    assert all(
        texts[candidate.paragraph - 1][candidate.start : candidate.end] == candidate.surface for candidate in found
    )
    assert all(first[0] < second[0] or first.end <= second.start for first, second in pairwise(found))


def test_huge_and_odd_texts_are_searched_without_harm():
    for text in (
        "A" * 100_000,
        "(" * 100_000,
        "M. " * 30_000,
        "A. " * 30_000,
        "'A-" * 30_000,
        "A/" * 50_000,
        "\x00\ud800é",
    ):
        find_candidates([Paragraph(number=1, kind=Kind.BODY, text=text)], [[]])

"""What is being typed at the end of a query."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.query.fields import DateFilter, Target
from archive_search.query.tree import Field, Zone
from archive_search.query.unfinished import find_unfinished
from archive_search.records import EntityType

FOUND: dict[str, tuple[str, str, Target | DateFilter | None]] = {
    "word": ("base aér", "aér", None),
    "word with signs": ("base -vice-prés", "vice-prés", None),
    "zone": ("titre:Syr", "Syr", (Zone.TITLE,)),
    "field before a space": ("source: Le", "Le", Field.SOURCE),
    "field with an equals sign": ("sn=Le", "Le", Field.SOURCE),
    "field alone": ("base source:", "", Field.SOURCE),
    "field with an equals sign apart": ("sn = Le", "Le", Field.SOURCE),
    "field with a colon apart": ("titre :Syr", "Syr", (Zone.TITLE,)),
    "colon of prose": ("titre : Syr", "Syr", None),
    "field speaks of one operand": ("source:Phare ba", "ba", None),
    "field of a parenthesis": ("personne:(Orlov OU Ba", "Ba", EntityType.PERSON),
    "field inside a parenthesis": ("titre:(Syrie lieu:Da", "Da", EntityType.PLACE),
    "closed parenthesis": ("titre:(Syrie) ba", "ba", None),
    "parenthesis that nothing opened": (") ba", "ba", None),
    "date": ("depuis:7", "7", DateFilter.SINCE),
    "unknown field": ("truc:ba", "ba", None),
    "address": ("https://presse", "presse", None),
}


@pytest.mark.parametrize(("query", "text", "target"), FOUND.values(), ids=list(FOUND))
def test_the_piece_at_the_end_is_found_with_its_field(query: str, text: str, target: Target | None) -> None:
    found = find_unfinished(query)
    assert found
    assert (found.start, found.text, found.target) == (len(query) - len(text), text, target)
    assert not found.is_quoted


QUOTED = {
    "phrase": ('rade "base aér', "base aér", None),
    "name": ('personne:"Anna Or', "Anna Or", EntityType.PERSON),
    "French guillemets": ("« base", " base", None),
    "after a closed phrase": ('"base navale" "qu', "qu", None),
    "alone": ('titre:"', "", (Zone.TITLE,)),
}


@pytest.mark.parametrize(("query", "text", "target"), QUOTED.values(), ids=list(QUOTED))
def test_what_guillemets_opened_is_one_piece(query: str, text: str, target: Target | None) -> None:
    found = find_unfinished(query)
    assert found
    assert (found.start, found.text, found.target) == (len(query) - len(text) - 1, text, target)
    assert found.is_quoted


@pytest.mark.parametrize("query", ["", " ", "base ", "base)", '"base"', "base,", "titre:(", "(source:)", "\x00"])
def test_a_query_that_ends_otherwise_has_no_piece(query: str) -> None:
    assert find_unfinished(query) is None


@settings(max_examples=80)
@given(query=st.text(st.sampled_from('aé9"«»“( ):=-_,/\x00\ud800titre'), max_size=40))
def test_the_piece_ends_the_query(query: str) -> None:
    found = find_unfinished(query)
    assert found is None or query.endswith(found.text)
    assert found is None or found.start + found.is_quoted + len(found.text) == len(query)

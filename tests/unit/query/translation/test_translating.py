import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.query.bounds import MAX_DEPTH
from archive_search.query.building import normalise
from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.syntax import Syntax
from archive_search.query.translation.translating import translate
from archive_search.query.tree import Among, And, ExactForm, Named, Near, Node, Or, Pattern, Phrase, Without, Word
from archive_search.records import EntityType
from tests.unit.query.strategies import shapes, trees
from tests.unit.query.translation.asking import SERVICES, TODAY, notes_on, translated

WORDS = ["Tartous", "quai", "armée", "l'amiral", "vice-amiral", "S-300", "O.N.U.", "or", "18:30"]
PLAIN_WORDS = ["Tartous", "quai", "armée", "amiral"]
QUOTED = re.compile(r'"[^"]*"')


def joined(words: list[str], *, with_distances: bool) -> st.SearchStrategy[Node]:
    """Draw a tree of operators that every service has, and of distances where asked for."""
    word = st.sampled_from(words)
    term = st.one_of(st.builds(Word, text=word), st.builds(Phrase, words=st.tuples(word, word)))
    near: st.SearchStrategy[Node] = st.builds(
        Near, left=term, right=term, distance=st.integers(1, 10), ordered=st.booleans()
    )

    def grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(
            st.builds(And, children=several),
            st.builds(Or, children=several),
            st.builds(Without, keep=inner, drop=inner),
        )

    return st.recursive(st.one_of(term, near) if with_distances else term, grow, max_leaves=10).map(normalise)


def is_balanced(text: str) -> bool:
    """Tell whether every parenthesis and every guillemet is closed, and no parentheses are empty."""
    bare = QUOTED.sub("x", text)
    depth = 0
    for character in bare:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0 and '"' not in bare and "()" not in bare


@pytest.mark.parametrize("syntax", SERVICES)
@given(tree=shapes(WORDS))
@settings(max_examples=100, deadline=None)
def test_any_tree_gives_a_balanced_equation_or_a_note(syntax: Syntax, tree: Node) -> None:
    translation = translate(tree, syntax)
    assert is_balanced(translation.text)
    assert translation.text or translation.notes


@pytest.mark.parametrize("syntax", SERVICES)
@given(text=st.text(max_size=12))
@settings(max_examples=100, deadline=None)
def test_no_sign_of_a_word_gets_out_of_it(syntax: Syntax, text: str) -> None:
    leaves = (Word(text=text), ExactForm(text=text), Pattern(text=f"{text}*"), Phrase(words=(text, "quai")))
    assert is_balanced(translate(Or(children=leaves), syntax).text)


@pytest.mark.parametrize("syntax", SERVICES)
@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_an_equation_reads_back_as_the_tree_where_nothing_was_changed(syntax: Syntax, data: st.DataObject) -> None:
    tree = data.draw(joined(PLAIN_WORDS, with_distances=syntax is not Syntax.EUROPRESSE))
    translation = translate(tree, syntax)
    assert all("familles de mots" in note for note in translation.notes)
    assert parse_query(translation.text, today=TODAY, syntax=syntax).tree == tree


@given(tree=trees(WORDS))
@settings(max_examples=30, deadline=None)
def test_the_standard_syntax_is_the_canonical_form(tree: Node) -> None:
    assert translate(tree, Syntax.STANDARD).text == print_query(tree)


@pytest.mark.parametrize("syntax", SERVICES)
def test_a_note_is_given_once(syntax: Syntax) -> None:
    notes = translated("=port =quai =digue", syntax).notes
    assert len(notes) == 1


@pytest.mark.parametrize("syntax", SERVICES)
def test_a_query_of_which_nothing_can_be_said_gives_no_text(syntax: Syntax) -> None:
    assert translated("agence:AFP", syntax).text == ""
    assert "rien de cette requête" in notes_on("agence:AFP", syntax)


@pytest.mark.parametrize("syntax", SERVICES)
def test_an_exclusion_is_left_out_when_what_is_kept_cannot_be_said(syntax: Syntax) -> None:
    assert translated("agence:AFP SAUF quai", syntax).text == ""


@pytest.mark.parametrize("syntax", SERVICES)
@pytest.mark.parametrize("exclusion", ["SAUF", "SAUF/P", "SAUF PRES/5"])
def test_an_exclusion_of_which_only_a_part_can_be_said_is_left_out(syntax: Syntax, exclusion: str) -> None:
    assert translated(f'"port" {exclusion} ("quai" ET agence:AFP)', syntax).text == '"port"'


@pytest.mark.parametrize(
    ("query", "is_noted"),
    [
        pytest.param("port SAUF (quai PRES/5 digue)", True, id="widened"),
        pytest.param("port SAUF quai", False, id="the same"),
        pytest.param("(port PRES/5 digue) SAUF quai", False, id="widened before"),
        pytest.param("port SAUF agence:AFP", False, id="not written"),
    ],
)
def test_what_is_excluded_beyond_the_query_is_noted(query: str, is_noted: bool) -> None:
    assert ("ce qui suit SAUF" in notes_on(query, Syntax.EUROPRESSE)) is is_noted


@pytest.mark.parametrize(
    ("syntax", "text"),
    [
        (Syntax.EUROPRESSE, "TIT_HEAD= (Tartous+)"),
        (Syntax.FACTIVA, "hd=Tartous and wc>500"),
        (Syntax.NEXIS, "headline(Tartous) and length(> 500)"),
    ],
)
def test_a_filter_is_written_outside_the_zone(syntax: Syntax, text: str) -> None:
    assert translated("titre:(Tartous ET mots>500)", syntax).text == text


@pytest.mark.parametrize("syntax", SERVICES)
def test_a_zone_in_a_proximity_is_left_out(syntax: Syntax) -> None:
    assert "titre: ici" in notes_on("titre:port PRES/5 quai", syntax)


@pytest.mark.parametrize("syntax", SERVICES)
def test_an_elided_article_is_not_looked_for(syntax: Syntax) -> None:
    assert translated("l'amiral", syntax) == translated("amiral", syntax)


@pytest.mark.parametrize("syntax", SERVICES)
def test_a_quorum_too_long_to_spell_out_becomes_an_alternative(syntax: Syntax) -> None:
    ports = tuple(Phrase(words=(f"quai{number}",)) for number in range(20))
    translation = translate(Among(count=10, children=ports), syntax)
    assert translation.text.count('"') == 2 * len(ports)
    assert "10 PARMI trop long" in translation.notes[0]


@pytest.mark.parametrize("syntax", SERVICES)
def test_quorums_in_each_other_stay_short(syntax: Syntax) -> None:
    tree: Node = Word(text="Tartous")
    for number in range(MAX_DEPTH - 1):
        others = (Word(text=f"quai{number}"), Word(text=f"port{number}"))
        tree = Among(count=2, children=(tree, *others))
    assert len(translate(tree, syntax).text) < 10_000


@pytest.mark.parametrize("syntax", SERVICES)
def test_a_tree_as_deep_as_the_bound_allows_is_written(syntax: Syntax) -> None:
    tree: Node = Word(text="Tartous")
    for number in range(MAX_DEPTH - 1):
        tree = Without(keep=Word(text=f"quai{number}"), drop=tree)
    assert is_balanced(translate(tree, syntax).text)


@pytest.mark.parametrize("syntax", SERVICES)
def test_the_id_of_a_name_is_written_as_its_words(syntax: Syntax) -> None:
    assert translate(Named(type=EntityType.PERSON, text="person:anne-duval"), syntax).text == '"anne duval"'

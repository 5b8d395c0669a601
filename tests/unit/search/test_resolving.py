"""Which words of a query count, and what they stand for in an archive."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from referee.known_names import KnownNames

from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.errors import QueryError
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Length,
    Named,
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
from archive_search.records import EntityType
from archive_search.search.expansion import MAX_EXPANSION
from archive_search.search.resolving import MOST_SUGGESTIONS, drop_empty_words, make_slots, resolve_tree
from archive_search.search.terms import EntityTerm, Family, LeafTerms
from search.samples import Opened, article, mention, opened

MINE, SALT, PIT, THE, WITH, NOTHING = (Word(text=text) for text in ("mine", "sel", "puits", "la", "avec", "…"))
BOTH = And(children=(MINE, SALT))

KEPT: dict[str, tuple[Node, Node | None]] = {
    "stop word beside a word": (And(children=(THE, MINE)), MINE),
    "stop word beside words": (And(children=(THE, MINE, SALT)), And(children=(MINE, SALT))),
    "stop words alone": (And(children=(THE, WITH)), And(children=(THE, WITH))),
    "one stop word": (THE, THE),
    "stop word of an alternative": (Or(children=(THE, MINE)), MINE),
    "stop word of a paragraph": (SameParagraph(children=(THE, MINE)), MINE),
    "exact stop word": (And(children=(ExactForm(text="la"), MINE)), And(children=(ExactForm(text="la"), MINE))),
    "phrase of stop words": (Phrase(words=("la", "avec")), Phrase(words=("la", "avec"))),
    "stop word in a proximity": (
        Near(left=THE, right=MINE, distance=2, ordered=True),
        Near(left=THE, right=MINE, distance=2, ordered=True),
    ),
    "stop word that is excluded": (Without(keep=MINE, drop=THE), Without(keep=MINE, drop=THE)),
    "stop word beside a group": (
        SameSentence(children=(THE, And(children=(MINE, SALT)))),
        SameSentence(children=(And(children=(MINE, SALT)),)),
    ),
    "stop word beside a phrase": (And(children=(THE, Phrase(words=("sel",)))), Phrase(words=("sel",))),
    "word without letters": (And(children=(NOTHING, MINE)), MINE),
    "word without letters, excluded": (Without(keep=MINE, drop=NOTHING), MINE),
    "exclusion from nothing": (Without(keep=NOTHING, drop=MINE), None),
    "proximity to nothing": (Near(left=NOTHING, right=MINE, distance=2, ordered=True), MINE),
    "proximity of nothing": (Near(left=NOTHING, right=NOTHING, distance=2, ordered=True), None),
    "nothing in a zone": (InZone(zone=Zone.TITLE, child=NOTHING), None),
    "name without letters": (And(children=(Named(type=EntityType.PERSON, text="…"), MINE)), MINE),
    "stop word beside a name": (
        And(children=(THE, Named(type=EntityType.PERSON, text="la"))),
        Named(type=EntityType.PERSON, text="la"),
    ),
    "stop word of a list": (
        Among(count=2, children=(THE, MINE, SALT, PIT)),
        Among(count=2, children=(MINE, SALT, PIT)),
    ),
    "list that asks for all that is left": (Among(count=2, children=(THE, MINE, SALT)), BOTH),
    "list that asks for more than is left": (Among(count=3, children=(THE, WITH, MINE, SALT)), BOTH),
    "list of which one word is left": (Among(count=2, children=(THE, WITH, MINE)), MINE),
    "list of stop words": (
        Among(count=2, children=(THE, WITH, Word(text="pour"))),
        Among(count=2, children=(THE, WITH, Word(text="pour"))),
    ),
    "list of nothing": (Among(count=2, children=(NOTHING, NOTHING, NOTHING)), None),
    "list left over in a conjunction": (
        And(children=(Among(count=2, children=(THE, MINE, SALT)), PIT)),
        And(children=(MINE, SALT, PIT)),
    ),
    "stop word counted": (AtLeast(count=3, child=THE), AtLeast(count=3, child=THE)),
    "stop word counted with a word": (
        AtLeast(count=3, child=Or(children=(THE, MINE))),
        AtLeast(count=3, child=MINE),
    ),
    "nothing counted": (AtLeast(count=3, child=NOTHING), None),
    "word of a paragraph without nothing": (ParagraphWithout(keep=MINE, drop=NOTHING), MINE),
    "words of a paragraph without nothing": (
        ParagraphWithout(keep=BOTH, drop=NOTHING),
        SameParagraph(children=(BOTH,)),
    ),
    "words of a sentence without nothing": (
        SentenceWithout(keep=BOTH, drop=NOTHING),
        SameSentence(children=(BOTH,)),
    ),
    "paragraph with nothing": (ParagraphWithout(keep=NOTHING, drop=MINE), None),
    "stop word that must not be near": (
        NotNear(keep=MINE, drop=THE, distance=2, ordered=True),
        NotNear(keep=MINE, drop=THE, distance=2, ordered=True),
    ),
    "nothing that must not be near": (NotNear(keep=MINE, drop=NOTHING, distance=2, ordered=True), MINE),
    "exclusion left over in an exclusion": (
        Without(keep=And(children=(THE, Without(keep=MINE, drop=SALT))), drop=PIT),
        Without(keep=MINE, drop=Or(children=(SALT, PIT))),
    ),
    "nothing among the first words": (FirstWords(count=9, child=NOTHING), None),
    "filter left over among the first words": (
        FirstWords(count=9, child=And(children=(NOTHING, Length(least=9, most=None)))),
        Length(least=9, most=None),
    ),
    "nothing": (And(children=(NOTHING, Phrase(words=("…",)), Fuzzy(text="!", distance=1))), None),
}


@pytest.mark.parametrize(("tree", "kept"), KEPT.values(), ids=list(KEPT))
def test_what_asks_for_nothing_is_dropped(tree: Node, kept: Node | None) -> None:
    assert drop_empty_words(tree) == kept


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    many = " ".join(f"mot{number}" for number in range(MAX_EXPANSION + 1))
    texts = ("Le S-300, la base, les bases, le marché, la marche.", many)
    with opened(tmp_path_factory.mktemp("resolving") / "archive", [article("all", *texts)]) as parts:
        yield parts


def test_a_tree_without_a_word_is_refused(archive: Opened) -> None:
    with pytest.raises(QueryError, match="aucun mot à chercher"):
        archive.resolve(NOTHING)


def test_a_word_stands_for_its_family_and_ranks_by_its_spelling(archive: Opened) -> None:
    terms = archive.resolve(Word(text="base")).terms[Word(text="base")]
    stem = stem_form("base")
    assert terms.slots == ((((Family(stem, None),),),),)
    assert terms.exact == ((((Family(stem, frozenset({"base"})),),),),)


def test_a_compound_with_a_digit_may_be_joined(archive: Opened) -> None:
    ((parts, joined),) = archive.resolve(Word(text="S-300")).terms[Word(text="S-300")].slots
    assert [family.stem for (family,) in parts] == ["s", "300"]
    assert [family.stem for (family,) in joined] == ["s300"]


def test_the_words_of_a_phrase_are_slots_in_a_row(archive: Opened) -> None:
    phrase = Phrase(words=("la", "MARCHE", "bas*"))
    slots = archive.resolve(phrase).terms[phrase].slots
    forms = [{form for family in terms for form in family.forms or ()} for (((terms,)),) in slots]
    assert forms == [{"la"}, {"marche", "marché"}, {"base", "bases"}]


def test_a_truncation_of_too_many_words_is_cut_with_a_warning(archive: Opened) -> None:
    resolution = archive.resolve(Pattern(text="mot*"))
    (((terms,),),) = resolution.terms[Pattern(text="mot*")].slots
    assert sum(len(family.forms or ()) for family in terms) == MAX_EXPANSION
    assert resolution.warnings == ("« mot* » désigne plus de 2000 mots : seuls les 2000 premiers sont cherchés",)


def test_words_that_the_archive_lacks_give_no_warning(archive: Opened) -> None:
    assert archive.resolve(Word(text="inconnu")).warnings == ()


ORLOV = Named(type=EntityType.PERSON, text="Orlov")
NAMES = KnownNames({"all": [mention("person:orlov", "Orlov", "Orlov")]})


def test_a_name_is_one_slot_of_its_entities(archive: Opened) -> None:
    resolution = resolve_tree(ORLOV, archive.corpus.vocabulary, NAMES)
    slots = ((((EntityTerm("person", "person:orlov"),),),),)
    assert resolution.terms == {ORLOV: LeafTerms(slots, slots)}
    assert resolution.warnings == ()


def test_names_never_recorded_are_told_once(archive: Opened) -> None:
    both = And(children=(ORLOV, Named(type=EntityType.PLACE, text="Rome")))
    assert len(archive.resolve(both).warnings) == 1


def test_close_spellings_are_sought_for_a_few_unknown_names_only(archive: Opened) -> None:
    unknown = tuple(Named(type=EntityType.PERSON, text=f"Orlo{letter}") for letter in "abcdef")
    warnings = resolve_tree(And(children=unknown), archive.corpus.vocabulary, NAMES).warnings
    assert len(warnings) == len(unknown)
    assert ["vouliez-vous dire" in warning for warning in warnings].count(True) == MOST_SUGGESTIONS


def test_a_query_without_names_asks_nothing_of_them(archive: Opened) -> None:
    program = """
import sys
from archive_search import Archive
with Archive.open(sys.argv[1]) as archive:
    assert archive.search('base OU "le marché" SAUF sel').total
    print("archive_search.search.names" in sys.modules)
    archive.search("personne:Orlov")
    print("archive_search.search.names" in sys.modules, "rapidfuzz" in sys.modules)
"""
    command = [sys.executable, "-W", "ignore", "-c", program, str(archive.archive.path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == [
        "False",
        "True",
        "False",
    ]


def test_the_parts_of_each_compound_make_one_slot() -> None:
    tokens = list(tokenize("un A-1 et B-2-C"))
    slots = make_slots(tokens, [(Family(token.form, None),) for token in tokens])
    assert [len(slot) for slot in slots] == [1, 2, 1, 2]
    assert [[len(alternative) for alternative in slot] for slot in slots] == [[1], [2, 1], [1], [3, 1]]

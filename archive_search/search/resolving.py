"""Resolve a query tree in one archive: which terms each leaf stands for, and which leaves say nothing."""

from dataclasses import dataclass, replace
from functools import singledispatchmethod

from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import Token, tokenize
from archive_search.errors import QueryError
from archive_search.indexing.forms import FormRow
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.query.building import normalise_top
from archive_search.query.traversal import leaves_of
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    Combination,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Leaf,
    Named,
    Near,
    Negation,
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
)
from archive_search.search.expansion import MAX_EXPANSION, find_matching, find_near, pattern_pieces
from archive_search.search.name_lookup import NameLookup
from archive_search.search.spelling import exactly, find_family, find_spellings, group_forms, spellings_within
from archive_search.search.terms import LeafTerms, Slot, TermSet

MOST_SUGGESTIONS = 3
"""Unknown names of one query for which close spellings are sought: each takes a moment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolution:
    """Hold a tree ready to be evaluated in one archive.

    Attributes:
        tree: The tree without the words that ask for nothing.
        terms: What each of its leaves stands for.
        warnings: What the reader should know, one French sentence each.
    """

    tree: Node
    terms: dict[Leaf, LeafTerms]
    warnings: tuple[str, ...]


def resolve_tree(tree: Node, vocabulary: Vocabulary, names: NameLookup | None = None) -> Resolution:
    """Find the terms of every leaf.

    Args:
        tree: What was asked.
        vocabulary: Forms of the archive.
        names: Its persons, places and organisations; None when it has none.

    Raises:
        QueryError: Nothing in the tree is a word.
    """
    kept = drop_empty_words(tree)
    if kept is None:
        raise QueryError("aucun mot à chercher dans la requête : écrivez au moins un mot")
    resolver = _Resolver(vocabulary, names)
    terms = {leaf: resolver.resolve(leaf) for leaf in leaves_of(kept)}
    return Resolution(tree=kept, terms=terms, warnings=tuple(dict.fromkeys(resolver.warnings)))


def drop_empty_words(node: Node) -> Node | None:
    """Drop the stop words that stand beside other words, and words without a letter or digit; None if all are."""
    match node:
        case Word(text=text) | ExactForm(text=text) | Fuzzy(text=text) | Named(text=text):
            return node if any(tokenize(text)) else None
        case Phrase(words=words):
            return node if any(any(tokenize(word)) for word in words) else None
        case And() | Or() | Among() | SameParagraph() | SameSentence():
            return _rebuilt(node, _drop_stop_words(node.children))
        case Near(left=left, right=right):
            before, after = drop_empty_words(left), drop_empty_words(right)
            return (before or after) if before is None or after is None else replace(node, left=before, right=after)
        case Without() | ParagraphWithout() | SentenceWithout() | NotNear():
            return _rebuilt_negation(node, drop_empty_words(node.keep), drop_empty_words(node.drop))
        case InZone() | FirstWords() | AtLeast():
            inside = drop_empty_words(node.child)
            return None if inside is None else normalise_top(replace(node, child=inside))
        case _:
            return node


def _drop_stop_words(children: tuple[Node, ...]) -> list[Node]:
    kept = [inside for child in children if (inside := drop_empty_words(child)) is not None]
    telling = [child for child in kept if not _is_stop_word(child)]
    return telling or kept


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and all(is_stop_word(token.form) for token in tokenize(node.text))


def _rebuilt(node: Combination, children: list[Node]) -> Node | None:
    if not children:
        return None
    rebuilt = replace(node, children=tuple(children))
    # Where more than a word is left, PARA and PHRASE still say that it must stand together.
    stands_together = isinstance(node, SameParagraph | SameSentence) and not isinstance(children[0], Word)
    return rebuilt if len(children) == 1 and stands_together else normalise_top(rebuilt)


def _rebuilt_negation(node: Negation, keep: Node | None, drop: Node | None) -> Node | None:
    if keep is None:
        return None
    if drop is not None:
        return normalise_top(replace(node, keep=keep, drop=drop))
    match node:
        case ParagraphWithout():
            return _rebuilt(SameParagraph(children=(keep,)), [keep])
        case SentenceWithout():
            return _rebuilt(SameSentence(children=(keep,)), [keep])
        case _:
            return keep


class _Resolver:
    def __init__(self, vocabulary: Vocabulary, names: NameLookup | None) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._unknown_names = 0
        self.warnings: list[str] = []

    @singledispatchmethod
    def resolve(self, leaf: Leaf) -> LeafTerms:
        raise TypeError(f"not a leaf of the query: {leaf!r}")

    @resolve.register
    def _(self, leaf: Word) -> LeafTerms:
        tokens = list(tokenize(leaf.text))
        families = [find_family(token.form, self._vocabulary) for token in tokens]
        spellings = [
            spellings_within(family, token.form, self._vocabulary)
            for family, token in zip(families, tokens, strict=True)
        ]
        return LeafTerms(make_slots(tokens, families), make_slots(tokens, spellings))

    @resolve.register
    def _(self, leaf: ExactForm) -> LeafTerms:
        tokens = list(tokenize(leaf.text))
        slots = make_slots(tokens, [exactly(token.form) for token in tokens])
        return LeafTerms(slots, slots)

    @resolve.register
    def _(self, leaf: Pattern) -> LeafTerms:
        slots = self._pattern_slots(leaf.text)
        return LeafTerms(slots, slots)

    @resolve.register
    def _(self, leaf: Fuzzy) -> LeafTerms:
        tokens = list(tokenize(leaf.text))
        near = [find_near(token.form, leaf.distance, self._vocabulary) for token in tokens]
        written = f"{leaf.text}~{leaf.distance}"
        slots = make_slots(tokens, [self._capped(rows, written) for rows in near])
        return LeafTerms(slots, slots)

    @resolve.register
    def _(self, leaf: Phrase) -> LeafTerms:
        slots: list[Slot] = []
        for word in leaf.words:
            if "*" in word or "?" in word:
                slots.extend(self._pattern_slots(word))
                continue
            tokens = list(tokenize(word))
            slots.extend(make_slots(tokens, [find_spellings(token.form, self._vocabulary) for token in tokens]))
        return LeafTerms(tuple(slots), tuple(slots))

    @resolve.register
    def _(self, leaf: Named) -> LeafTerms:
        # Imported here: few queries name anybody, and all would pay for it.
        from archive_search.search.names import resolve_name

        found = resolve_name(leaf, self._names, suggests=self._unknown_names < MOST_SUGGESTIONS)
        self.warnings += found.warnings
        if not found.terms:
            self._unknown_names += 1
            return LeafTerms((), ())
        slots: tuple[Slot, ...] = (((found.terms,),),)
        return LeafTerms(slots, slots)

    def _pattern_slots(self, text: str) -> tuple[Slot, ...]:
        return tuple(((self._capped(find_matching(piece, self._vocabulary), text),),) for piece in pattern_pieces(text))

    def _capped(self, rows: list[FormRow], written: str) -> TermSet:
        if len(rows) > MAX_EXPANSION:
            self.warnings.append(
                f"« {written} » désigne plus de {MAX_EXPANSION} mots : seuls les {MAX_EXPANSION} premiers sont cherchés"
            )
        return group_forms(rows[:MAX_EXPANSION])


def make_slots(tokens: list[Token], terms: list[TermSet]) -> tuple[Slot, ...]:
    """Arrange tokens into slots: the joined form of a compound is an alternative to the row of its parts."""
    slots: list[Slot] = []
    for token, found in zip(tokens, terms, strict=True):
        parts = token.last - token.position + 1
        if parts == 1:
            slots.append(((found,),))
        else:
            row = tuple(alternative[0] for slot in slots[-parts:] for alternative in slot)
            slots[-parts:] = [(row, (found,))]
    return tuple(slots)

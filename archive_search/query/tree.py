"""The query tree: small immutable records that every engine evaluates alike.

A tree says what is asked, never how it is found: it knows no index, no term and no stem. Leaves name words as
the user typed them; `archive_search.search.resolving` turns them into terms of one archive.

>>> from archive_search.query.tree import And, Phrase, Word
>>> And(children=(Word(text="Lattaquié"), Phrase(words=("base", "aérienne"))))
And(children=(Word(text='Lattaquié'), Phrase(words=('base', 'aérienne'))))
"""

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from typing import TypeAlias

from archive_search.records import EntityType


class Zone(StrEnum):
    """Name a part of the article that a query can be confined to; the value is how it is written."""

    TITLE = "titre"
    LEAD = "chapo"
    ATTACK = "attaque"
    TEXT = "texte"


class Field(StrEnum):
    """Name a property of the whole article that a query can filter on; the value is how it is written."""

    AUTHOR = "auteur"
    SOURCE = "source"
    AGENCY = "agence"
    SECTION = "rubrique"
    LANGUAGE = "langue"


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """Ask for a word in any form of its family, accents or not (``armée``)."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExactForm:
    """Ask for this very form, accents counted (``=marché``)."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern:
    """Ask for the words of a pattern: ``*`` any letters, ``?`` one letter (at the end: at most one).

    Accents and case are ignored. The text holds at least three letters or digits before its first ``*``.
    """

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Fuzzy:
    """Ask for the words within 1 or 2 changed letters of a word, accents ignored (``Choïgou~1``)."""

    text: str
    distance: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """Ask for these words in a row, unstemmed; accents, case, apostrophe shape and hyphens are ignored.

    A word of the phrase may be a pattern (``"base aér*"``).
    """

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Ask for the places that name a person, place or organisation, under any spelling (``personne:Choïgou``).

    Attributes:
        type: What kind of thing is asked for.
        text: Its name as typed, words parted by single spaces; or its id in the archive, such as
            "person:serguei-choigou".
    """

    type: EntityType
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class And:
    """Ask for all children in the same article, or in the paragraph or sentence that an operator around names."""

    children: "tuple[Node, ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Or:
    """Ask for at least one of the children."""

    children: "tuple[Node, ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Without:
    """Ask for what satisfies ``keep`` and not ``drop`` (SAUF)."""

    keep: "Node"
    drop: "Node"


@dataclass(frozen=True, kw_only=True, slots=True)
class AtLeast:
    """Ask for so many occurrences of the child in the article (``AUMOINS3(Syrie)``).

    Where an operator around names a paragraph or a sentence, they are counted in it. Occurrences of PARA and SAUF/P are
    the paragraphs in which they hold, those of PHRASE and SAUF/S the sentences.

    Attributes:
        count: Fewest occurrences, from 2.
        child: A leaf; OU, PRES, ADJ, PARA, PHRASE or one of their negations, over words alone.
    """

    count: int
    child: "Node"


@dataclass(frozen=True, kw_only=True, slots=True)
class Among:
    """Ask for at least so many of the children (``2 PARMI (Assad, Poutine, Obama)``).

    Attributes:
        count: Fewest children, from 2 to their number less one.
        children: What is listed.
    """

    count: int
    children: "tuple[Node, ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Near:
    """Ask for left and right at most ``distance`` words apart in one paragraph; 1 means side by side.

    Attributes:
        ordered: Whether left must come first (ADJ/n) or either order will do (PRES/n).
    """

    left: "Node"
    right: "Node"
    distance: int
    ordered: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SameParagraph:
    """Ask for all children in one paragraph (PARA)."""

    children: "tuple[Node, ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class SameSentence:
    """Ask for all children in one sentence (PHRASE)."""

    children: "tuple[Node, ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphWithout:
    """Ask for a paragraph that satisfies ``keep`` and not ``drop`` (SAUF/P)."""

    keep: "Node"
    drop: "Node"


@dataclass(frozen=True, kw_only=True, slots=True)
class SentenceWithout:
    """Ask for a sentence that satisfies ``keep`` and not ``drop`` (SAUF/S)."""

    keep: "Node"
    drop: "Node"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotNear:
    """Ask for an occurrence of ``keep`` with none of ``drop`` at most ``distance`` words from it (SAUF/5).

    Attributes:
        ordered: Whether only what follows ``keep`` counts (SAUF ADJ/5), or what precedes it too.
    """

    keep: "Node"
    drop: "Node"
    distance: int
    ordered: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class InZone:
    """Confine the words of a subtree to a part of the article (``titre:``)."""

    zone: Zone
    child: "Node"


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstWords:
    """Confine the words of a subtree to the first ``count`` words of the article, its title included (``debut/50``)."""

    count: int
    child: "Node"


@dataclass(frozen=True, kw_only=True, slots=True)
class Matching:
    """Keep the articles whose property contains these words in a row, case and accents ignored (``source:``).

    Attributes:
        field: The property.
        value: What is asked of it.
        whole: Whether it must be this very value, letter for letter, instead (``source:="Le Monde"``).
    """

    field: Field
    value: str
    whole: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """Keep the articles published between two days, both included; None leaves that side open (``date:``)."""

    first: Date | None
    last: Date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Length:
    """Keep the articles of some length in words, both bounds included; None leaves that side open (``mots>500``)."""

    least: int | None
    most: int | None


Leaf: TypeAlias = Word | ExactForm | Pattern | Fuzzy | Phrase | Named
Filter: TypeAlias = Matching | Published | Length
Combination: TypeAlias = And | Or | Among | SameParagraph | SameSentence
Negation: TypeAlias = Without | ParagraphWithout | SentenceWithout | NotNear
Confinement: TypeAlias = InZone | FirstWords
Node: TypeAlias = Leaf | Filter | Combination | Negation | Near | AtLeast | Confinement


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """Hold what was understood of a query.

    Attributes:
        tree: The tree to evaluate.
        interpreted: The tree printed in canonical form, implied operators shown.
        warnings: What was repaired or taken otherwise than written, one French sentence each.
    """

    tree: Node
    interpreted: str
    warnings: tuple[str, ...] = ()

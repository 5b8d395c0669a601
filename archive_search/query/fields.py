"""Know the fields by all the names that press databases give them.

>>> from archive_search.query.fields import find_field
>>> find_field("TIT_HEAD"), find_field("Après")
((<Zone.TITLE: 'titre'>,), <DateFilter.AFTER: 'apres'>)
>>> find_field("navigation") is None
True
"""

import unicodedata
from enum import Enum
from typing import TypeAlias

from archive_search.query.tree import Field, Zone
from archive_search.records import EntityType

LONGEST_NAME = 12
_SHORTEST_GUESSED = 3
_LIKENESS = 0.74


class DateFilter(Enum):
    """Name a filter on the day of publication; the value is how it is written."""

    ON = "date"
    SINCE = "depuis"
    BEFORE = "avant"
    AFTER = "apres"


Target: TypeAlias = tuple[Zone, ...] | Field | EntityType
"""What a field does to its operand: confine it to one of these zones, match it with a property, or take it for the
name of something of this type."""

WRITTEN_TYPES = {EntityType.PERSON: "personne", EntityType.PLACE: "lieu", EntityType.ORG: "organisation"}
"""How the field of each type of name is written."""

_TARGETS: dict[Target | DateFilter, str] = {
    (Zone.TITLE,): "titre tit_head hd headline",
    (Zone.LEAD,): "chapo lead lp",
    (Zone.ATTACK,): "attaque",
    (Zone.TITLE, Zone.ATTACK): "hlp hlead",
    (Zone.TEXT,): "texte text td body",
    Field.AUTHOR: "auteur aut_by by byline",
    Field.SOURCE: "source sn publication",
    Field.AGENCY: "agence",
    Field.SECTION: "rubrique se section",
    Field.LANGUAGE: "langue la language",
    EntityType.PERSON: f"{WRITTEN_TYPES[EntityType.PERSON]} person per",
    EntityType.PLACE: f"{WRITTEN_TYPES[EntityType.PLACE]} place pays",
    EntityType.ORG: f"{WRITTEN_TYPES[EntityType.ORG]} organization org",
    DateFilter.ON: "date",
    DateFilter.SINCE: "depuis",
    DateFilter.BEFORE: "avant",
    DateFilter.AFTER: "apres",
}
_FIELDS = {name: target for target, names in _TARGETS.items() for name in names.split()}
WRITTEN_FIELDS = tuple(
    names.split()[0] for target, names in _TARGETS.items() if not isinstance(target, tuple) or len(target) == 1
)
"""How each field that has a French name is written."""
CALLED = frozenset(
    {"body", "byline", "headline", "hlead", "language", "lead", "organization", "person", "publication", "section"}
)
"""Names that stand right before a parenthesis, without a sign, as Nexis writes them."""

COMMANDS = frozenset({"allcaps", "caps", "nocaps", "plural", "singular"})
"""Names that in Nexis say how the words in the parenthesis are written, which no archive of ours distinguishes."""


def fold_name(name: str) -> str:
    """Take case and accents off a name; one too long to be a field is left as it is."""
    if len(name) > LONGEST_NAME or name.isascii():
        return name.lower()
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def find_field(name: str) -> Target | DateFilter | None:
    """Find the field of a name, in any case and with or without accents."""
    return _FIELDS.get(fold_name(name))


def nearest_field(name: str) -> str | None:
    """Guess the field that a name which is none was typed for: ``titr`` is the beginning of ``titre``.

    Returns:
        A name that `find_field` finds; None where nothing is close, or the name is far from being one.
    """
    # Imported here: only a name that no field has needs it, and every query would pay for it.
    from difflib import get_close_matches

    folded = fold_name(name)
    if not _SHORTEST_GUESSED <= len(folded) <= LONGEST_NAME + 1:
        return None
    if begun := [written for written in WRITTEN_FIELDS if written.startswith(folded)]:
        return begun[0]
    # The names of two or three letters are within a letter of any abbreviation.
    others = [each for each in _FIELDS if len(each) > _SHORTEST_GUESSED]
    close = get_close_matches(folded, WRITTEN_FIELDS, n=1, cutoff=_LIKENESS) or get_close_matches(
        folded, others, n=1, cutoff=_LIKENESS
    )
    return close[0] if close else None

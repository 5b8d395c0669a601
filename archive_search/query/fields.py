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
    Field.SECTION: "rubrique se",
    Field.LANGUAGE: "langue la",
    EntityType.PERSON: f"{WRITTEN_TYPES[EntityType.PERSON]} person per",
    EntityType.PLACE: f"{WRITTEN_TYPES[EntityType.PLACE]} place pays",
    EntityType.ORG: f"{WRITTEN_TYPES[EntityType.ORG]} organization org",
    DateFilter.ON: "date",
    DateFilter.SINCE: "depuis",
    DateFilter.BEFORE: "avant",
    DateFilter.AFTER: "apres",
}
_FIELDS = {name: target for target, names in _TARGETS.items() for name in names.split()}
CALLED = frozenset({"body", "byline", "headline", "hlead", "lead", "publication"})
"""Names that stand right before a parenthesis, without a sign, as Nexis writes them."""


def fold_name(name: str) -> str:
    """Take case and accents off a name; one too long to be a field is left as it is."""
    if len(name) > LONGEST_NAME or name.isascii():
        return name.lower()
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def find_field(name: str) -> Target | DateFilter | None:
    """Find the field of a name, in any case and with or without accents."""
    return _FIELDS.get(fold_name(name))

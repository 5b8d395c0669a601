"""Correct the type of a name by the noun that opens it or stands before it: fondation Dufour, la commune de Thor.

>>> from archive_search.entities.span_types import type_of_name
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "la commune de Souk Roy"
>>> str(type_of_name(text, RecognisedSpan(14, len(text), EntityType.PERSON)))
'place'
"""

import re

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import given_names, known_name
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType

_OF_A_PLACE = re.compile(
    r"(?<![\w-])(?:(?:communes?|villes?|villages?|wilayas?|daïras?|hameaux?|localités?|gouvernorats?|cantons?|bourg|bourgade|"
    r"station balnéaire|sous-préfecture|îles?) (?P<of>de la |de l'|de |d'|du |des )|"
    r"(?:rue|avenue|boulevard|cours|quai|allées?|impasse|square|passerelle|stade|lycée|collège|hôpital|gare|aéroport|"
    r"salle(?: omnisports?)?|quartier) )\Z"
)
_NEAR = 40


def type_of_name(text: str, span: RecognisedSpan) -> EntityType:
    """Give the type of a cleaned span of a prepared text: its own, unless a noun or a known name tells better."""
    if span.type is EntityType.PERSON:
        return EntityType.PLACE if _follows_kind_of_place(text, span) else span.type
    if span.type is EntityType.PLACE and " " in text[span.start : span.end]:
        return EntityType.ORG if _opens_like_organisation(text[span.start : span.end]) else span.type
    return span.type


def _follows_kind_of_place(text: str, span: RecognisedSpan) -> bool:
    found = _OF_A_PLACE.search(text[max(0, span.start - _NEAR) : span.start])
    if found is None:
        return False
    # "la ville de Marc Roy" is where he lives; "le lycée Marc Roy" bears his name.
    first, _, rest = text[span.start : span.end].partition(" ")
    return not (found["of"] and rest and fold_name(first) in given_names())


def _opens_like_organisation(surface: str) -> bool:
    first, *rest = surface.split()
    if fold_name(first) in read_words("organisation_heads.txt"):
        return True
    # "France 3 Normandie"
    opening = known_name(f"{first} {rest[0]}") if len(rest) > 1 else None
    return opening is not None and opening.type is EntityType.ORG

"""Tell what is no name though it looks like one: days, nationalities, identifiers, web junk, bare generic words.

>>> from archive_search.entities.not_names import is_no_name
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> is_no_name("Jeudi", RecognisedSpan(0, 5, EntityType.PERSON))
True
"""

import re
from functools import lru_cache

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import demonyms, function_nouns, is_city, is_doubtful, known_name
from archive_search.entities.name_fronts import article_before
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType

_ADDRESS = re.compile(r"https?:|www\.|@|[\w-]+\.(?:html?|php|pdf|jpe?g|png)\b|\.\w+/")
_IDENTIFIER = re.compile(r"(?=\w*\d)(?=(?:\D*\d){2})\w{8,}")
_TAG = re.compile(r"[#@][\w.-]*\Z")
_LONGEST_TAG = 40
_ENDS_OF_WORDS = frozenset({"", " ", "'", "(", "«", '"'})
_ROAD_OR_MODEL = re.compile(r"[A-Z]{1,3}[ -]?\d[\w-]*")
# "RN 20", "A13 Caen-Paris", "RER B"; flights have three figures or more, channels (TF1) less.
_TRANSPORT = re.compile(r"(?:RN|RD|RCEA) ?\d|[AEND] ?\d{1,4} \S|RER [A-E]\b|[A-Z]{2} ?\d{3,4}\Z|(?:TGV|TER|LGV) ")
_ORDINAL = re.compile(r"[IVXLC]+(?:e|er|ère|ème)")
_VOWEL = re.compile(r"[aeiouy0-9]")
_LONGEST_UNIT = 4
# "les Smur", "des Grésilles": one word in the plural is no person.
_PLURAL = re.compile(r"(?<!\w)(?i:les|des|aux|ces|nos|vos|ses|mes|leurs) \Z")
_EPONYM = re.compile(r"(?:cocktails? |degrés? |talons? d'|échelle de )\Z")
_NEAR = 12


def is_no_name(text: str, span: RecognisedSpan) -> bool:
    """Tell whether a cleaned span of a prepared text names no person, place or organisation."""
    surface = text[span.start : span.end]
    if known_type(text, span) is not None:
        return False
    return _is_never_a_name(surface, span.type) or _is_tag(text, span) or _is_thing(text, span)


def known_type(text: str, span: RecognisedSpan) -> EntityType | None:
    """Give the type of an institution or territory, or None where the span of a prepared text is not sure to be one.

    A spelling that is known for several things needs an article before it (au Parisien), or the model's word.
    """
    return _known_type(article_before(text, span.start), text[span.start : span.end], span.type)


@lru_cache(maxsize=1 << 14)
def _known_type(article: str, surface: str, kind: EntityType) -> EntityType | None:
    known = (known_name(article + surface) if article else None) or known_name(surface)
    if known is None:
        return None
    return known.type if article or known.type is kind or not is_doubtful(surface) else None


def _is_tag(text: str, span: RecognisedSpan) -> bool:
    """Tell whether a span is of the name of an account (@Odile) or of a hashtag (#TousAuPort), or the end of one."""
    if text[max(0, span.start - 1) : span.start] in _ENDS_OF_WORDS:
        return False
    return _TAG.search(text[max(0, span.start - _LONGEST_TAG) : span.start]) is not None


def _is_thing(text: str, span: RecognisedSpan) -> bool:
    """Tell by what is before a lone word that it names several things, or one that a person gave a name to."""
    if span.type is not EntityType.PERSON or " " in text[span.start : span.end]:
        return False
    before = text[max(0, span.start - _NEAR) : span.start]
    return _PLURAL.search(before) is not None or _EPONYM.search(before) is not None


@lru_cache(maxsize=1 << 14)
def _is_never_a_name(surface: str, kind: EntityType) -> bool:
    letters = sum(map(str.isalpha, surface))
    is_scrap = letters < 2 or (letters < 4 and surface[0].islower())
    return is_scrap or _ADDRESS.search(surface) is not None or _is_generic(surface) or _is_identifier(surface, kind)


def _is_generic(surface: str) -> bool:
    folded = fold_name(surface)
    lists = (read_words("generic_words.txt"), read_words("addresses.txt"), function_nouns())
    # "Américains", "l'État polonais"; but of several words ("Français volants") only some are.
    people = folded.removeprefix("etats ").removeprefix("etat ")
    return any(folded in words for words in lists) or (" " not in people and people in demonyms())


def _is_identifier(surface: str, kind: EntityType) -> bool:
    if any(pattern.fullmatch(surface) for pattern in (_IDENTIFIER, _ORDINAL)) or _TRANSPORT.match(surface):
        return True
    if len(surface) <= _LONGEST_UNIT and _is_unit(surface):
        return True
    # Roads, genes, models of cars; a channel may be called C8.
    return kind is not EntityType.ORG and _ROAD_OR_MODEL.fullmatch(surface) is not None


def _is_unit(surface: str) -> bool:
    """Tell whether a token has no vowel (Nm, Km/h, Mdr): it is a unit of measure or web talk, unless a town (Brno)."""
    folded = fold_name(surface)
    is_acronym = sum(map(str.isupper, surface)) > 1
    return not is_acronym and _VOWEL.search(folded) is None and not is_city(folded)

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
from archive_search.entities.gazetteer import demonyms, function_nouns, is_doubtful, known_name
from archive_search.entities.name_fronts import article_before
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType

_ADDRESS = re.compile(r"https?:|www\.|@|[\w-]+\.(?:html?|php|pdf|jpe?g|png)\b|\.\w+/")
_IDENTIFIER = re.compile(r"(?=\w*\d)(?=(?:\D*\d){2})\w{8,}")
_JOINED_WORDS = re.compile(r"[a-zà-ÿ][A-ZÀ-Ý]")
_ROAD_OR_MODEL = re.compile(r"[A-Z]{1,3}[ -]?\d[\w-]*")


def is_no_name(text: str, span: RecognisedSpan) -> bool:
    """Tell whether a cleaned span of a prepared text names no person, place or organisation."""
    surface = text[span.start : span.end]
    if known_type(text, span) is not None:
        return False
    letters = sum(map(str.isalpha, surface))
    is_scrap = letters < 2 or (letters < 4 and surface[0].islower())
    if is_scrap or _ADDRESS.search(surface) or _is_tag(text, span):
        return True
    return _is_generic(surface) or _is_identifier(surface, span.type)


def known_type(text: str, span: RecognisedSpan) -> EntityType | None:
    """Give the type of an institution or territory, or None where the span of a prepared text is not sure to be one.

    A spelling that is known for several things needs an article before it (au Parisien), or the model's word.
    """
    surface = text[span.start : span.end]
    article = article_before(text, span.start)
    known = (known_name(article + surface) if article else None) or known_name(surface)
    if known is None:
        return None
    return known.type if article or known.type is span.type or not is_doubtful(surface) else None


def _is_tag(text: str, span: RecognisedSpan) -> bool:
    """Tell whether a span is the name of an account (@Odile) or a slogan (#TousAuPort); #Rome names Rome."""
    sign = text[max(0, span.start - 1) : span.start]
    return sign == "@" or (sign == "#" and _JOINED_WORDS.search(text, span.start, span.end) is not None)


@lru_cache(maxsize=1 << 14)
def _is_generic(surface: str) -> bool:
    folded = fold_name(surface)
    lists = (read_words("generic_words.txt"), read_words("addresses.txt"), function_nouns())
    # "Américains"; but of several words ("Français volants") only some are.
    return any(folded in words for words in lists) or (" " not in folded and folded in demonyms())


def _is_identifier(surface: str, kind: EntityType) -> bool:
    if _IDENTIFIER.fullmatch(surface):
        return True
    # Roads, genes, models of cars; a channel may be called C8.
    return kind is not EntityType.ORG and _ROAD_OR_MODEL.fullmatch(surface) is not None

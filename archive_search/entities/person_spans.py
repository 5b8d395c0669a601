"""Cut the span of a person down to the name: no article before it, nothing small behind it.

>>> from archive_search.entities.person_spans import cut_to_person
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "le chanteur Odile de La Tour viré de la chaîne"
>>> span = cut_to_person(text, RecognisedSpan(0, len(text), EntityType.PERSON), titled=False)
>>> text[span.start:span.end]
'Odile de La Tour'
"""

import re

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import given_names, is_city, known_name
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.entities.word_shapes import ADDRESSED_NAME, NAME_WORD, PERSON_NAME, UPPER
from archive_search.records import EntityType

# A span may open with the small words of a surname even where no form of address stands before it.
_FRONT = re.compile(rf"(?:(?:al|el)[ -]|(?:ben|bin|ibn|abou|van|von|der) )?[{UPPER}]")
# What may follow a given name: Radouane Roy, Dominique de La Tour.
_SURNAME = re.compile(rf" (?P<link>de |d'|du )?(?:(?:La|Le|van|von|ben|bin|el|al)[ -])?(?P<word>{NAME_WORD})")
_SHORTEST_SURNAME = 3


def take_surname(text: str, span: RecognisedSpan) -> RecognisedSpan:
    """Widen a span that is a given name alone to the surname that the model left out.

    Returns:
        A person; the span itself when it has more words, may be a town, or when no surname follows.
    """
    name = text[span.start : span.end]
    if " " in name or fold_name(name) not in given_names():
        return span
    surname = _SURNAME.match(text, span.end)
    is_town = span.type is not EntityType.PERSON and (is_city(fold_name(name)) or known_name(name) is not None)
    if surname is None or is_town or not _is_surname(surname, name):
        return span
    return RecognisedSpan(span.start, surname.end(), EntityType.PERSON)


def cut_to_person(text: str, span: RecognisedSpan, *, titled: bool) -> RecognisedSpan | None:
    """Find the person's name in a span of a prepared text.

    Args:
        text: Prepared text.
        span: What is taken for a person.
        titled: Whether a title was taken off before it: then "de" belongs to the surname (M. de La Tour).

    Returns:
        None when the span has no capitalised word.
    """
    is_at_front = titled or _FRONT.match(text, span.start, span.end) is not None
    name = ADDRESSED_NAME.match(text, span.start, span.end) if is_at_front else None
    name = name or PERSON_NAME.search(text, span.start, span.end)
    return RecognisedSpan(*name.span(), span.type) if name else None


def _is_surname(found: re.Match[str], given_name: str) -> bool:
    """Tell whether the word behind a given name may be a surname: no ordinary word, acronym, or town after "de"."""
    word, folded = found["word"], fold_name(found["word"])
    is_known = known_name(word) is not None
    if len(word) < _SHORTEST_SURNAME or (is_known and word.isupper() and not given_name.isupper()):
        return False
    if found["link"] and (is_known or is_city(folded)):
        return False
    return folded not in read_words("generic_words.txt") | read_words("sentence_openers.txt")

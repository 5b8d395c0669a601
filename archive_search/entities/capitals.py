"""Give names that are printed all in capitals the spelling that they would have elsewhere.

>>> from archive_search.entities.capitals import spell_usually
>>> spell_usually("AIX-EN-PROVENCE", is_person=False), spell_usually("MARINE LE PEN", is_person=True)
('Aix-en-Provence', 'Marine Le Pen')
"""

import re

LONGEST_ACRONYM = 3

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(rf"{_WORD.pattern}(?:-{_WORD.pattern})*+")
_ROMAN_NUMBER = re.compile(r"[IVX]{2,}")
_SMALL_WORDS = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "sur", "sous", "en", "et", "au", "aux", "à", "lès"}
)
# Persons keep their articles: Marine Le Pen, Jean de La Fontaine.
_SMALL_WORDS_OF_PERSONS = frozenset({"de", "du", "des", "d", "et", "al", "el", "von", "van", "der", "den"})


def is_shouted(name: str) -> bool:
    """Tell whether a name is all in capitals, and one of its words is too long to be an acronym."""
    return name.isupper() and any(len(word) > LONGEST_ACRONYM for word in _WORD.findall(name))


def spell_usually(name: str, *, is_person: bool) -> str:
    """Write a name without the capitals that are not its own.

    Args:
        name: Name as printed.
        is_person: Whether it is a person's; then one word in capitals beside others in small letters is the surname
            ("Odile PASQUIER"), where in another name it is an acronym ("MEDEF Rhône").
    """
    if is_shouted(name):
        small_words = _SMALL_WORDS_OF_PERSONS if is_person else _SMALL_WORDS
        return _WORD.sub(lambda word: _spell_shouted(word, small_words), name)
    return _COMPOUND.sub(_spell_surname, name) if is_person and not name.isupper() else name


def _spell_shouted(word: re.Match[str], small_words: frozenset[str]) -> str:
    small = word[0].lower()
    if _ROMAN_NUMBER.fullmatch(word[0]):
        return word[0]
    return small if word.start() > 0 and small in small_words else word[0].capitalize()


def _spell_surname(word: re.Match[str]) -> str:
    is_shouted_word = is_shouted(word[0]) and not _ROMAN_NUMBER.fullmatch(word[0])
    return word[0].title() if is_shouted_word or word[0] in {"LE", "LA", "DE", "DU"} else word[0]

"""Part what the model takes for one name: what only opens the sentence, a town or party, and the person behind it.

>>> from archive_search.entities.joined_names import part_names
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "LREM Odile Pasquier"
>>> [text[span.start:span.end] for span in part_names(text, RecognisedSpan(0, len(text), EntityType.ORG))]
['LREM', 'Odile Pasquier']
"""

import re

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import function_nouns, given_names, is_city, known_name, titles
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.entities.word_shapes import PERSON_NAME, UPPER, opens_sentence
from archive_search.records import EntityType

MOST_WORDS_BEFORE = 3
"""Words of a town or party that are looked at before a given name."""

_NOT_BLANK = re.compile(r"[^ ]+")
_OPENING_WORD = re.compile(rf"([{UPPER}][a-zà-öø-ÿœ]+) (?=[{UPPER}])")
_ADVERB = re.compile(r"\w{4,}ment")
# "évêque de Gap Odile Pasquier"; but "gare de Lyon Jean Macé".
_OF = re.compile(r"([\w-]+) (?:de |d'|du |des )\Z")
_LONGEST_OFFICE = 40


def cut_opening_word(text: str, span: RecognisedSpan) -> RecognisedSpan:
    """Cut a word that has its capital from the sentence that it opens: Selon Marc Roy, Juridiquement Dufour."""
    opening = _OPENING_WORD.match(text, span.start, span.end)
    if opening is None or not _is_opening_word(opening[1], span.type) or not opens_sentence(text, span.start):
        return span
    return RecognisedSpan(opening.end(), span.end, span.type)


def part_names(text: str, span: RecognisedSpan) -> list[RecognisedSpan]:
    """Part a cleaned span before the given name of a person whom a town, a party or a bare common noun precedes.

    Returns:
        The names in order; the span itself when it is one name.
    """
    if text.count(" ", span.start, span.end) < 2:
        return [span]
    words = list(_NOT_BLANK.finditer(text, span.start, span.end))
    if not words or fold_name(words[0][0]) in given_names():
        return [span]
    for index in range(1, min(len(words) - 1, MOST_WORDS_BEFORE + 1)):
        if fold_name(words[index][0]) in given_names():
            first = RecognisedSpan(span.start, words[index - 1].end(), span.type)
            person = RecognisedSpan(words[index].start(), span.end, EntityType.PERSON)
            is_person = PERSON_NAME.fullmatch(text, person.start, person.end) is not None
            parted = _name_before(text, first) if is_person else None
            return [span] if parted is None else [*parted, person]
    return [span]


def _is_opening_word(word: str, kind: EntityType) -> bool:
    # Nouns on "-ment" (Parlement, Mouvement) begin no person's name either.
    is_adverb = kind is EntityType.PERSON and _ADVERB.fullmatch(word) is not None
    return (is_adverb or fold_name(word) in read_words("sentence_openers.txt")) and known_name(word) is None


def _name_before(text: str, span: RecognisedSpan) -> list[RecognisedSpan] | None:
    """Give the name that stands before a person, none for a common noun, None where nothing tells them apart."""
    surface = text[span.start : span.end]
    folded = fold_name(surface)
    known = known_name(surface)
    if known is not None:
        return [RecognisedSpan(span.start, span.end, known.type)]
    office = _OF.search(text[max(0, span.start - _LONGEST_OFFICE) : span.start])
    if office is not None and fold_name(office[1]) not in function_nouns() | titles():
        return None
    # Companies may be named so: Aston Martin.
    if office is not None or (is_city(folded) and span.type is not EntityType.ORG):
        return [RecognisedSpan(span.start, span.end, EntityType.PLACE)]
    return [] if folded in read_words("generic_words.txt") else None

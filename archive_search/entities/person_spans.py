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

from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_shapes import ADDRESSED_NAME, PERSON_NAME, UPPER

# A span may open with the small words of a surname even where no form of address stands before it.
_FRONT = re.compile(rf"(?:(?:al|el)[ -]|(?:ben|bin|ibn|abou|van|von|der) )?[{UPPER}]")


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

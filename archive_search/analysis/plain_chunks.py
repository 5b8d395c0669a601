"""Take the words out of the chunks of the usual shapes, many times faster than the tokenizer does.

>>> from archive_search.analysis.plain_chunks import split_plain
>>> split_plain("(vice-président,"), split_plain("L’armée."), split_plain("S-300")
(['vice', 'président'], ['armée'], None)
"""

import re

from archive_search.analysis.elision import ELIDED
from archive_search.analysis.tokenizing import MAX_FORM

# Latin letters that need no more than lower case: "æ" and "œ" come apart. Without re.IGNORECASE, to which "ſ" is
# an "s" and "ı" an "i".
_LETTER = "[A-Za-zÀ-ÅÇ-ÖØ-åç-öø-ÿ]"
# The elisions of one letter, and "qu" as it is usually written; the rarer ones are left to the tokenizer.
_ELIDED = "".join(sorted(word + word.upper() for word in ELIDED if len(word) == 1))
_PLAIN = re.compile(rf"[\"«“(\[…]*+(?:(?:[{_ELIDED}]|[Qq]u)['’])?({_LETTER}++(?:-{_LETTER}++)*+)[\"»”)\]….,;:!?]*+")


def split_plain(chunk: str) -> list[str] | None:
    """Give the forms of a chunk made of punctuation, an elided article, words of French letters with hyphens.

    Returns:
        The forms, which take consecutive positions; None when the chunk has another shape or may be too long.
    """
    plain = _PLAIN.fullmatch(chunk)
    if plain is None or len(chunk) > MAX_FORM:
        return None
    return plain[1].lower().split("-")

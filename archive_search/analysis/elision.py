"""Take elided articles and pronouns off a word.

"l'", "d'" and "qu'" carry no meaning; left in place they would make "l'armée" and "armée" different terms.

>>> from archive_search.analysis.elision import split_at_apostrophes
>>> split_at_apostrophes("l'armée"), split_at_apostrophes("aujourd'hui"), split_at_apostrophes("jusqu'à")
([(2, 7)], [(0, 11)], [(6, 7)])
"""

import re

from archive_search.analysis.characters import APOSTROPHES

ELIDED = frozenset({"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
"""What French elides before a vowel, without its apostrophe."""

# Words that hold an apostrophe of their own, and openings of such words.
WHOLE_WORDS = re.compile(
    r"aujourd'hui|presqu'[iî]les?|prud'hom[a-z]*|quelqu'une?|entr'[a-zà-ÿ]+|grand'[a-zà-ÿ]+|o'[a-z]{3,}"
)
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def split_at_apostrophes(word: str) -> list[tuple[int, int]]:
    """Find the parts of a word that count, leaving out what is elided and the English possessive.

    Args:
        word: Letters, digits and apostrophes, in any case and any apostrophe shape.

    Returns:
        Half-open pairs of offsets into the word, in order.
    """
    unified = _APOSTROPHE.sub("'", word).lower()
    start = 0
    parts: list[tuple[int, int]] = []
    while (end := unified.find("'", start)) >= 0 and not WHOLE_WORDS.fullmatch(unified, start):
        if unified[start:end] not in ELIDED:
            parts.append((start, end))
        start = end + 1
    # "Trump's" is about Trump: the English possessive is no word of French text.
    if not (parts and unified.endswith("'s") and start == len(word) - 1):
        parts.append((start, len(word)))
    return [part for part in parts if part[0] < part[1]]

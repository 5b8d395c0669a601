"""Count how often words are written small and how often capitalised, which tells names from words.

Of "Pierre" and "pierre", "Reste" and "reste", the commoner spelling in an archive says what the other one is.

>>> from archive_search.entities.casing import count_cases
>>> lower, capitalised = count_cases(["Moscou reste ferme. Reste Moscou, dit Paris."])
>>> lower["reste"], capitalised["reste"], capitalised["moscou"], capitalised["paris"]
(1, 0, 1, 1)
"""

import re
from collections import Counter
from collections.abc import Iterable

from archive_search.analysis.characters import HYPHENS

# A compound is one word: "vice-président" says nothing on "président".
_WORD = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*+")
# A colon, an opening guillemet, a dash at the start of a line also give a capital to any word; the full stop of an
# initial or a title ("M. Carter") does not. The class comes first, so that the scan is one of single characters.
_FIRST_WORD = re.compile(
    r"[.!?…:\n«“\"](?<!\b[A-Z]\.)(?<!\bMM\.)(?<!\bDr\.)[\s«»“”\"'‘’()\[\]–—\-]*+"
    rf"(?=[A-ZÀ-ÖØ-Þ])({_WORD.pattern})"
)


def count_cases(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Count the spellings of each word, small and capitalised; the accents are kept.

    Args:
        texts: Paragraphs. One that is all in capitals says nothing, and is passed over.

    Returns:
        Two counters by the word in lower case: how often it is written small, and how often it begins with a capital
        (or is all in capitals) though no sentence or quotation begins with it.
    """
    words: Counter[str] = Counter()
    first_words: Counter[str] = Counter()
    for text in texts:
        if not text.isupper():
            words.update(_WORD.findall(text))
            first_words.update(_FIRST_WORD.findall("\n" + text))
    return _lower_cased(words), _capitalised(words - first_words)


def _lower_cased(words: Counter[str]) -> Counter[str]:
    return Counter({word: count for word, count in words.items() if not word[0].isupper()})


def _capitalised(words: Counter[str]) -> Counter[str]:
    capitalised: Counter[str] = Counter()
    for word, count in words.items():
        if word[0].isupper():
            capitalised[word.lower()] += count
    return capitalised

"""Find the Snowball stemmer of French: the one in C where it is installed, otherwise the one in Python.

Both come from one source and stem alike; the one in C is twenty times faster.

>>> from archive_search.analysis.snowball import load_snowball
>>> load_snowball()("continuellement")
'continuel'
"""

from collections.abc import Callable
from functools import cache

try:
    import Stemmer
except ImportError:  # it is made for fewer systems
    Stemmer = None

COMPILED_VERSION = "3.1.0"
"""Version of PyStemmer known to stem like the pinned snowballstemmer; any other is left alone."""


@cache
def load_snowball() -> Callable[[str], str]:
    """Give the function that stems one word of letters."""
    if Stemmer is not None and Stemmer.version() == COMPILED_VERSION:
        compiled: Callable[[str], str] = Stemmer.Stemmer("french", 0).stemWord  # without a cache: stem_form has one
        return compiled
    # Imported here: where the stemmer in C serves, it is not needed.
    from snowballstemmer.french_stemmer import FrenchStemmer

    stem_word: Callable[[str], str] = FrenchStemmer().stemWord
    return stem_word

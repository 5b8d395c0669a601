"""Name the rules that shape the terms, so that an archive can tell whether it was built with the same ones."""

import hashlib
from functools import cache
from importlib.metadata import version

from archive_search.analysis.stemming import data_digest
from archive_search.analysis.tokenizing import TOKENIZER_VERSION


@cache
def analyzer_fingerprint() -> str:
    """Give 16 hexadecimal digits that change whenever some text would get other terms.

    They cover the tokenizer's version, the stemmer with its overrides and stop words, and the folding tables of
    the installed Unidecode.
    """
    rules = f"tokenizer {TOKENIZER_VERSION}, stems {data_digest()}, unidecode {version('unidecode')}"
    return hashlib.sha256(rules.encode()).hexdigest()[:16]

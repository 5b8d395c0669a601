"""Name the rules that shape the terms, so that an archive can tell whether it was built with the same ones."""

import hashlib
import os
from functools import cache

from archive_search.analysis.data_files import package_folder
from archive_search.analysis.stemming import data_digest
from archive_search.analysis.tokenizing import TOKENIZER_VERSION


@cache
def analyzer_fingerprint() -> str:
    """Give 16 hexadecimal digits that change whenever some text would get other terms.

    They cover the tokenizer's version, the stemmer with its overrides and stop words, and the folding tables of
    the installed Unidecode.
    """
    rules = f"tokenizer {TOKENIZER_VERSION}, stems {data_digest()}, folding {describe_folding()}"
    return hashlib.sha256(rules.encode()).hexdigest()[:16]


def describe_folding() -> str:
    """List the folding tables of Unidecode with their sizes: another version has others."""
    tables = [(entry.name, entry.stat().st_size) for entry in os.scandir(package_folder("unidecode"))]
    return repr(sorted(table for table in tables if table[0].endswith(".py")))

"""Read the language that a source states.

>>> from archive_search.sources.languages import language_code
>>> language_code("fr-CA"), language_code("Français"), language_code("?")
('fr', 'fr', None)
"""

import re

_CODE = re.compile(r"([a-z]{2})(?:[-_].{1,20})?", re.IGNORECASE)
_NAMES = {
    "français": "fr",
    "francais": "fr",
    "french": "fr",
    "fra": "fr",
    "fre": "fr",
    "anglais": "en",
    "english": "en",
    "eng": "en",
    "allemand": "de",
    "german": "de",
    "espagnol": "es",
    "spanish": "es",
    "italien": "it",
    "italian": "it",
    "néerlandais": "nl",
    "dutch": "nl",
    "arabe": "ar",
    "arabic": "ar",
}


def language_code(value: str) -> str | None:
    """Give the two-letter code of a language named by its code or by its name; None when it is neither."""
    value = value.strip().lower()
    code = _CODE.fullmatch(value)
    return code[1] if code is not None else _NAMES.get(value)

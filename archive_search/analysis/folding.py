"""Reduce a word to its letters without accents, the common ground of every spelling.

>>> from archive_search.analysis.folding import fold_form
>>> fold_form("œuvré"), fold_form("choïgou"), fold_form("путин")
('oeuvre', 'choigou', 'putin')
"""

from functools import lru_cache

from unidecode import unidecode


@lru_cache(maxsize=1 << 17)
def fold_form(form: str) -> str:
    """Transliterate one form to lower-case ASCII letters, digits and apostrophes.

    Args:
        form: One lower-case word, without spaces.

    Returns:
        The folded word; empty when nothing of the form can be written in ASCII.
    """
    if form.isascii():
        return form
    folded = unidecode(form, errors="ignore").lower()
    return "".join(character for character in folded if character.isalnum() or character in "'.,")

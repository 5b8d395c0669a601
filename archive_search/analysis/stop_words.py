"""Tell the French function words, which a query leaves out unless they stand in a phrase.

They are indexed all the same: a phrase such as "conseil des droits de l'homme" needs them. The list is
cautious: a word that often carries the meaning of a query, such as "été", is not on it.

>>> from archive_search.analysis.stop_words import is_stop_word
>>> is_stop_word("des"), is_stop_word("déjà"), is_stop_word("été")
(True, True, False)
"""

from functools import cache

from archive_search.analysis.data_files import read_data
from archive_search.analysis.folding import fold_form

# Content words that folding would turn into a function word; typed without accents they are taken for it.
_KEPT_FORMS = frozenset({"contré", "dé", "dés", "dû", "entré", "maïs", "outré", "sûr"})


def is_stop_word(form: str) -> bool:
    """Tell whether a form is a function word, accents ignored, since a query may be typed without them.

    Args:
        form: One lower-case word in form NFC.

    Returns:
        True for ``des`` and ``dès``; False for ``maïs``, though it folds like ``mais``.
    """
    return form not in _KEPT_FORMS and fold_form(form) in _folded_stop_words()


@cache
def _folded_stop_words() -> frozenset[str]:
    lines = read_data("stop_words.txt").decode().splitlines()
    return frozenset(fold_form(line) for line in lines if line and not line.startswith("#"))

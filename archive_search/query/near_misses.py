"""Tell the reader of a word or two that nearly made an operator, and were taken as words.

>>> from archive_search.query.near_misses import tell_word, tell_words_at
>>> from archive_search.query.remarks import Remarks
>>> remarks = Remarks()
>>> tell_word("pres/5", remarks)
>>> tell_words_at("2 PARMI Assad, Poutine", 0, remarks)
>>> remarks.sentences()  # doctest: +NORMALIZE_WHITESPACE
("« pres/5 » pris comme mot : l'opérateur PRES s'écrit en capitales",
 '« 2 PARMI » pris comme mots : mettez la liste entre parenthèses')
"""

import re

from archive_search.query.operators import read_operator
from archive_search.query.remarks import Remarks, quote

_BLANK = r"\s{1,3}"
_UNLISTED = re.compile(rf"[0-9]{{1,6}}{_BLANK}(?:PARMI|QUORUM)(?!\w)")
_UNCAPITALISED_LIST = re.compile(rf"[0-9]{{1,6}}{_BLANK}(?:parmi|quorum)(?=\s{{0,3}}\()", re.IGNORECASE)
_UNCOUNTED = re.compile(rf"AU{_BLANK}MOINS{_BLANK}[0-9]{{1,6}}(?=\s{{0,3}}\()")
_UNKNOWN_OPERATOR = re.compile(r"(?:w|pre|near|onear|not)/\w{1,6}", re.IGNORECASE)
# English alone: of a word that French has too, such as "or" or "sans", nobody could tell what was meant.
_ENGLISH = frozenset({"and", "not"})


def tell_word(word: str, remarks: Remarks) -> None:
    """Tell of a word that would be an operator in capitals, or is one that no service of ours has."""
    is_likely = "/" in word or word in _ENGLISH or word[-1:].isdigit()
    if is_likely and (operator := read_operator(word.upper())):
        remarks.add(f"{quote(word)} pris comme mot : l'opérateur {operator[0].value} s'écrit en capitales")
    elif "/" in word and _UNKNOWN_OPERATOR.fullmatch(word):
        remarks.add(f"{quote(word)} pris comme mot : opérateur inconnu")


def tell_words_at(text: str, start: int, remarks: Remarks) -> None:
    """Tell of the words at an offset of a query that would be a condition if they were written otherwise."""
    if text[start] not in "0123456789A":
        return
    if found := _UNCAPITALISED_LIST.match(text, start):
        remarks.add(f"{quote(found[0])} pris comme mots : PARMI s'écrit en capitales")
    elif found := _UNLISTED.match(text, start):
        remarks.add(f"{quote(found[0])} pris comme mots : mettez la liste entre parenthèses")
    elif found := _UNCOUNTED.match(text, start):
        remarks.add(f"{quote(found[0])} pris comme mots : écrivez AUMOINS{found[0].split()[-1]}(mot)")

"""Tell the acronyms of ordinary words, which name nothing: those that an article explains so, and the usual ones.

>>> from archive_search.entities.common_acronyms import find_common_acronyms
>>> sorted(find_common_acronyms(["Un lanceur de balles (LB) et l'agence des ports (AP)."]))
['LB']
"""

import re
from collections.abc import Iterable, Set

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.preparing import prepare_text
from archive_search.entities.word_lists import read_words

LONGEST = 140
"""Characters before the parenthesis in which the explanation is looked for."""

LONGEST_SPELLED_OUT = 3
"""Letters up to which an acronym is read letter by letter, and all in capitals."""

_IN_PARENTHESES = re.compile(r"[ »\"]\(([A-ZÀ-ÖØ-Þ]{2,8})[),;]")
_WORD = re.compile(r"[^\W_]+")
_END_OF_PHRASE = re.compile(r"[.;:!?()\[\]\n]")
_MINOR_WORDS = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "au", "aux", "en", "pour", "par", "sur"}
)
# An institution is often written small: "agence régionale de santé (ARS)", "directeur de la police (DDP)".
_INSTITUTIONS = frozenset(
    {
        "armee", "autorite", "brigade", "bureau", "cellule", "club", "compagnie", "controleur", "corps", "delegation",
        "departement", "directeur", "directrice", "entente", "etablissement", "force", "front", "groupe", "groupement",
        "haut", "haute", "inspection", "mission", "mouvement", "mutuelle", "ordre", "organisation", "parti", "peloton",
        "pole", "regie", "reseau", "secretariat", "service", "societe", "sous", "terre", "unite", "union",
    }
)  # fmt: skip


def find_common_acronyms(texts: Iterable[str]) -> frozenset[str]:
    """Give the acronyms in parentheses behind words in small letters that begin with its letters in turn."""
    return frozenset(
        found[1]
        for text in map(prepare_text, texts)
        for found in _IN_PARENTHESES.finditer(text)
        if _is_explained(fold_name(found[1]), text[max(0, found.start() - LONGEST) : found.start()])
    )


def is_common_acronym(surface: str, explained: Set[str]) -> bool:
    """Tell whether a spelling is an acronym that the article explains as ordinary words, or that needs no explanation.

    >>> [is_common_acronym(surface, frozenset()) for surface in ("TVA", "Ehpad", "CGT")]
    [True, True, False]
    """
    # From four letters on an acronym is read like a word and may be written like one: Ehpad.
    is_spelled_so = surface.isupper() or (surface.istitle() and len(surface) > LONGEST_SPELLED_OUT)
    return surface in explained or (is_spelled_so and fold_name(surface) in read_words("common_acronyms.txt"))


def _is_explained(letters: str, before: str) -> bool:
    """Tell whether the last words before a parenthesis begin with these folded letters, and are ordinary words."""
    phrase = _END_OF_PHRASE.split(before)[-1]
    for word in reversed(_WORD.findall(phrase)):
        folded = fold_name(word)
        if folded[:1] == letters[-1:]:
            letters = letters[:-1]
        elif folded not in _MINOR_WORDS:
            return False
        if word[0].isupper():
            return False
        if not letters:
            return not {folded, folded.removesuffix("s")} & (_INSTITUTIONS | read_words("name_heads.txt"))
    return False

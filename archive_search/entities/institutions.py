"""Bring the ways of naming an institution in one article together: acronyms, generic heads, nationality, short forms.

>>> from archive_search.entities.institutions import Institutions
>>> institutions = Institutions({"EI": "État islamique"})
>>> institutions.name_of("groupe EI"), institutions.name_of("ministère de la Défense russe")
('État islamique', 'ministère russe de la Défense')
>>> institutions.name_of("ministère de la Défense")
'ministère russe de la Défense'
"""

import re
from collections.abc import Iterator, Mapping

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import demonyms, known_name
from archive_search.entities.preparing import prepare_text
from archive_search.entities.word_lists import read_words

MOST_WORDS = 12
"""Words of a name that are looked at for a shorter form of it."""

_PREPOSITION = r"(?:de|du|des|d'|l'|la|le|les|pour|à|au|aux|en|sur|contre|par|et)"
# "groupe terroriste État islamique", "agence de presse Reuters", but "groupe de Visegrad", "parti de la Liberté".
_HEAD = re.compile(
    r"(?:l'|la |le )?(?:groupe|organisation|mouvement|parti|milice|agence|quotidien|journal|hebdomadaire|magazine|"
    r"chaîne|radio|site|société|compagnie|entreprise|constructeur|banque|association|ong|fondation|syndicat|réseau|cabinet|"
    r"institut)(?: de presse| d'information| d'informations| de télévision| de notation)?"
    rf"(?: (?!{_PREPOSITION}\b)[a-zà-öø-ÿœ-]+){{0,3}} (?=[A-ZÀ-ÖØ-ÞŒ])"
)
_PREPOSITIONS = frozenset({"de", "du", "des", "d", "l", "pour"})
_MINISTRIES = frozenset({"ministere", "departement"})


class Institutions:
    """Name the institutions and places of one article, in the order of reading: a short form follows its long one."""

    def __init__(self, acronyms: Mapping[str, str]) -> None:
        """Take the acronyms that the article defines, with their long forms."""
        self._acronyms = acronyms
        self._long_forms: dict[str, set[str]] = {}

    def usual_name(self, surface: str) -> str | None:
        """Give the long form of an acronym, or the usual name of what every newsroom knows; None for anything else."""
        long_form = self._acronyms.get(surface)
        # Where an acronym is explained, capitals are a matter of taste: Organisation des nations unies.
        known = known_name(long_form.title() if long_form else surface)
        return known.name if known is not None else long_form

    def name_of(self, surface: str, *, article: str = "") -> str:
        """Give the name that a spelling stands for where it is read, and remember it for those that follow.

        Args:
            surface: Spelling in the text.
            article: Article before it there, "Le", "La" or "Les", which may belong to a name: aux Républicains.
        """
        plain = prepare_text(surface)
        bare = _HEAD.sub("", plain, count=1)
        # "le Monde": an article that belongs to a name is often written small.
        spellings = (plain, bare, f"{article} {plain}".strip(), plain[:1].upper() + plain[1:])
        usual = next(filter(None, map(self.usual_name, spellings)), None)
        if usual is not None:
            return usual
        name = _put_nationality_first(bare)
        long_forms = self._long_forms.get(fold_name(name), set())
        if len(long_forms) == 1:
            return next(iter(long_forms))
        for short_form in _short_forms(name):
            self._long_forms.setdefault(short_form, set()).add(name)
        return name


def _put_nationality_first(name: str) -> str:
    """Make "ministère de la Défense russe" the same as "ministère russe de la Défense"."""
    words = name.split()
    if len(words) < 3 or not _is_ministry(words):
        return name
    head = words[0].lower()
    if _is_demonym(words[-1]) and not _is_demonym(words[1]):
        return " ".join([head, words[-1], *words[1:-1]])
    return " ".join([head, *words[1:]])


def _short_forms(name: str) -> Iterator[str]:
    """Yield, folded, what a name may be shortened to: without its nationality, without what follows a preposition."""
    words = name.split()[:MOST_WORDS]
    # "Parti du Nord de Brévanne" would be a branch: it is not what "Parti du Nord" means.
    if not _is_ministry(words) and fold_name(words[0]) not in read_words("name_heads.txt"):
        return
    if len(words) > 2 and _is_ministry(words) and _is_demonym(words[1]):
        yield fold_name(" ".join([words[0], *words[2:]]))
    for count in range(2, len(words)):
        if _is_demonym(words[count]) or fold_name(words[count]).split(" ")[0] in _PREPOSITIONS:
            yield fold_name(" ".join(words[:count]))


def _is_ministry(words: list[str]) -> bool:
    return fold_name(words[0]) in _MINISTRIES


def _is_demonym(word: str) -> bool:
    return word[0].islower() and fold_name(word) in demonyms()

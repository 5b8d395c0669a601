"""Find councils, courts, agencies and prosecutors by their heads and as many complements as belong to the name.

>>> from archive_search.entities.public_bodies import find_public_bodies
>>> text = "La Cour européenne des droits de l'homme a saisi le parquet de Lyon et le Haut Conseil des ports."
>>> [text[start:end] for start, end in find_public_bodies(text)]
["Cour européenne des droits de l'homme", 'Haut Conseil des ports', 'parquet de Lyon']
"""

import re
from collections.abc import Iterator

from archive_search.entities.word_shapes import CAPITALISED, has_any, has_capital, opens_sentence

MOST_WORDS = 14
"""Words of a name after its head that are looked at."""

MOST_COMPLEMENTS = 2
"""Complements without a capital that a name may have: (Cour européenne) des droits de l'homme."""

# With a capital these open a proper name. Literals come first, so that the scan is one of single characters.
_HEAD = re.compile(
    r"(?:Conseil(?! des ministres)|Cour|Tribunal|Haut(?:e Autorité|e Cour| Conseil|-Commissariat|-Commissaire)|"
    r"Organisation|Office|Agence|Autorité|Observatoire|Fonds|Comité|Commission|Direction (?:g[ée]nérale|centrale)|"
    r"Fédération|Caisse|Inspection générale|Centre national|Institut national|Chambre|Banque centrale)(?![\w-])"
)
# These do so without one, when a capital follows.
_COURT = (
    r"[Pp]arquet(?: général| fédéral)?|[Tt]ribunal(?: correctionnel| administratif| judiciaire| de grande instance|"
    r" de commerce| d'instance| pour enfants| militaire| fédéral)?|[Cc]our (?:administrative )?d'(?:appel|assises)|"
    r"[Cc]onseil (?:régional|départemental|général|municipal|territorial)|[Pp]réfecture(?: de police)?|[Uu]niversité"
)
_PLACE = (
    rf"(?:de la région|de la|de l'|du|des|de|d')(?: |(?<=')){CAPITALISED}(?:[ -]{CAPITALISED}){{0,3}}"
    r"(?: (?:occidental|oriental|central)e?)?"
)
_COURT_OF_PLACE = re.compile(
    rf"\b(?:{_COURT})(?: {_PLACE})|\b[Pp]arquet [Nn]ational(?: [Ff]inancier| [Aa]ntiterroriste)?(?![\w-])"
)
_ADJECTIVE = (
    r"[a-zà-öø-ÿ-]+(?:[aeo]ls?|ales?|aux|elles?|ifs?|ives?|iques?|aires?|ens?|ennes?|ais|aises?|ains?|aines?|ois|oises?|"
    r"andes?|ands?|eurs?|eures?|ières?|êmes?|ublics?|russes?|turcs?|turques?|unies?)"
)
_WORD = r"[^\W\d_]+(?:-[^\W_]+)*"
_DIRECT = re.compile(rf" (?P<word>{_ADJECTIVE}(?![\w'-])|{CAPITALISED})")
_COMPLEMENT = re.compile(
    rf" (?P<link>de la région|de la|de l'|du|des|de|d'|pour la|pour l'|pour les|pour le)(?: |(?<='))(?P<word>{_WORD})"
)
# "a demandé au Conseil d'État de suspendre": what follows a bare "de" may be a verb.
_INFINITIVE = re.compile(r"\w+(?:er|oir|[^a]ir|[dtiv]re)|se|ne")
_NOT_IN_NAMES = re.compile(
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre|hier|demain|une?|ce|cette|ces|son|sa|ses|leurs?|notre|nos|plusieurs|tous|il|elle"
)


def find_public_bodies(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of what looks like the name of a public body in a prepared text; they may overlap."""
    for head in _HEAD.finditer(text):
        if text[max(0, head.start() - 1) : head.start()].isalnum():
            continue
        end = _end_of_name(text, head.end())
        # A capital that opens a sentence says nothing of the head; then the complement must have one.
        is_named = not opens_sentence(text, head.start()) or has_capital(text[head.end() : end])
        if end > head.end() and is_named:
            yield head.start(), end
    if has_any(text, ("arquet", "ribunal", "our ", "onseil", "réfecture", "niversité")):
        for court in _COURT_OF_PLACE.finditer(text):
            yield court.span()


def _end_of_name(text: str, end: int) -> int:
    """Follow the complements of an institution as far as they look like its name: "des droits de l'homme de l'ONU"."""
    complements = 0
    after_capital = True
    for _ in range(MOST_WORDS):
        direct = _DIRECT.match(text, end)
        # Behind a small word a capital begins another name: "la Commission européenne Odile Pasquier".
        if direct is not None and direct["word"][0].isupper() and not after_capital:
            break
        following = direct or _COMPLEMENT.match(text, end)
        if following is None or _NOT_IN_NAMES.fullmatch(following["word"]):
            break
        if direct is None and following["word"][0].islower():
            complements += 1
            if complements > MOST_COMPLEMENTS or _is_infinitive(following):
                break
        after_capital = following["word"][0].isupper()
        end = following.end()
    return end


def _is_infinitive(complement: re.Match[str]) -> bool:
    return complement["link"] in ("de", "d'") and _INFINITIVE.fullmatch(complement["word"]) is not None

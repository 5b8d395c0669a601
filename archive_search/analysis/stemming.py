"""Bring the forms of one French word together under the key of its family.

A reader who asks for ``sénateur`` finds ``sénatrices``; one who asks for ``base`` does not find ``bas``.
Three steps share the work: a list of overrides kept by hand, a few rules for regular inflections that the
Snowball stemmer misses, and the Snowball French stemmer over the accented word. Accents go last, from the
stem.

>>> from archive_search.analysis.stemming import stem_form
>>> stem_form("armées"), stem_form("armes"), stem_form("marché"), stem_form("sénatrices")
('armee', 'arme', 'marche', 'senateur')
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from archive_search.analysis.data_files import package_folder, read_data
from archive_search.analysis.folding import fold_form
from archive_search.analysis.snowball import load_snowball

LONGEST_STEMMED_FORM = 64

_DATA_FILES = ("overrides.tsv", "stop_words.txt")

_FUTURE = "rai|ras|ra|rons|rez|ront|rais|rait|rions|riez|raient"
_VERBS_IN_DRE = (
    "attend|confond|correspond|défend|dépend|descend|détend|distend|entend|étend|fend|fond|mord|pend|perd|pond|"
    "prétend|redescend|rend|répand|répond|revend|suspend|tend|tond|tord|vend"
)
_FEMININES_IN_EUSE = (
    "accoucheu|acheteu|autoentrepreneu|blogueu|bosseu|boxeu|braqueu|cascadeu|casseu|chanteu|"
    "chercheu|chroniqueu|coiffeu|contrôleu|coureu|danseu|demandeu|donneu|défenseu|entraîneu|entrepreneu|farceu|flatteu|"
    "footballeu|fraudeu|frondeu|fugueu|fumeu|gagneu|golfeu|handballeu|influenceu|intervieweu|joggeu|jongleu|joueu|"
    "lanceu|logeu|maquilleu|marcheu|masseu|meneu|menteu|metteu|nageu|patineu|performeu|plongeu|porteu|programmeu|"
    "prometteu|promeneu|randonneu|rappeu|rapporteu|rassembleu|rieu|serveu|skieu|surfeu|travailleu|tricheu|trompeu|"
    "tueu|vendeu|visiteu|voleu|voyageu|youtubeu|éleveu"
)
_VERBS_IN_IER = (
    "allie|amnistie|apprécie|approprie|associe|balbutie|bénéficie|concilie|congédie|contrarie|convie|dédie|délie|"
    "démultiplie|dénie|déplie|déprécie|dévie|différencie|dissocie|distancie|émacie|étudie|expatrie|expédie|exproprie|"
    "gracie|humilie|initie|injurie|licencie|lie|manie|multiplie|négocie|nie|oublie|parie|plie|prie|privilégie|publie|"
    "rallie|rapatrie|réapproprie|réconcilie|réfugie|relie|remédie|remercie|renie|replie|répertorie|republie|"
    "résilie|skie|soucie|supplie|trie|varie|crie|décrie|récrie|écrie"
)
# "-ent" ends "portent" and "président" alike. These endings belong to verbs; their few exceptions ("content",
# "serpent") and the frequent verbs with other endings ("forment") stand in the overrides.
_VERB_ENDINGS = (
    "ch|gu|qu|gn|nn|rn|èn|în|ss|is|os|us|rs|ns|tt|rt|st|pt|ct|nt|it|êt|out|ut|"
    "ntr|str|ttr|vr|ffr|our|eur|mbr|ir|onc|enc|anc|rc|ac|ang|ug|and|rd|iv|rv|ouv|"
    "èv|êv|ll|bl|pl|rl|il|èl|êl|oul|y|oi|ui|ou|nu|bu|tu|é|mp|pp|up|ff|ès|ût|"
    "ûl|ôn|ôl"
)


class Rule(NamedTuple):
    """Rewrite a whole form into one that Snowball stems well.

    Attributes:
        name: Inflection that it undoes; benchmarks/stem_classes.py counts its effect under this name.
        pattern: What the whole form must match.
        target: Form to stem instead, with the groups of the pattern.
        ending: What every such form ends in; looked at first where the pattern is slow to fail.
    """

    name: str
    pattern: re.Pattern[str]
    target: str
    ending: str = ""


RULES = (
    # sénatrice, directrices -> sénateur, directeur
    Rule("-trice", re.compile(r"(?!béa|cica|ma|pa)(..+)trices?"), r"\1teur"),
    # chanteuse -> chanteur; the list keeps heureuse, the feminine of heureux, out
    Rule("-euse", re.compile(rf"({_FEMININES_IN_EUSE})ses?"), r"\1r"),
    # attendre, attendra, attendu -> attend
    Rule("-dre", re.compile(rf"({_VERBS_IN_DRE})(?:re|{_FUTURE}|u|ue|us|ues|ent)"), r"\1"),
    # devient, deviendra, devenu, devint -> devenir; the same for tenir
    Rule(
        "venir, tenir",
        re.compile(
            r"((?:ad|circon|con|contre|de|inter|par|pré|pro|re|sou|sub|sur)?v|"
            r"(?:abs|appar|con|dé|entre|main|ob|re|sou)?t)"
            rf"(?:iens|ient|ienne|iennes|iennent|iend(?:{_FUTURE})|enue?s?|int|înt|inrent)"
        ),
        r"\1enir",
    ),
    # publie, publient, justifient -> publier, justifier: Snowball takes "-ie" away but leaves "-ier" its "i";
    # after the rule of venir, which "convient" is a form of
    Rule("-ier", re.compile(rf"((?:{_VERBS_IN_IER})|..+fie)(?:s|nt)?"), r"\1r"),
    # comprendre, comprenait, comprenne, compris -> comprend
    Rule(
        "prendre",
        re.compile(
            rf"((?:ap|com|entre|re|réap|sur)?pr)(?:end(?:s|re|{_FUTURE})|"
            r"en(?:ais|ait|aient|ant|ez|ons|ions|iez|ne|nes|nent)|is|ise|ises|it|irent)"
        ),
        r"\1end",
    ),
    # permettre, permettra, permit, permis -> permet
    Rule(
        "mettre",
        re.compile(
            r"((?:ad|com|compro|dé|é|o|per|pro|re|retrans|sou|trans)?m)"
            rf"(?:ett(?:re|{_FUTURE}|e|es|ent)|is|ise|ises|it)"
        ),
        r"\1et",
    ),
    # portent -> porte
    Rule("-ent", re.compile(rf"(.*(?:{_VERB_ENDINGS})e)nt"), r"\1", ending="ent"),
)


@lru_cache(maxsize=1 << 20)
def stem_form(form: str) -> str:
    """Give the key of the word family that one exact form belongs to.

    Args:
        form: One lower-case word in form NFC, accents kept, ligatures already expanded.

    Returns:
        The key, in ASCII; empty when nothing of the form can be written in ASCII. A form with a digit or an
        apostrophe, or longer than 64 letters, is only folded.
    """
    override = overridden_forms().get(form)
    if override is not None:
        return override
    if len(form) > LONGEST_STEMMED_FORM or not form.isalpha():
        return fold_form(form)
    return fold_form(load_snowball()(_regular_form(form)))


@cache
def overridden_forms() -> Mapping[str, str]:
    """Read the forms whose key is set by hand, each with its key."""
    lines = read_data("overrides.tsv").decode("utf-8").splitlines()
    entries = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({form: key for form, key, _reason in entries})


@cache
def data_digest() -> str:
    """Fingerprint what decides on stems: the data files, the rules above and the algorithm of Snowball."""
    digest = hashlib.sha256()
    rules = "\n".join(f"{rule.pattern.pattern} {rule.target}" for rule in RULES)
    algorithm = package_folder("snowballstemmer") / "french_stemmer.py"
    for part in (*map(read_data, _DATA_FILES), rules.encode(), algorithm.read_bytes()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _regular_form(form: str) -> str:
    for rule in RULES:
        match = rule.pattern.fullmatch(form) if form.endswith(rule.ending) else None
        if match:
            return match.expand(rule.target)
    return form

"""Reduce the name of a person, place or organisation to a key that its spellings share.

Three keys, each wider than the one before: spelling apart from accents and case; the sound of a name that was
romanised from another alphabet; the surname alone. Titles and offices are taken off before: a name comes here as it
is shown. Strangers to a name may share its widest key, so it finds names but never says that two are one person.

>>> from archive_search.analysis.name_keys import fold_name, surname_key, transliteration_key
>>> fold_name("Jean-Marc  AYRAULT"), fold_name("Côte d’Ivoire"), fold_name("O.N.U.")
('jean marc ayrault', 'cote d ivoire', 'onu')
>>> transliteration_key("Sergueï Choïgou") == transliteration_key("Sergei Shoigu")
True
>>> surname_key("Marine Le Pen") == surname_key("Le Pen")
True
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from unidecode import unidecode

from archive_search.analysis.characters import INVISIBLE
from archive_search.analysis.data_files import read_data
from archive_search.analysis.romanisation import romanised_key

_UNSEEN = re.compile(f"[{INVISIBLE}\ud800-\udfff]")
# "O.N.U.", "J.-C.", "J. K.": single letters with full stops between them are one word, however they are spaced.
_INITIALS = re.compile(r"(?<![a-z0-9])[a-z](?:\.[ -]?[a-z](?![a-z0-9]))+")
_WORD = re.compile(r"[a-z0-9]+")
# The Arabic article: al-Assad, el-Sissi; inside a name also ul-Haq, and as it is likened to the next letter, ech-Chaab.
_ARTICLE = re.compile(r"(?:\b[ae]l|(?<= )(?:ul|[ae](ch|sh|[dnrstz])(?= \1))) (?=[a-z])")
_SON = re.compile(r"\b(?:ben|ibn) (?=[a-z])")
# Abdelaziz, Abdul Aziz, Abd al-Aziz; Abderrahmane.
_SERVANT = re.compile(r"\babd(?:(?:[aeu]|ou)l ?(?=[a-z])|[ae]([rnsz])(?=\1))")
_ARABIC_PARTICLES = frozenset({"al", "el", "ul", "ben", "bin", "ibn", "abou", "abu"})

# Left out of a surname: Gaulle and de Gaulle, Leyen and von der Leyen are asked for alike.
_LOOSE_PARTICLE = re.compile(
    "abd|abdel|abdoul|abdul|al|d|da|dal|de|degli|del|della|den|der|di|do|dos|e|el|i|ter|ul|van|vom|von|y|zu|zum"
)
# Part of a surname: Le Pen, Du Bellay, ben Laden, Mac Orlan.
_FIRM_PARTICLE = re.compile("abou|abu|ben|bin|des|du|ibn|la|las|le|les|los|mac|mc|saint|sainte|san|santa|st")
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior"})
_REGNAL_NUMBER = re.compile(r"[IVX]+(?:er)?")

_SYLLABLE = r"[aeiou]{1,3}(?:ng?(?![aeiou]))?"
_INITIAL = r"(?:[csz]h|[b-df-hj-np-tw-z])"
_SYLLABLES = re.compile(f"{_INITIAL}?{_SYLLABLE}(?:{_INITIAL}{_SYLLABLE})*")
# Jong-un, Jae-in: the second syllable of a Korean given name is in lower case.
_KOREAN_GIVEN_NAME = re.compile("[A-Z][a-z]+-[a-z]+")


@lru_cache(maxsize=1 << 17)
def fold_name(name: str) -> str:
    """Fold accents, case, ligatures, hyphens, apostrophes and the dots of acronyms; words are parted by single spaces.

    Args:
        name: A name, spelled anyhow.

    Returns:
        Lower-case ASCII letters, digits and single spaces; empty when nothing of the name can be written so.
    """
    plain = name if name.isascii() else name.translate(_accented_letters())
    if not plain.isascii():
        plain = unidecode(_UNSEEN.sub("", plain), errors="ignore")
    # The sign is read out: "Canal+" and "Canal Plus" are one name, "Canal" is another.
    plain = plain.lower().replace("+", " plus ")
    if "." in plain:
        plain = _INITIALS.sub(lambda found: re.sub("[^a-z]", "", found[0]), plain)
    return " ".join(_WORD.findall(plain))


@lru_cache(maxsize=1 << 16)
def transliteration_key(name: str) -> str:
    """Give the key that the romanisations of one whole name share, word by word in their order.

    Two persons may share it by chance only if their names sound alike in full. A name with a given name of a language
    that is written in Latin letters was never romanised: its key is its folded spelling.

    Args:
        name: A full name, or a single word.

    Returns:
        Words of ASCII letters and digits; capitals stand for sounds. Empty when the folded name is.
    """
    if _begins_with_family(name):
        family, *given = _parts(name)
        return f"{family} {''.join(given).replace(' ', '')}"
    folded = fold_name(name)
    first, *others = folded.split() or [""]
    if others and first in _listed("latin_given_names.txt") and _ARABIC_PARTICLES.isdisjoint(others):
        return folded
    return _key_of_words(folded)


@lru_cache(maxsize=1 << 16)
def surname_key(name: str) -> str:
    """Give the transliteration key of a surname, be it typed alone or at the end of a full name.

    Args:
        name: A person's name, full or not.

    Returns:
        The key of the surname with the particles that belong to it (Le Pen, Ben Ali), without those that a reader may
        leave out (al-Assad, de Gaulle). The family name of Xi Jinping and Kim Jong-un is their first word. A pope or
        a king has no surname: the key is that of the whole name. Empty when the folded name is.
    """
    if _is_regnal(name):
        return transliteration_key(name)
    parts = _parts(name)
    if _begins_with_family(name):
        return _key_of_words(parts[0])
    words = " ".join(parts[_surname_start(parts) :]).split()
    while len(words) > 1 and _LOOSE_PARTICLE.fullmatch(words[0]):
        del words[0]
    return _key_of_words(" ".join(words))


@lru_cache(maxsize=1 << 16)
def is_full_name(name: str) -> bool:
    """Tell whether a person's name has more than a surname: Ben Ali, al-Assad and Le Pen have not.

    A compound given name (Jean-Marc) is one word as a single surname is: not a full name either.
    """
    if _is_regnal(name) or _begins_with_family(name):
        return True
    parts = _parts(name)
    before = parts[: _surname_start(parts)]
    return not all(_LOOSE_PARTICLE.fullmatch(part) or _FIRM_PARTICLE.fullmatch(part) for part in before)


def drop_article(folded: str) -> str:
    """Take the Arabic article out of a folded name: "bachar al assad" and "bachar el assad" are "bachar assad"."""
    return _ARTICLE.sub("", folded)


def _parts(name: str) -> list[str]:
    """Fold a name by what its spaces part, so that Saint-Exupéry is one part; without Jr and the like."""
    parts = [folded for part in name.split() if (folded := fold_name(part))]
    while len(parts) > 1 and parts[-1] in _GENERATIONS:
        del parts[-1]
    return parts


def _surname_start(parts: list[str]) -> int:
    """Find the part where the surname begins: the last, or the first of the particles that belong to it."""
    start = max(len(parts) - 1, 0)
    while start > 0 and _FIRM_PARTICLE.fullmatch(parts[start - 1]):
        start -= 1
    return start


def _is_regnal(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and _REGNAL_NUMBER.fullmatch(words[-1]) is not None


def _begins_with_family(name: str) -> bool:
    first, *given = name.split() or [""]
    if len(given) == 1 and _KOREAN_GIVEN_NAME.fullmatch(given[0]):
        return True
    if not 1 <= len(given) <= 2 or fold_name(first) not in _listed("leading_family_names.txt"):
        return False
    return all(_SYLLABLES.fullmatch(word) for part in given for word in fold_name(part).split() or [""])


def _key_of_words(folded: str) -> str:
    plain = _SERVANT.sub("abd ", _SON.sub("bin ", drop_article(folded)))
    words = plain.split()
    return " ".join(romanised_key(word, ends_name=number == len(words)) for number, word in enumerate(words, 1))


@cache
def _accented_letters() -> Mapping[int, str]:
    """Map the accented Latin letters to plain ones, as Unidecode does one by one, several times as fast."""
    return {code: unidecode(chr(code)) for code in range(0xC0, 0x180)}


@cache
def _listed(file: str) -> frozenset[str]:
    lines = read_data(file).decode().splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))

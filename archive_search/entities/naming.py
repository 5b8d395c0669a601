"""Give each mention of an article the fullest name that the article has for it.

>>> from archive_search.entities.naming import name_mentions
>>> from archive_search.entities.spans import Candidate
>>> from archive_search.records import EntityType, Origin, Role
>>> mentions = [
...     Candidate(1, 0, 11, "Chuck Hagel", EntityType.PERSON, Role.TEXT, Origin.MODEL),
...     Candidate(2, 3, 8, "Hagel", EntityType.PERSON, Role.TEXT, Origin.MODEL),
... ]
>>> name_mentions(mentions, {1: "Chuck Hagel a parlé.", 2: "M. Hagel se tait."}, acronyms={})
['Chuck Hagel', 'Chuck Hagel']
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive_search.analysis.name_keys import fold_name, is_full_name
from archive_search.entities.capitals import is_shouted, spell_usually
from archive_search.entities.gazetteer import given_names, is_city
from archive_search.entities.institutions import Institutions
from archive_search.entities.preparing import prepare_text
from archive_search.entities.spans import Candidate
from archive_search.entities.surnames import Bearers, Place
from archive_search.records import EntityType, Origin

_AND = " et "
_RANK = re.compile(r"\A[Dd]épartement (?:de la |de l'|des |du |de |d')")
_ARTICLES = {"le": "Le", "du": "Le", "au": "Le", "la": "La", "les": "Les", "des": "Les", "aux": "Les"}
_ARTICLE = re.compile(rf"\b({'|'.join(_ARTICLES)})\s\Z", re.IGNORECASE)
_LONGEST_ARTICLE = 5


def name_mentions(mentions: Sequence[Candidate], texts: Mapping[int, str], *, acronyms: Mapping[str, str]) -> list[str]:
    """Name the mentions of one article.

    Args:
        mentions: In the order of reading, not overlapping.
        texts: Text of each paragraph, by its number.
        acronyms: Acronyms that the article defines, with their long forms.

    Returns:
        A name for each mention, in the same order; of an alias, its spelling.
    """
    spelled = _spell_all(mentions)
    couples = _find_couples(mentions, spelled, texts)
    institutions = Institutions(acronyms)
    bearers = Bearers(_full_names(mentions, spelled, couples))

    def name(number: int, mention: Candidate) -> str:
        if mention.origin is Origin.ALIAS:
            return mention.surface
        spelling = spelled[number]
        article = _article_before(texts[mention.paragraph], mention.start)
        if mention.type is EntityType.PLACE:
            return _name_place(spelling, institutions, article)
        if mention.type is EntityType.ORG:
            return institutions.name_of(spelling, article=article)
        if number in couples or mention.role.is_signature:
            return couples.get(number, spelling)
        return bearers.bearer_of(spelling, _place_of(mention)) or spelling

    return [name(number, mention) for number, mention in enumerate(mentions)]


def _name_place(spelling: str, institutions: Institutions, article: str) -> str:
    usual = institutions.usual_name(_RANK.sub("", spelling, count=1))
    with_article = f"{article} {spelling}"
    # "au Havre" is in the city of Le Havre.
    if usual is None and article and is_city(fold_name(with_article)):
        return with_article
    return usual or spelling


def _article_before(text: str, start: int) -> str:
    found = _ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start)
    return _ARTICLES[found[1].lower()] if found else ""


def _place_of(mention: Candidate) -> Place:
    return mention.paragraph, mention.start


def _spell_all(mentions: Sequence[Candidate]) -> list[str]:
    """Spell names in capitals as the article spells them elsewhere, or else as they would be."""
    calm: dict[tuple[EntityType, str], str] = {}
    for mention in mentions:
        if not is_shouted(mention.surface):
            calm.setdefault((mention.type, fold_name(mention.surface)), mention.surface)
    return [_spell(mention, calm) for mention in mentions]


def _spell(mention: Candidate, calm: Mapping[tuple[EntityType, str], str]) -> str:
    plain = " ".join(prepare_text(mention.surface).split())
    is_person = mention.type is EntityType.PERSON
    if is_shouted(plain):
        usual = calm.get((mention.type, fold_name(plain)))
        # Long acronyms are common among organisations: UNESCO, MEDEF.
        may_be_acronym = mention.type is EntityType.ORG and " " not in plain
        return usual or (plain if may_be_acronym else spell_usually(plain, is_person=is_person))
    return spell_usually(plain, is_person=True) if is_person else plain


def _find_couples(mentions: Sequence[Candidate], spelled: Sequence[str], texts: Mapping[int, str]) -> dict[int, str]:
    """Give the first of "Bill et Hillary Clinton" the surname of the second."""
    couples: dict[int, str] = {}
    for number in range(len(mentions) - 1):
        first, second = mentions[number], mentions[number + 1]
        if not first.type is second.type is EntityType.PERSON or first.paragraph != second.paragraph:
            continue
        is_linked = texts[first.paragraph][first.end : second.start] == _AND
        if is_linked and fold_name(first.surface) in given_names() and is_full_name(spelled[number + 1]):
            _, _, surname = spelled[number + 1].partition(" ")
            couples[number] = f"{spelled[number]} {surname}"
    return couples


def _full_names(
    mentions: Sequence[Candidate], spelled: Sequence[str], couples: Mapping[int, str]
) -> Iterator[tuple[Place, str]]:
    for number, mention in enumerate(mentions):
        name = couples.get(number, spelled[number])
        if mention.type is EntityType.PERSON and not mention.role.is_signature and is_full_name(name):
            yield _place_of(mention), name

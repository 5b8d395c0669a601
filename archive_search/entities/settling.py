"""Settle the names of one article: types as the archive decided, missed names found again, a name for each mention.

>>> from archive_search.entities.settling import settle_article
>>> from archive_search.entities.spans import Candidate
>>> from archive_search.records import EntityType, Kind, Origin, Paragraph, Role
>>> text = "Le ministre Chuck Hagel a parlé. Hagel n'a rien dit de plus."
>>> candidate = Candidate(1, 12, 23, "Chuck Hagel", EntityType.PERSON, Role.TEXT, Origin.MODEL)
>>> article = settle_article([Paragraph(number=1, kind=Kind.BODY, text=text)], [candidate], decisions={})
>>> [(mention.surface, mention.name) for mention in article.settled]
[('Chuck Hagel', 'Chuck Hagel'), ('Hagel', 'Chuck Hagel')]
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from archive_search.analysis.name_keys import fold_name, is_full_name, surname_key
from archive_search.entities.acronyms import find_acronyms
from archive_search.entities.common_acronyms import find_common_acronyms, is_common_acronym
from archive_search.entities.gazetteer import given_names, is_city, known_name
from archive_search.entities.naming import name_mentions
from archive_search.entities.rescanning import Wanted, find_again
from archive_search.entities.spans import Candidate, Settled
from archive_search.entities.spellings import SpellingIndex
from archive_search.entities.wanted_names import names_of_article
from archive_search.records import EntityType, Origin, Paragraph, Role

NOTHING: Mapping[str, EntityType] = MappingProxyType({})

# "Florence, 42 ans, boulangère", but "À Florence, 42 ans après".
_AGE = re.compile(r",\s\d{1,3}\sans\b(?!\s(?:après|avant|plus|de|d['’]))")
_SMALL_WORD = re.compile(r"(?<![\w-])[a-zà-öø-ÿœ][\w]*+(?!-)")


class SettledArticle(NamedTuple):
    """Hold the names of one article.

    Attributes:
        settled: Its mentions in the order of reading, not overlapping.
        acronyms: Acronyms that it defines, with their long forms.
    """

    settled: tuple[Settled, ...]
    acronyms: dict[str, str]


def settle_article(
    paragraphs: Sequence[Paragraph],
    candidates: Sequence[Candidate],
    decisions: Mapping[tuple[str, EntityType], EntityType | None],
    *,
    sought: Mapping[str, EntityType] = NOTHING,
) -> SettledArticle:
    """Settle the names of one article.

    Args:
        paragraphs: Paragraphs of the article, in order.
        candidates: What may be a name in it, in any order.
        decisions: Type of each spelling and type given to it, None for an ordinary word, as `voting.decide_types`
            decides; a candidate that it does not know keeps its type. What a rule found keeps it too.
        sought: Spellings to be found wherever they stand, with their types, for the librarian's aliases.
    """
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    acronyms = find_acronyms(list(texts.values()))
    explained = find_common_acronyms(texts.values())
    meant = acronyms.keys() | sought.keys()
    standing = [
        candidate
        for candidate in candidates
        if _is_in_text(candidate, texts)
        and (candidate.surface in meant or not is_common_acronym(candidate.surface, explained))
    ]
    typed = _apply(decisions, [_hear_age(each, texts) for each in _drop_overlapping(standing)], sought)
    mentions = typed
    for index in (_index(sought, Origin.ALIAS), _index_article(paragraphs, typed, acronyms, decisions)):
        mentions = find_again(paragraphs, mentions, index) if index else mentions
    names = name_mentions(mentions, texts, acronyms=acronyms)
    settled = tuple(Settled(*mention, name) for mention, name in zip(mentions, names, strict=True))
    return SettledArticle(settled, acronyms)


def stands_unsought(
    spelling: str,
    kind: EntityType,
    candidates: Iterable[Candidate],
    texts: Sequence[str],
    decisions: Mapping[tuple[str, EntityType], EntityType | None],
) -> bool:
    """Tell whether an article has the same names when a spelling in it is no longer sought.

    Where nothing but settling the article can tell, the answer is False.

    Args:
        spelling: The spelling, of which no mention was made that was no candidate.
        kind: Type by which it was sought.
        candidates: What may be a name in the article and is spelled so.
        texts: Texts of its paragraphs.
        decisions: As for `settle_article`.
    """
    if is_common_acronym(spelling, find_common_acronyms(texts)):
        return False
    return all(
        _decided_type(each, decisions, NOTHING) == kind and (kind == EntityType.PERSON or not _may_be_surname(each))
        for each in candidates
    )


def _index(names: Mapping[str, EntityType], origin: Origin) -> SpellingIndex[Wanted]:
    return SpellingIndex({name: Wanted(kind, origin) for name, kind in names.items()})


def _index_article(
    paragraphs: Iterable[Paragraph],
    mentions: Iterable[Candidate],
    acronyms: Mapping[str, str],
    decisions: Mapping[tuple[str, EntityType], EntityType | None],
) -> SpellingIndex[Wanted]:
    """Make ready the names of an article, but for those that it also writes small, and those judged ordinary words."""
    small_words = {word for paragraph in paragraphs for word in _SMALL_WORD.findall(paragraph.text)}
    names = names_of_article(mentions, acronyms=acronyms)
    wanted = {
        name: kind
        for name, kind in names.items()
        if name.lower() not in small_words and decisions.get((name, kind), kind) is not None
    }
    return _index(wanted, Origin.RESCAN)


def _is_in_text(candidate: Candidate, texts: Mapping[int, str]) -> bool:
    text = texts.get(candidate.paragraph, "")
    has_word = any(map(str.isalnum, candidate.surface))
    return has_word and text[candidate.start : candidate.end] == candidate.surface


def _hear_age(candidate: Candidate, texts: Mapping[int, str]) -> Candidate:
    """Make a person of a given name, be it that of a territory too, that is followed by an age: Virginie, 42 ans."""
    is_given_name = fold_name(candidate.surface).partition(" ")[0] in given_names()
    if not is_given_name or not _AGE.match(texts[candidate.paragraph], candidate.end):
        return candidate
    return candidate._replace(type=EntityType.PERSON, origin=Origin.RULE)


def _drop_overlapping(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Put candidates in the order of reading; of those that overlap keep the first, or the longest of the first."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_order):
        if not kept or candidate.paragraph != kept[-1].paragraph or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _order(candidate: Candidate) -> tuple[int, int, int, bool, EntityType, Role]:
    is_guess = candidate.origin is not Origin.RULE
    return candidate.paragraph, candidate.start, -candidate.end, is_guess, candidate.type, candidate.role


def _apply(
    decisions: Mapping[tuple[str, EntityType], EntityType | None],
    candidates: Sequence[Candidate],
    sought: Mapping[str, EntityType],
) -> list[Candidate]:
    """Give candidates their decided types; ordinary words are left out."""
    decided = [_decided_type(candidate, decisions, sought) for candidate in candidates]
    surnames = {
        surname_key(candidate.surface)
        for candidate, kind in zip(candidates, decided, strict=True)
        if kind is EntityType.PERSON and not candidate.role.is_signature and is_full_name(candidate.surface)
    }
    typed = []
    for candidate, kind in zip(candidates, decided, strict=True):
        is_surname = candidate.surface not in sought and _is_surname(candidate, surnames)
        settled_type = EntityType.PERSON if is_surname else kind
        if settled_type is not None:
            typed.append(candidate._replace(type=settled_type))
    return typed


def _decided_type(
    candidate: Candidate,
    decisions: Mapping[tuple[str, EntityType], EntityType | None],
    sought: Mapping[str, EntityType],
) -> EntityType | None:
    if candidate.surface in sought:
        return sought[candidate.surface]
    if keeps_type(candidate):
        return candidate.type
    return decisions.get((candidate.surface, candidate.type), candidate.type)


def keeps_type(candidate: Candidate) -> bool:
    """Tell whether a candidate has its type whatever the archive decides of its spelling."""
    return candidate.origin is Origin.RULE or candidate.role.is_signature


def _is_surname(candidate: Candidate, surnames: Set[str]) -> bool:
    """Tell whether a word is the surname of a person of the article, whatever it is elsewhere: Petit, Washington."""
    return surname_key(candidate.surface) in surnames and _may_be_surname(candidate)


def _may_be_surname(candidate: Candidate) -> bool:
    if candidate.origin is Origin.RULE or is_full_name(candidate.surface):
        return False
    is_place_too = known_name(candidate.surface) is not None or is_city(fold_name(candidate.surface))
    return candidate.type is EntityType.PERSON or not is_place_too

"""Give each spelling one type over the whole archive, and drop those that are ordinary words there.

The model judges a sentence at a time and wavers: "Bachar al-Assad" is now a person, now a place. All its judgements
together are seldom wrong. What a rule found has read its context and is not voted down, but it votes.

>>> from archive_search.entities.voting import decide_types
>>> from archive_search.records import EntityType
>>> person, org = EntityType.PERSON, EntityType.ORG
>>> votes = {("Odile Marchand", person): 9, ("Odile Marchand", org): 1, ("Reste", org): 2}
>>> decisions = decide_types(votes, {"reste": (400, 1)})
>>> decisions["Odile Marchand", org], decisions["Reste", org]
(<EntityType.PERSON: 'person'>, None)
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import Known, given_names, is_city, is_doubtful, known_name
from archive_search.entities.ordinary_words import Cases, is_mostly_small, is_ordinary_word
from archive_search.entities.spans import Candidate
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType, Origin

VOTES_OF = {Origin.MODEL: 1, Origin.RULE: 3}
MAJORITY = 2
"""A type must be heard this many times as often as another to replace it."""
FEW_VOTES = 2
"""Up to here, what else is known of the words of a name outweighs what the model said of it."""
LONGEST_PERSON = 4
LONGEST_BEGINNING = 3
"""Words of an institution that is looked for at the front of a longer name."""

_PARTICLES = frozenset(
    {"al", "el", "ben", "bin", "ibn", "van", "von", "der", "den", "de", "du", "des", "del", "di", "da", "dos", "la"}
)
# "Bachar al-Assad": the model often takes such a name for a place, but places seldom have a word before the article.
_ARABIC_NAME = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}[ -](?:al|el|Al|El)[ -]\w[\w'’-]*")
_NO_VOTES: Counter[EntityType] = Counter()


def count_votes(candidates: Iterable[Candidate]) -> Counter[tuple[str, EntityType]]:
    """Count for each spelling how often it was given each type; a rule counts as much as three times the model."""
    votes: Counter[tuple[str, EntityType]] = Counter()
    for candidate in candidates:
        votes[candidate.surface, candidate.type] += VOTES_OF[candidate.origin]
    return votes


def decide_types(
    votes: Mapping[tuple[str, EntityType], int], cases: Cases
) -> dict[tuple[str, EntityType], EntityType | None]:
    """Decide the type of every spelling that was given a type.

    Args:
        votes: How often each spelling was given each type, as `count_votes` counts.
        cases: How often each word stands small and capitalised in the archive, by its lower-case form, as
            `casing.count_cases` counts.

    Returns:
        For every key of `votes` the type that such a candidate gets; None where the spelling is an ordinary word.
    """
    hearing = _Hearing(votes, cases)
    return {(surface, given): hearing.decide(surface, given) for surface, given in votes}


class _Hearing:
    """Hold what all votes say: of each folded name, and of the last words of the names of persons."""

    def __init__(self, votes: Mapping[tuple[str, EntityType], int], cases: Cases) -> None:
        self._cases = cases
        self._folded: dict[str, str] = {}
        self._known: dict[str, Known] = {}
        self._heard: dict[str, Counter[EntityType]] = {}
        self._surnames: Counter[str] = Counter()
        for (surface, given), count in votes.items():
            folded = self._fold(surface)
            self._heard.setdefault(folded, Counter())[given] += count
            if given is EntityType.PERSON and " " in folded:
                self._surnames[_last_word(folded)] += count

    def _fold(self, surface: str) -> str:
        """Fold a spelling and look it up, once."""
        folded = self._folded.get(surface)
        if folded is None:
            folded = self._folded[surface] = fold_name(surface)
            known = known_name(surface)
            if known is not None:
                self._known[surface] = known
        return folded

    def decide(self, surface: str, given: EntityType) -> EntityType | None:
        known = self._known.get(surface)
        # Of a spelling that has other meanings too, such as Orange, the words around were heard before.
        if known is not None and (known.type is given or not is_doubtful(surface)):
            return known.type
        heard = self._heard[self._folded[surface]]
        if is_ordinary_word(surface, heard.total(), self._cases):
            return given if given in _types_with_article(surface) else None
        return self._decide_person(surface) if given is EntityType.PERSON else self._decide_thing(surface, given)

    def _decide_person(self, surface: str) -> EntityType:
        folded = self._folded[surface]
        heard = self._heard[folded]
        if self._is_of_institution(surface):
            return EntityType.ORG
        if is_city(folded) and not self._may_be_person_too(folded, heard):
            return EntityType.PLACE
        persons = heard[EntityType.PERSON] + self._count_kin(folded)
        return _outvote(heard, EntityType.PERSON, votes=persons)

    def _decide_thing(self, surface: str, given: EntityType) -> EntityType:
        if given is EntityType.PLACE and _begins_with_institution(surface, least_words=2):
            return EntityType.ORG
        folded = self._folded[surface]
        heard = self._heard[folded]
        has_shape = self._has_shape_of_person(surface)
        if has_shape and _ARABIC_NAME.fullmatch(surface) and self._is_heard_as_person(folded):
            return EntityType.PERSON
        persons = heard[EntityType.PERSON] + (self._count_kin(folded) if has_shape or " " not in folded else 0)
        if persons >= max(1, MAJORITY * heard[given]):
            return EntityType.PERSON
        best = _outvote(heard, given, votes=heard[given])
        is_sure = best is not given or heard[given] > FEW_VOTES
        return best if is_sure else self._decide_by_words(folded, given, has_shape=has_shape)

    def _decide_by_words(self, folded: str, given: EntityType, *, has_shape: bool) -> EntityType:
        first, last = folded.partition(" ")[0], _last_word(folded)
        if is_city(folded):
            return EntityType.PLACE
        return EntityType.PERSON if has_shape and (first in given_names() or self._is_surname(last)) else given

    def _is_of_institution(self, surface: str) -> bool:
        """Tell whether a name is that of an institution and of nobody (Closer), or begins with one (Volvo Polar)."""
        if fold_name(surface.partition(" ")[0]) in given_names():
            return False
        if " " in surface:
            return _begins_with_institution(surface, least_words=1)
        known = self._known.get(surface)
        return known is not None and known.type is EntityType.ORG and self._folded[surface] not in self._surnames

    def _may_be_person_too(self, folded: str, heard: Mapping[EntityType, int]) -> bool:
        """Tell whether the name of a city is also that of a person: Florence; San Diego only where often taken so."""
        if " " in folded:
            return heard[EntityType.PERSON] > FEW_VOTES
        is_name_of_person = folded in self._surnames or folded in given_names()
        # Denzel Washington does not make a person of the city that is in the news every day.
        return is_name_of_person and MAJORITY * heard[EntityType.PERSON] >= heard[EntityType.PLACE]

    def _count_kin(self, folded: str) -> int:
        """Count the persons who bear a single word as surname, or a surname said alone of who seems to bear it."""
        if " " not in folded:
            return self._surnames[folded]
        alone = self._heard.get(_last_word(folded), _NO_VOTES)
        others = alone[EntityType.PLACE] + alone[EntityType.ORG]
        return alone[EntityType.PERSON] if alone[EntityType.PERSON] >= MAJORITY * others else 0

    def _is_heard_as_person(self, folded: str) -> bool:
        return self._heard[folded][EntityType.PERSON] > 0 or self._is_surname(_last_word(folded))

    def _is_surname(self, word: str) -> bool:
        others = self._heard.get(word, _NO_VOTES)
        return 0 < self._surnames[word] >= MAJORITY * (others[EntityType.PLACE] + others[EntityType.ORG])

    def _has_shape_of_person(self, surface: str) -> bool:
        """Tell whether a name is of two to four words that may be those of a person: "Air", "Coupe", "LR" are not."""
        words = surface.split()
        if not 2 <= len(words) <= LONGEST_PERSON:
            return False
        if not all(word[0].isupper() or fold_name(word).partition(" ")[0] in _PARTICLES for word in words):
            return False
        first = fold_name(words[0])
        if first in given_names():
            return True
        is_word = is_mostly_small(words[0], self._cases) or first in read_words("name_heads.txt")
        is_acronym = words[0].isupper() and not surface.isupper()
        return not is_word and not is_acronym and known_name(words[0]) is None


def _outvote(heard: Counter[EntityType], given: EntityType, *, votes: int) -> EntityType:
    """Give the type heard most, if it is heard often enough to replace the given one."""
    # Most names have one type alone.
    if heard.keys() <= {given}:
        return given
    best = max(EntityType, key=lambda each: (heard[each], each is given))
    return best if heard[best] >= MAJORITY * votes else given


def _begins_with_institution(surface: str, *, least_words: int) -> bool:
    """Tell whether the first words of a longer name are surely an institution: France 3 Normandie."""
    words = surface.split(" ")[: LONGEST_BEGINNING + 1]
    return any(_is_institution(" ".join(words[:count])) for count in range(least_words, len(words)))


def _is_institution(spelling: str) -> bool:
    known = known_name(spelling)
    return known is not None and known.type is EntityType.ORG and not is_doubtful(spelling)


def _types_with_article(surface: str) -> set[EntityType]:
    """Give the types of what a spelling may stand for by itself or behind its article: (Le) Parisien."""
    known = (known_name(f"{article}{surface}") for article in ("", "Le ", "La ", "Les ", "L'"))
    return {each.type for each in known if each is not None}


def _last_word(folded: str) -> str:
    return folded.rpartition(" ")[2]

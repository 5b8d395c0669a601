"""Choose the spelling under which an entity is shown, and the id that follows from it.

>>> from archive_search.entities.display_names import choose_display_name
>>> from archive_search.records import EntityType
>>> choose_display_name({"EI": 9, "État islamique": 4, "ÉTAT ISLAMIQUE": 5}, EntityType.ORG)
'État islamique'
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from archive_search.analysis.name_keys import fold_name, is_full_name
from archive_search.entities.capitals import is_shouted
from archive_search.entities.gazetteer import is_doubtful, known_name
from archive_search.records import EntityType

_LONGEST_ACRONYM = 5


def choose_display_name(counts: Mapping[str, int], entity_type: EntityType) -> str:
    """Choose the usual name of what every newsroom knows, or else the most frequent full spelling.

    Of equally frequent ones it is that with the most accents and hyphens, of those that are equal in this too the
    longest, then the first of the alphabet.

    Args:
        counts: Spellings with the number of their mentions.
        entity_type: What they name.

    Returns:
        The usual name, or a spelling that is not shouted in capitals, unless all are. One word of up to five capitals
        that names an organisation (SNCF) counts as an acronym, not as shouted.
    """

    def rank(spelling: str) -> tuple[bool, bool, int, int, int, str]:
        shouted = is_shouted(spelling) and not _is_acronym(spelling, entity_type)
        preferred = -counts[spelling], -_count_marks(spelling), -len(spelling)
        return shouted, not _is_full(spelling, entity_type), *preferred, spelling

    best_first = sorted(counts, key=rank)
    usual_names = (_usual_name(spelling, entity_type) for spelling in best_first)
    return next(filter(None, usual_names), best_first[0])


def make_ids(shown: Sequence[tuple[EntityType, str]]) -> list[str]:
    """Make an id for each entity from its type and name; of those that would share one, the later ones get a number.

    >>> make_ids([(EntityType.PERSON, "Jean Dubois"), (EntityType.PERSON, "Jean Dubois")])
    ['person:jean-dubois', 'person:jean-dubois-2']
    """
    wanted = [f"{entity_type}:{fold_name(name).replace(' ', '-') or 'sans-nom'}" for entity_type, name in shown]
    taken = set(wanted)
    seen: Counter[str] = Counter()
    ids = []
    for plain in wanted:
        seen[plain] += 1
        chosen = plain
        while seen[plain] > 1 and (chosen := f"{plain}-{seen[plain]}") in taken:
            seen[plain] += 1
        taken.add(chosen)
        ids.append(chosen)
    return ids


def _usual_name(spelling: str, entity_type: EntityType) -> str | None:
    """Give the usual name of a spelling that stands for nothing else."""
    known = known_name(spelling)
    if known is None or known.type is not entity_type:
        return None
    return known.name if not is_doubtful(spelling) or fold_name(known.name) == fold_name(spelling) else None


def _count_marks(spelling: str) -> int:
    """Count accents, hyphens and apostrophes: whoever took the trouble to write them knows the name."""
    return sum(not (letter.isascii() and (letter.isalnum() or letter == " ")) for letter in spelling)


def _is_full(spelling: str, entity_type: EntityType) -> bool:
    if entity_type is EntityType.PERSON:
        return is_full_name(spelling)
    return entity_type is EntityType.PLACE or " " in fold_name(spelling)


def _is_acronym(spelling: str, entity_type: EntityType) -> bool:
    return entity_type is EntityType.ORG and spelling.isalpha() and len(spelling) <= _LONGEST_ACRONYM

"""Offer names of an archive that are spelled or sound almost like one that it does not have."""

from collections.abc import Iterator

from archive_search.analysis.name_keys import fold_name, transliteration_key
from archive_search.records import EntityType
from archive_search.search.name_lookup import NameLookup

MOST_SUGGESTED = 5

LONGEST_ASKED = 100
"""Letters of a name for which others are sought: comparing takes as long as it is long."""

# Out of 100, judged on invented names: one letter in five may differ. What is close by sound alone may still differ in
# half of its letters.
_CLOSE = 80.0
_SHORTLIST_CLOSE = 50.0
_SHORTLIST = 200
_DESCRIBED = 50


def suggest_names(entity_type: EntityType, text: str, lookup: NameLookup) -> list[str]:
    """List the names shown of the entities closest to a name, the closest first, at most `MOST_SUGGESTED`.

    The order of words does not count; a single word is also compared with the last words of names.
    """
    closeness = _measure(entity_type, text, lookup)
    closest = sorted(closeness, key=lambda entity_id: (-closeness[entity_id], entity_id))[:_DESCRIBED]
    entities = lookup.described(closest)
    ordered = sorted(entities, key=lambda entity: (-closeness[entity.id], -entity.articles, entity.name))
    return list(dict.fromkeys(entity.name for entity in ordered))[:MOST_SUGGESTED]


def _measure(entity_type: EntityType, text: str, lookup: NameLookup) -> dict[str, float]:
    """Tell how close the entities that come near to a name are, by id, from `_CLOSE` to 100."""
    # Imported here: only a name that nobody has needs it, and every query would pay for it.
    from rapidfuzz import fuzz, process

    folded = fold_name(text)
    if not folded or len(folded) > LONGEST_ASKED:
        return {}
    spellings = list(_spellings(entity_type, lookup, last_words=" " not in folded))
    near = process.extract(
        folded,
        [spelling for spelling, _id in spellings],
        scorer=fuzz.token_sort_ratio,
        limit=_SHORTLIST,
        score_cutoff=_SHORTLIST_CLOSE,
    )
    key = transliteration_key(text)
    closeness: dict[str, float] = {}
    for spelling, by_letters, rank in near:
        by_sound = fuzz.ratio(key, transliteration_key(spelling))
        entity_id = spellings[rank][1]
        closeness[entity_id] = max(closeness.get(entity_id, 0.0), by_letters, by_sound)
    return {entity_id: close for entity_id, close in closeness.items() if close >= _CLOSE}


def _spellings(entity_type: EntityType, lookup: NameLookup, *, last_words: bool) -> Iterator[tuple[str, str]]:
    for folded, entity_id in lookup.folded_names(entity_type):
        yield folded, entity_id
        if last_words and " " in folded:
            yield folded.rpartition(" ")[2], entity_id

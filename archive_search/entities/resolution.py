"""Group the names of an archive into persons, places and organisations.

Strictly: names are one entity when they are spelled alike, when they romanise one name, when one is the other with a
nickname, when one is the only acronym of the other, or when the librarian says so, who always wins. A likeness is no
reason, and a surname alone stays by itself.

>>> from archive_search.entities.aliases import Aliases
>>> from archive_search.entities.resolution import resolve_names
>>> from archive_search.records import EntityType
>>> counts = {(EntityType.PERSON, name): 1 for name in ("Nouri al-Maliki", "Nuri al Maliki", "Maliki")}
>>> [(group.id, group.name) for group in resolve_names(counts, acronyms={}, aliases=Aliases())]
[('person:maliki', 'Maliki'), ('person:nouri-al-maliki', 'Nouri al-Maliki')]
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from archive_search.analysis.name_keys import drop_article, fold_name, is_full_name, transliteration_key
from archive_search.entities.aliases import Aliases
from archive_search.entities.corrected_groups import CorrectedGroups, find_shown_names
from archive_search.entities.corrections import NameKey
from archive_search.entities.display_names import choose_display_name, make_ids
from archive_search.entities.gazetteer import is_doubtful, known_name
from archive_search.entities.nicknames import given_names_of
from archive_search.records import EntityType

Name: TypeAlias = tuple[EntityType, str]
"""Type and spelling of a name, as articles give them."""

CLEAR_MAJORITY = 0.95
"""Share of the articles defining an acronym that one long form must have for the acronym to mean it everywhere."""

MOST_FOR_ONE_ARTICLE = 9
"""Unexplained uses of an acronym up to which the explanation of a single article counts for them too."""

_TYPES = len(EntityType)


class EntityGroup(NamedTuple):
    """Hold an entity and the names that stand for it.

    Attributes:
        id: Name of the entity in the archive, such as "person:serguei-choigou".
        type: What kind of thing it is.
        name: Name under which it is shown.
        members: Its names, sorted, with the type that the articles gave them.
    """

    id: str
    type: EntityType
    name: str
    members: tuple[Name, ...]


def resolve_names(
    counts: Mapping[Name, int], *, acronyms: Mapping[str, Mapping[str, int]], aliases: Aliases
) -> list[EntityGroup]:
    """Group the names of an archive.

    Args:
        counts: Number of mentions of each name.
        acronyms: For each acronym its long forms, with the number of articles that define it so.
        aliases: The librarian's corrections.

    Returns:
        The groups in order of id. Each name is in exactly one, but for those that are hidden with their group.
    """
    spellings = _index_by_key(counts, aliases)
    groups = CorrectedGroups(aliases)
    _suggest_persons(groups, spellings)
    _suggest_acronyms(groups, spellings, counts, acronyms)
    return _make_groups(groups, spellings, counts, aliases)


def _index_by_key(counts: Iterable[Name], aliases: Aliases) -> dict[NameKey, list[Name]]:
    """Gather names that are spelled alike, with the type that the librarian gives them; all in a fixed order."""
    targets = {(retype.source, fold_name(retype.name)): retype.target for retype in aliases.retyped}
    by_key = defaultdict[NameKey, list[Name]](list)
    for name in sorted(counts):
        # What cannot be folded, "???", is only equal to itself.
        key = (name[0], fold_name(name[1]) or name[1])
        for _ in range(_TYPES if key in targets else 0):
            key = (targets.get(key, key[0]), key[1])
        by_key[key].append(name)
    return by_key


def _suggest_persons(groups: CorrectedGroups, spellings: Mapping[NameKey, Sequence[Name]]) -> None:
    by_sound: dict[str, NameKey] = {}
    by_surname: dict[str, NameKey] = {}
    long_forms = defaultdict[str, set[str]](set)
    for key, names in spellings.items():
        if key[0] is not EntityType.PERSON or groups.is_closed(key):
            continue
        for _type, name in names:
            if is_full_name(name):
                sound = transliteration_key(name)
                groups.suggest(by_sound.setdefault(sound, key), key)
                for long in _without_nickname(name):
                    long_forms[sound].add(long)
            else:
                groups.suggest(by_surname.setdefault(drop_article(key[1]), key), key)
    for short, long in _sole_pairs(long_forms, by_sound):
        groups.suggest(by_sound[long], by_sound[short])


def _without_nickname(name: str) -> Iterator[str]:
    """Yield the keys that the name would have without the nickname that it begins with."""
    first, _, others = name.partition(" ")
    for given_name in given_names_of(fold_name(first)):
        yield transliteration_key(f"{given_name} {others}")


def _sole_pairs(long_forms: Mapping[str, Iterable[str]], known: Mapping[str, NameKey]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a name with a nickname and one without, where neither could be paired otherwise.

    Of Dick, Rick and Richard Smith any two may be one person: nobody can tell which.
    """
    pairs = [(short, long) for short, longs in sorted(long_forms.items()) for long in sorted(longs) if long in known]
    uses = Counter(form for pair in pairs for form in pair)
    return (pair for pair in pairs if uses[pair[0]] == uses[pair[1]] == 1)


def _suggest_acronyms(
    groups: CorrectedGroups,
    spellings: Mapping[NameKey, Sequence[Name]],
    counts: Mapping[Name, int],
    acronyms: Mapping[str, Mapping[str, int]],
) -> None:
    meanings = defaultdict[str, Counter[NameKey]](Counter)
    for short, long_forms in sorted(acronyms.items()):
        for long, articles in sorted(long_forms.items()):
            meanings[fold_name(short)][groups.find((EntityType.ORG, fold_name(long)))] += articles
    for folded, articles_by_meaning in meanings.items():
        short_key = (EntityType.ORG, folded)
        [(meaning, articles)] = articles_by_meaning.most_common(1)
        short_names = spellings.get(short_key, ())
        is_trusted = articles > 1 or not _has_other_meaning(short_names, counts)
        if short_names and is_trusted and articles >= CLEAR_MAJORITY * articles_by_meaning.total():
            groups.suggest(meaning, short_key)


def _has_other_meaning(short_names: Iterable[Name], counts: Mapping[Name, int]) -> bool:
    """Tell whether most readers know an acronym already, as every newsroom does or as many articles suppose."""
    known = any(known_name(name) is not None and not is_doubtful(name) for _type, name in short_names)
    return known or sum(counts[name] for name in short_names) > MOST_FOR_ONE_ARTICLE


def _make_groups(
    groups: CorrectedGroups,
    spellings: Mapping[NameKey, Sequence[Name]],
    counts: Mapping[Name, int],
    aliases: Aliases,
) -> list[EntityGroup]:
    hidden = {groups.find((hide.type, fold_name(hide.name))) for hide in aliases.hidden}
    members = defaultdict[NameKey, list[Name]](list)
    for key, names in spellings.items():
        members[groups.find(key)].extend(names)
    shown = find_shown_names(aliases, groups)
    found = sorted(
        (key[0], shown.get(key) or _choose(names, counts, key[0]), tuple(sorted(names)))
        for key, names in members.items()
        if key not in hidden
    )
    ids = make_ids([(entity_type, name) for entity_type, name, _members in found])
    return sorted(EntityGroup(id_, *group) for id_, group in zip(ids, found, strict=True))


def _choose(names: Sequence[Name], counts: Mapping[Name, int], entity_type: EntityType) -> str:
    if len(names) == 1:
        return names[0][1]
    by_spelling: Counter[str] = Counter()
    for name in names:
        by_spelling[name[1]] += counts[name]
    return choose_display_name(by_spelling, entity_type)

"""Say what is worth looking for in an article where the model was silent.

>>> from archive_search.entities.spans import Candidate
>>> from archive_search.entities.wanted_names import names_of_article
>>> from archive_search.records import EntityType, Origin, Role
>>> mention = Candidate(1, 0, 11, "Chuck Hagel", EntityType.PERSON, Role.TEXT, Origin.MODEL)
>>> sorted(names_of_article([mention], acronyms={}))
['Chuck Hagel', 'Hagel']
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from archive_search.analysis.name_keys import fold_name, is_full_name
from archive_search.entities import surnames
from archive_search.entities.gazetteer import is_doubtful, known_name
from archive_search.entities.spans import Candidate
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType

SHORTEST_NAME = 3


def names_of_article(mentions: Iterable[Candidate], *, acronyms: Mapping[str, str]) -> dict[str, EntityType]:
    """Give the names of an article, the surnames of its persons and its acronyms, each with the type it has most often.

    Args:
        mentions: Names of the article; who only signs it is not looked for.
        acronyms: Acronyms that the article defines, with their long forms.
    """
    types: dict[str, Counter[EntityType]] = {}
    for mention in mentions:
        if mention.role.is_signature:
            continue
        types.setdefault(mention.surface, Counter())[mention.type] += 1
        # "la secrétaire d'État" is no person's name, though the model may say so.
        if mention.type is EntityType.PERSON and mention.surface[0].isupper() and is_full_name(mention.surface):
            for surname in surnames.alone(mention.surface):
                types.setdefault(surname, Counter())[EntityType.PERSON] += 1
    for acronym, long_form in acronyms.items():
        types[acronym] = types.get(long_form) or Counter([EntityType.ORG])
    return {name: counts.most_common(1)[0][0] for name, counts in types.items() if _is_worth_looking_for(name)}


def _is_worth_looking_for(name: str) -> bool:
    if (known_name(name) is not None and not is_doubtful(name)) or fold_name(name) in read_words("generic_words.txt"):
        return False
    return any(letter.isupper() for letter in name) and (len(name) >= SHORTEST_NAME or name.isupper())

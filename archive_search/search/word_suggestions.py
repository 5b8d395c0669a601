"""Offer words of an archive that sound like one that it does not have, or are spelled almost like it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.forms import FormRow
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.search.counted_forms import CountedForm, count_family, sort_by_articles
from archive_search.search.sounds import sound_of
from archive_search.search.spelling import write_like
from archive_search.search.terms import Family

MOST_SUGGESTED = 3

# Of shorter words, nearly any other is within as many letters.
_SHORTEST_OF_DISTANCE = {1: 3, 2: 6}
# What sounds alike may differ in more letters: Latakié, Lattaquié.
_WIDEST = 3
_LONGEST = 40
# Families of each distance that are counted, chosen by a count that is quick and not exact.
_MOST_COUNTED = 20


def suggest_words(typed: str, index: IndexReader) -> list[str]:
    """List the words closest to one that an archive does not have.

    Words that sound alike come first, then those with one letter changed, added, missing or swapped with the next, then
    those with two, where none sounds alike; of words as close as each other, the one in more articles. What is less
    close is left out unless it is in more articles than what is closer. Each family is there once, in its most
    frequent form.

    Args:
        typed: A word as typed; numbers and compounds have no other spelling.
        index: The archive.

    Returns:
        At most `MOST_SUGGESTED` words, with the capitals of what was typed; stop words are not among them.
    """
    tokens = list(tokenize(typed))
    if len(tokens) != 1:
        return []
    suggested: dict[str, CountedForm] = {}
    for rows in _find_near(fold_form(tokens[0].form), index.vocabulary):
        # Many words are a letter or two away: only those are worth a look that are more frequent than the nearer ones.
        most = max((each.articles for each in suggested.values()), default=0)
        for stem, counted in _choose_forms(rows, index):
            if counted.articles > most:
                suggested.setdefault(stem, counted)
    spellings: dict[str, str] = {}
    for each in suggested.values():
        # A word and the same without its accents may be of two families.
        spellings.setdefault(fold_form(each.form), write_like(each.form, typed[tokens[0].start :]))
    return list(spellings.values())[:MOST_SUGGESTED]


def _find_near(folded: str, vocabulary: Vocabulary) -> Iterator[list[FormRow]]:
    """Yield the forms near to a folded spelling, the nearest ones first."""
    distances = [distance for distance, shortest in _SHORTEST_OF_DISTANCE.items() if len(folded) >= shortest]
    if not distances or len(folded) > _LONGEST or any(map(str.isdigit, folded)):
        return
    widest = _WIDEST if len(distances) > 1 else 1
    near = [row for row in vocabulary.near(folded, widest) if not is_stop_word(row.form)]
    if not near:
        return
    sound = sound_of(folded)
    alike = [row for row in near if sound_of(row.folded) == sound]
    yield alike
    # Imported here: only a word that is nowhere needs it, and every query would pay for it.
    from rapidfuzz.distance import OSA

    rows_at: dict[int, list[FormRow]] = defaultdict(list)
    for row in near:
        rows_at[OSA.distance(folded, row.folded)].append(row)
    for distance in distances[:1] if alike else distances:
        # Whoever writes two letters wrong seldom begins with one of them.
        yield [row for row in rows_at[distance] if distance == 1 or row.folded[0] == folded[0]]


def _choose_forms(rows: Sequence[FormRow], index: IndexReader) -> list[tuple[str, CountedForm]]:
    """Choose the most frequent form of each family, and put the families in the order of these."""
    forms_of: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        forms_of[row.stem].add(row.form)
    best: dict[CountedForm, str] = {}
    for stem in index.vocabulary.most_frequent(forms_of, limit=_MOST_COUNTED):
        counted = [each for each in count_family(index, Family(stem, None)) if each.form in forms_of[stem]]
        best.update((each, stem) for each in sort_by_articles(counted)[:1])
    return [(best[each], each) for each in sort_by_articles(list(best))]

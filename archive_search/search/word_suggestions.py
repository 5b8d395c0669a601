"""Offer words of an archive that are spelled almost like one that it does not have."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.forms import FormRow
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.search.counted_forms import CountedForm, count_family, sort_by_articles
from archive_search.search.letter_case import write_like

MOST_SUGGESTED = 3

# Of shorter words, nearly any other is within as many letters.
_SHORTEST_OF_DISTANCE = {1: 3, 2: 5}
_LONGEST = 40
# Families of each distance that are counted, chosen by a count that is quick and not exact.
_MOST_COUNTED = 20


def suggest_words(typed: str, index: IndexReader) -> list[str]:
    """List the words closest to one that an archive does not have.

    One letter changed, added, missing or swapped with the next comes before two, and of words as close as each other
    the one in more articles; those of two letters are left out unless they are in more articles than those of one.
    Each family is there once, in its most frequent form.

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
        # Many words are two letters away: only those are worth a look that are more frequent than the nearer ones.
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
    near = [row for row in vocabulary.near(folded, max(distances)) if not is_stop_word(row.form)]
    if not near:
        return
    # Imported here: only a word that is nowhere needs it, and every query would pay for it.
    from rapidfuzz.distance import OSA

    rows_at: dict[int, list[FormRow]] = defaultdict(list)
    for row in near:
        rows_at[OSA.distance(folded, row.folded)].append(row)
    yield from (rows_at[distance] for distance in sorted(rows_at))


def _choose_forms(rows: Sequence[FormRow], index: IndexReader) -> list[tuple[str, CountedForm]]:
    """Choose the most frequent form of each family, and put the families in the order of these."""
    forms_of: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        forms_of[row.stem].add(row.form)
    best: dict[CountedForm, str] = {}
    for stem in index.vocabulary.most_frequent(forms_of, limit=_MOST_COUNTED):
        counted = [each for each in count_family(index, stem) if each.form in forms_of[stem]]
        best.update((each, stem) for each in sort_by_articles(counted)[:1])
    return [(best[each], each) for each in sort_by_articles(list(best))]

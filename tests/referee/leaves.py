"""Find the places of words, truncations, tolerant spellings and phrases in one paragraph."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import overridden_forms, stem_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import ExactForm, Fuzzy, Leaf, Pattern, Phrase, Word
from referee.reading import ReadParagraph, ReadWord

Test: TypeAlias = Callable[[ReadWord], bool]
Row: TypeAlias = tuple[Test, ...]

ELIDED = re.compile(r"\A(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=.)")


def rows_of(leaf: Leaf, forms: Iterable[str]) -> list[Row]:
    """List the rows of words that a leaf stands for: any of them, side by side, is an occurrence.

    Args:
        leaf: The leaf.
        forms: All forms of the archive.
    """
    match leaf:
        case Word(text=text):
            return _spell(text, lambda form: _is_of_family(form, forms))
        case ExactForm(text=text):
            return _spell(text, lambda form: lambda word: word.form == form)
        case Fuzzy(text=text, distance=distance):
            return _spell(text, lambda form: lambda word: count_edits(fold_form(form), word.folded) <= distance)
        case Pattern(text=text):
            return [_fit(text)]
        case Phrase(words=words):
            rows: list[Row] = [()]
            for text in words:
                following = [_fit(text)] if set(text) & set("*?") else _spell(text, _folds_alike)
                rows = [before + after for before in rows for after in following]
            return rows


def find_rows(rows: Iterable[Row], paragraph: ReadParagraph) -> Iterator[tuple[ReadWord, ...]]:
    """Yield the words of a paragraph that stand side by side and pass the tests of one of the rows."""
    for row in rows:
        found: list[tuple[ReadWord, ...]] = [()]
        for test in row:
            found = [
                (*before, word)
                for before in found
                for word in paragraph.words
                if test(word) and (not before or word.first == before[-1].last + 1)
            ]
        yield from (words for words in found if words)


def _spell(text: str, test_of: Callable[[str], Test]) -> list[Row]:
    """Read a text of the query as rows; where it has a joined form, that form is another way to go on."""
    ways: dict[int, list[Row]] = {0: [()]}
    end = 0
    for token in tokenize(text):
        end = token.last + 1
        ways.setdefault(end, []).extend((*row, test_of(token.form)) for row in ways[token.position])
    return ways[end]


def _folds_alike(form: str) -> Test:
    return lambda word: word.folded == fold_form(form)


def _is_of_family(typed: str, forms: Iterable[str]) -> Test:
    spellings = {form for form in forms if _are_spellings(form, typed)} | {typed}
    accented = {form for form in spellings if not form.isascii()}
    meant = accented if typed.isascii() else {typed}
    stems = {stem_form(form) for form in accented}
    bare = fold_form(typed)
    if any(is_bare(bare, word) for word in meant):
        return lambda word: word.form == bare or stem_form(word.form) in stems
    if typed.isascii():
        stems.add(stem_form(typed))
    return lambda word: stem_form(word.form) in stems


def _are_spellings(one: str, other: str) -> bool:
    """Tell whether two forms are one word but for accents that only one of them has, as far as is known."""
    if fold_form(one) != fold_form(other):
        return False
    if not one.isascii() and not other.isascii() and {one, other} <= overridden_forms().keys():
        return stem_form(one) == stem_form(other)
    return len(one) != len(other) or not any(_conflict(*letters) for letters in zip(one, other, strict=True))


def is_bare(form: str, word: str) -> bool:
    """Tell whether a form without accents is that word in capitals, and not a word of its own such as marche.

    Words of their own are those that the overrides list, and function words (sur, sûr).
    """
    is_function_word = is_stop_word(form) and not is_stop_word(word)
    return form not in overridden_forms() and not is_function_word


def _conflict(one: str, other: str) -> bool:
    return one != other and not one.isascii() and not other.isascii()


def _fit(pattern: str) -> Row:
    """Read a pattern, in which hyphens part words and elided articles do not count."""
    return tuple(_fit_word(piece) for piece in re.split("[-‐‑]+", pattern) if piece)


def _fit_word(piece: str) -> Test:
    letters = ELIDED.sub("", piece.lower())
    inside = letters.rstrip("?")
    expression = "".join({"*": ".*", "?": "."}.get(letter) or re.escape(_plain(letter)) for letter in inside)
    expression += ".?" * (len(letters) - len(inside))
    return lambda word: re.fullmatch(expression, word.folded) is not None


def _plain(letter: str) -> str:
    return "'" if letter == "’" else "".join(each for each in fold_form(letter) if each.isalnum() or each == "'")


@cache
def count_edits(one: str, other: str) -> int:
    """Count the letters to change, add, drop, or swap with their neighbour, each letter touched once at most."""
    rows = [list(range(len(other) + 1))]
    for i, mine in enumerate(one, start=1):
        row = [i]
        for j, theirs in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (mine != theirs))
            if i > 1 and j > 1 and mine == other[j - 2] and theirs == one[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]

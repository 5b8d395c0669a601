"""The spellings of institutions and territories, read from the lists of ``data``, and what each needs to be spotted.

The head of ``data/institutions.txt`` explains the form of a line.

>>> from archive_search.entities.known_spellings import known_spellings
>>> spelling = known_spellings()["nations unies"]
>>> spelling.name, spelling.capitals, spelling.doubt
('ONU', 'Il', <Doubt.NONE: ''>)
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from archive_search.analysis.characters import APOSTROPHES, GLUE, HYPHENS, LETTER
from archive_search.analysis.name_keys import fold_name
from archive_search.records import EntityType

LISTS = ("institutions.txt", "places.txt", "territories.txt")

WORD = rf"(?:(?:[A-Z]\.){{2,}}+|{LETTER}++(?:[{GLUE}]++{LETTER}*+)*+\+?)"
"""Inside of a pattern: one word of a name; an acronym keeps its dots, and the sign belongs to Canal+."""

GAP = rf"(?:\s{{1,2}}|[{HYPHENS}./]|[{APOSTROPHES}]\s?|\s?&\s?|,\s(?=[a-zà-ÿ]))"
"""Inside of a pattern: what may stand between two words of a name."""

_FOLDER = Path(__file__).with_name("data")
_WORD = re.compile(WORD)
_ARTICLE = re.compile(r"(?:l[ae] |les |l')(?=[^\Wa-zà-ÿ])")
_GEOGRAPHIC_NOUN = re.compile(
    "archipel|baie|canal|canaux|desert|detroit|espace|fleuve|golfe|hauteurs|iles?|lacs?|massif|mer|monts?|montagnes"
    "|ocean|pays|peninsule|plateau|quartier|tunnel"
)


class Doubt(StrEnum):
    """Name what a spelling needs to be spotted in a text; the values are the marks of the lists."""

    NONE = ""
    ARTICLE = "le"
    CONTEXT = "?"
    UNSPOTTED = "!"


class Spelling(NamedTuple):
    """Hold one spelling of an institution or territory.

    Attributes:
        name: Usual name of what it stands for.
        type: What kind of thing that is.
        doubt: What it needs to be spotted, because it has other meanings too.
        capitals: One letter a word: "U" all in capitals, "I" a capital first, "l" anyhow.
        ends_in_accent: Whether its last letter, but for an s, is é.
    """

    name: str
    type: EntityType
    doubt: Doubt
    capitals: str
    ends_in_accent: bool

    def fits(self, words: list[str]) -> bool:
        """Tell whether words that fold to this spelling have its capitals, and at their end its accent.

        Other accents may be missing, but é at the end makes another word: Tigré, tigre; Cités, Cites.
        """
        if not words or (_ends_in_accent(words[-1]) != self.ends_in_accent and not words[-1].isupper()):
            return False
        return all(
            wanted == "l" or (word.isupper() if wanted == "U" else word[0].isupper())
            # Canal Plus is two words where Canal+ is one.
            for word, wanted in zip(words, self.capitals, strict=False)
        )


@cache
def known_spellings() -> dict[str, Spelling]:
    """Give every spelling by its fold, as `fold_name` folds; the article that one needs is no part of it.

    Raises:
        ValueError: As `parse_list`, or a spelling is given twice.
    """
    by_fold: dict[str, Spelling] = {}
    for file_name in LISTS:
        for text, spelling in parse_list(file_name):
            fold = fold_name(text)
            # The usual name stands first; one that needs its article is given again, with it.
            if fold in by_fold and (by_fold[fold].name, spelling.doubt) != (spelling.name, Doubt.ARTICLE):
                raise ValueError(f"{text!r} is given twice in the lists")
            by_fold[fold] = spelling
    return by_fold


def parse_list(file_name: str) -> Iterator[tuple[str, Spelling]]:
    """Yield every spelling of one list, without its mark or article, and what is known of it.

    Raises:
        ValueError: A line is not in the form of the lists.
    """
    for line in read_lines(file_name):
        yield from _parse_line(line)


def read_lines(file_name: str) -> Iterator[str]:
    """Yield the lines of a file of ``data`` that state a fact."""
    for line in (_FOLDER / file_name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _parse_line(line: str) -> Iterator[tuple[str, Spelling]]:
    fields = line.split(" | ")
    if len(fields) not in {2, 3} or fields[1] not in set(EntityType):
        raise ValueError(f"not 'usual name | type | spellings': {line}")
    name, _ = _parse_spelling(fields[0])
    for marked in [fields[0], *(fields[2].split(" ; ") if len(fields) == 3 else ())]:
        text, doubt = _parse_spelling(marked)
        yield text, Spelling(name, EntityType(fields[1]), doubt, _capitals_of(text), _ends_in_accent(text))


def _parse_spelling(marked: str) -> tuple[str, Doubt]:
    article = _ARTICLE.match(marked)
    if article is not None:
        return marked[article.end() :], Doubt.ARTICLE
    text = marked.lstrip("?!")
    return text, Doubt(marked.removesuffix(text))


def _capitals_of(text: str) -> str:
    words = _WORD.findall(text)
    letters = ["U" if _is_acronym(word) else "I" if word[0].isupper() else "l" for word in words]
    if len(words) > 1 and _GEOGRAPHIC_NOUN.fullmatch(fold_name(words[0])):
        letters[0] = "l"
    return "".join(letters)


def _ends_in_accent(text: str) -> bool:
    return text.endswith(("é", "és"))


def _is_acronym(word: str) -> bool:
    return word.isupper() and sum(map(str.isalnum, word)) > 1

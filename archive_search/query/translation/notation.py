"""Describe how one service writes what a tree can ask.

Each service has one `Notation`, a table that `archive_search.query.translation.writing` reads. Sentences for the
reader that belong to one entry stand beside it; an empty or missing entry is what the service cannot say.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from archive_search.query.remarks import Remarks
from archive_search.query.translation.pieces import Form
from archive_search.query.translation.place import Unit
from archive_search.query.tree import Field, Near, NotNear, Published, Zone


class Sign(NamedTuple):
    """Hold an operator with the spaces around it, empty for none, and a French sentence to give where it is used."""

    text: str
    note: str = ""


class Frequency(NamedTuple):
    """Say how many occurrences are asked for.

    Attributes:
        form: How it is written; "{count}" is the least number, "{below}" one less.
        most: Greatest number; None for none known.
        of_alternatives: Whether words that may stand for each other can be counted together.
        in_fields: Whether it may stand inside a field.
    """

    form: Form
    most: int | None
    of_alternatives: bool
    in_fields: bool


class Beginning(NamedTuple):
    """Say how words are confined to the first ones of the article.

    Attributes:
        form: How it is written; "{count}" is their number.
        most: Greatest number; None for none known.
        of_terms_only: Whether it is said of each term by itself, or of anything.
    """

    form: Form
    most: int | None
    of_terms_only: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Notation:
    """Hold the table of one service.

    Attributes:
        name: What readers call the service.
        alternative: Operator between alternatives.
        chains: Operators that ask for all in a unit; that of the article always exists.
        exclusions: Operators that take away in a unit; that of the article always exists.
        near: Gives the operator of a proximity.
        not_near: Gives the operator of its negation.
        zones: Forms of zones.
        title_and_attack: Form of what stands in the title or at the head of the text.
        properties: Forms of the properties of an article.
        frequency: How occurrences are counted.
        beginning: How the first words are named.
        period: Writes a range of days.
        length: Writes a range of lengths, each bound in words.
        truncate: Writes a pattern without hyphens; None where it cannot be, for a reason that it tells.
        reserved: Matches words that would be read as operators, in any case.
        family: What is put after a word to ask for its family.
        family_note: What is lost where a family cannot be asked for.
        fields_take_paragraphs: Whether the operator of the paragraph may stand inside a field.
        paragraph_repeats: Whether the operator of the paragraph may join more than two.
        nests_proximities: Whether a proximity may stand inside another kind of proximity.
    """

    name: str
    alternative: str
    chains: Mapping[Unit, Sign]
    exclusions: Mapping[Unit, Sign]
    near: Callable[[Near], Sign]
    not_near: Callable[[NotNear], Sign]
    zones: Mapping[Zone, Form]
    title_and_attack: Form | None = None
    properties: Mapping[Field, Form]
    frequency: Frequency
    beginning: Beginning | None = None
    period: Callable[[Published, Remarks], str] | None = None
    length: Callable[[int | None, int | None], list[str]] | None = None
    truncate: Callable[[str, Remarks], str | None]
    reserved: re.Pattern[str]
    family: str = ""
    family_note: str
    fields_take_paragraphs: bool = True
    paragraph_repeats: bool = True
    nests_proximities: bool = True

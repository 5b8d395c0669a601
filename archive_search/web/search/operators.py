"""Offer what the query language can say, with an example of each on the archive at hand.

>>> example = {each.key: each.example for each in list_operators(Examples(places=("Brévan", "Ostrelle")))}
>>> example["or"], example["place"]
('Brévan OU Ostrelle', 'lieu:Brévan')
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

from archive_search.archive.facade import Archive
from archive_search.search.facets import Facet, FacetCount

_COUNTED = (Facet.PERSON, Facet.PLACE, Facet.ORG, Facet.SOURCE, Facet.YEAR)
_MOST_NAMES = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Examples:
    """Hold what examples are made of, the most frequent first; where an archive has none, names that may be nowhere.

    Attributes:
        persons: Names of persons.
        places: Names of places, of one word each.
        orgs: Names of organisations.
        sources: Publications.
        years: Years.
    """

    persons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    orgs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


class Operator(NamedTuple):
    """Hold one thing that can be said.

    Attributes:
        key: Its name in our templates.
        written: How it is written, as the reader sees it.
        before: What is put before the selected words, or at the caret.
        after: What is put after them.
        example: A query that has it.
    """

    key: str
    written: str
    before: str
    after: str
    example: str


_EXAMPLES: WeakKeyDictionary[Archive, Examples] = WeakKeyDictionary()


def find_examples(archive: Archive) -> Examples:
    """Find what examples are made of; an archive is counted once."""
    if archive not in _EXAMPLES:
        counts = archive.facets(None, by=_COUNTED)
        _EXAMPLES[archive] = Examples(
            persons=_names(counts[Facet.PERSON]),
            places=tuple(name for name in _names(counts[Facet.PLACE]) if name.isalpha()),
            orgs=_names(counts[Facet.ORG]),
            sources=_names(counts[Facet.SOURCE]),
            years=_names(sorted(counts[Facet.YEAR], key=lambda value: -value.count)),
        )
    return _EXAMPLES[archive]


def _names(counts: Sequence[FacetCount]) -> tuple[str, ...]:
    return tuple(value.name.replace('"', " ") for value in counts[:_MOST_NAMES])


def list_operators(examples: Examples) -> tuple[Operator, ...]:
    """List what can be said, in the order in which it is learnt.

    Args:
        examples: What the examples are made of.
    """
    one, two, three = (*examples.places, *("Paris", "Lyon", "Marseille"))[:3]
    person = _quoted((*examples.persons, "Marie Curie")[0])
    org = _quoted((*examples.orgs, "ONU")[0])
    source = (*examples.sources, "Le Monde")[0]
    year = (*examples.years, "2015")[0]
    return (
        Operator("phrase", '"…"', '"', '"', '"ministre de la Défense"'),
        Operator("and", "ET", " ET ", "", f"{one} ET {two}"),
        Operator("or", "OU", " OU ", "", f"{one} OU {two}"),
        Operator("without", "SAUF", " SAUF ", "", f"{one} SAUF {two}"),
        Operator("near", "PRES/5", " PRES/5 ", "", f"ministre PRES/5 {one}"),
        Operator("adjacent", "ADJ", " ADJ ", "", "premier ADJ ministre"),
        Operator("paragraph", "PARA", " PARA ", "", f"{one} PARA ministre"),
        Operator("sentence", "PHRASE", " PHRASE ", "", f"{one} PHRASE ministre"),
        Operator("truncation", "*", "", "*", "gouvern*"),
        Operator("letter", "?", "", "?", "électeur?"),
        Operator("tolerance", "~1", "", "~1", "ministère~1"),
        Operator("exact", "=", "=", "", "=marché"),
        Operator("title", "titre:", "titre:", "", f"titre:{one}"),
        Operator("standfirst", "chapo:", "chapo:", "", f"chapo:{one}"),
        Operator("date", "date:", "date:", "", f"{one} date:{year}"),
        Operator("source", "source:", "source:", "", f"{one} source:{_quoted(source)}"),
        Operator("author", "auteur:", "auteur:", "", "auteur:Martin"),
        Operator("person", "personne:", "personne:", "", f"personne:{person}"),
        Operator("place", "lieu:", "lieu:", "", f"lieu:{one}"),
        Operator("organisation", "organisation:", "organisation:", "", f"organisation:{org}"),
        Operator("atleast", "AUMOINS", "AUMOINS3(", ")", f"AUMOINS3({one})"),
        Operator("among", "PARMI", "2 PARMI (", ")", f"2 PARMI ({one}, {two}, {three})"),
        Operator("length", "mots>", " mots>", "", f"{one} mots>500"),
    )


def _quoted(name: str) -> str:
    return name if name.isalnum() else f'"{name}"'

"""Group articles into families: those that give one text, whole, cut, or in a later version.

Articles are taken in order of publication. Each joins the family of the earlier article that it shares most with, if
the two give one text and if it still resembles the first publication of that family: so a family grows around its
first publication and never by a chain of half resemblances, of which a running story is made. The result depends on
the articles alone, not on the order in which the archive received them.

>>> from datetime import date
>>> from archive_search.families.publications import Publication
>>> first = Publication(number=1, id="a", words=200, date=date(2015, 9, 18), time="09:00", agency="AFP")
>>> fuller = Publication(number=2, id="b", words=300, date=date(2015, 9, 18), time="11:30", agency="AFP")
>>> group_articles([first, fuller], [Resemblance(1, 2, 180, 180)])[1]
Membership(article=2, family=1, nearest=1, relation=<Relation.UPDATE: 'update'>, shared=180, first_shared=180)
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from archive_search.families.links import Resemblance, gives_same_text, is_near_in_time, is_one_text, relation_to
from archive_search.families.publications import Publication, order_of
from archive_search.family_records import Relation


class Membership(NamedTuple):
    """Hold what one article is to its family.

    Attributes:
        article: Its number.
        family: Number of the first publication.
        nearest: Number of the earlier member that it shares most with; None for the first publication.
        relation: What it is to that member.
        shared: Number of its words that stand in the first publication.
        first_shared: Number of words of the first publication that stand in it.
    """

    article: int
    family: int
    nearest: int | None
    relation: Relation
    shared: int
    first_shared: int


def group_articles(publications: Iterable[Publication], resemblances: Iterable[Resemblance]) -> list[Membership]:
    """Group articles into families of two or more.

    Args:
        publications: The articles that resemble others.
        resemblances: Pairs of them that share text, in any order.

    Returns:
        The members of all families, in order of publication.
    """
    known = {publication.number: publication for publication in publications}
    neighbours = _neighbours(resemblances)
    families: dict[int, int] = {}
    nearest: dict[int, int] = {}
    for number in sorted(known, key=lambda each: order_of(known[each])):
        others = neighbours.get(number, {})
        joined = next(_joinable(known, others, families, number), None)
        families[number] = number if joined is None else families[joined]
        if joined is not None:
            nearest[number] = joined
    return list(_memberships(known, neighbours, families, nearest))


def _neighbours(resemblances: Iterable[Resemblance]) -> dict[int, dict[int, Resemblance]]:
    """Give for each article those that it resembles, each pair seen from its side."""
    found: dict[int, dict[int, Resemblance]] = {}
    for each in resemblances:
        found.setdefault(each.article, {})[each.other] = each
        found.setdefault(each.other, {})[each.article] = each.reversed()
    return found


def _joinable(
    known: Mapping[int, Publication], others: Mapping[int, Resemblance], families: Mapping[int, int], number: int
) -> Iterator[int]:
    """Yield the earlier articles whose family an article may join, the one that it shares most with first."""
    publication = known[number]
    earlier = [other for other in others if other in families]
    ranked = sorted(
        earlier, key=lambda other: (-others[other].closeness(publication, known[other]), order_of(known[other]))
    )
    for other in ranked:
        first = families[other]
        if first not in others and first != other:
            continue
        if not is_one_text(others[other], publication, known[other]):
            continue
        if is_near_in_time(publication, known[first]) or gives_same_text(others[other], publication, known[other]):
            yield other


def _memberships(
    known: Mapping[int, Publication],
    neighbours: Mapping[int, Mapping[int, Resemblance]],
    families: Mapping[int, int],
    nearest: Mapping[int, int],
) -> Iterator[Membership]:
    grown = {families[number] for number in nearest}
    for number, family in families.items():
        if number in nearest:
            closest, first = neighbours[number][nearest[number]], neighbours[number][family]
            relation = relation_to(closest, known[number], known[nearest[number]])
            yield Membership(number, family, nearest[number], relation, first.words, first.other_words)
        elif number in grown:
            words = known[number].words
            yield Membership(number, number, None, Relation.FIRST, words, words)

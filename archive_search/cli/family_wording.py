"""Say in French what the members of a family are, and what they changed.

>>> from archive_search.cli.family_wording import describe_change
>>> from archive_search.family_records import FamilyMember, Relation
>>> describe_change(FamilyMember(id="b", heading="Le bac", relation=Relation.UPDATE, added=12, dropped=1))
'12 mots ajoutés, 1 mot retiré'
"""

from collections import Counter

from archive_search.cli.wording import count_each
from archive_search.family_records import Family, FamilyMember, Relation

RELATION_NAMES = {
    Relation.FIRST: "première publication",
    Relation.REPRINT: "reprise",
    Relation.UPDATE: "mise à jour",
    Relation.EXTRACT: "extrait",
}


def count_relations(family: Family) -> str:
    """Count the members of each relation to the others, the first publication apart."""
    counts = Counter(member.relation for member in family.members)
    updates = counts[Relation.UPDATE]
    parts = (
        count_each((counts[Relation.REPRINT], "reprise")),
        f"{updates} mise{'s' if updates > 1 else ''} à jour" if updates else "",
        count_each((counts[Relation.EXTRACT], "extrait")),
    )
    return ", ".join(filter(None, parts))


def describe_source(member: FamilyMember) -> str:
    """Tell when and by whom a member was published, as far as that is known."""
    date = member.date.isoformat() if member.date else "sans date"
    moment = f"{date} {member.time}" if member.date and member.time else date
    return " · ".join(filter(None, (moment, member.source, member.agency)))


def describe_change(member: FamilyMember) -> str:
    """Count the words by which a member differs from the first publication."""
    return count_each((member.added, "mot ajouté"), (member.dropped, "mot retiré")) or "même texte"

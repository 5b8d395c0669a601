"""Give families, and articles compared word by word, as JSON version 1 has them.

>>> from archive_search.archive.family_json import comparison_to_dict
>>> from archive_search.family_records import Comparison
>>> comparison_to_dict(Comparison(first="a", second="b", paragraphs=()))
{'first': 'a', 'second': 'b', 'paragraphs': []}
"""

from collections.abc import Sequence
from typing import Any

from archive_search.family_records import Comparison, Family, FamilyMember, Relation, Segment

SUMMARY_COLUMNS = ("id", "members", "reprints", "updates", "extracts", "date", "source", "agency", "title")
"""What tables have of a family without its members, in order."""


def summary_to_dict(family: Family) -> dict[str, Any]:
    """Give a family without its members."""
    first = family.members[0]
    relations = [member.relation for member in family.members]
    return {
        "id": family.id,
        "members": len(family.members),
        "reprints": relations.count(Relation.REPRINT),
        "updates": relations.count(Relation.UPDATE),
        "extracts": relations.count(Relation.EXTRACT),
        "title": first.heading,
        "date": first.date.isoformat() if first.date else None,
        "source": first.source,
        "agency": first.agency,
    }


def family_to_dict(family: Family) -> dict[str, Any]:
    """Give a family with its members."""
    return {"id": family.id, "members": len(family.members), "articles": list(map(member_to_dict, family.members))}


def member_to_dict(member: FamilyMember) -> dict[str, Any]:
    """Give one article of a family."""
    return {
        "article": member.id,
        "title": member.heading,
        "date": member.date.isoformat() if member.date else None,
        "time": member.time,
        "source": member.source,
        "agency": member.agency,
        "relation": member.relation.value,
        "nearest": member.nearest,
        "shared": round(member.shared, 4),
        "added": member.added,
        "dropped": member.dropped,
    }


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    """Give what one article changed in another."""
    return {
        "first": comparison.first,
        "second": comparison.second,
        "paragraphs": [
            {"first": each.first, "second": each.second, "segments": _segments_to_list(each.segments)}
            for each in comparison.paragraphs
        ],
    }


def _segments_to_list(segments: Sequence[Segment]) -> list[dict[str, str]]:
    return [{"kind": segment.kind.value, "text": segment.text} for segment in segments]

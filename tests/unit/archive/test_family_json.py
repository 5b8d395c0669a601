from archive_search.archive.family_json import comparison_to_dict, family_to_dict, summary_to_dict
from archive_search.family_records import (
    Comparison,
    Family,
    FamilyMember,
    ParagraphComparison,
    Relation,
    Segment,
    SegmentKind,
)

FAMILY = Family(
    id="bac-1",
    members=(
        FamilyMember(id="bac-1", heading="Le bac", relation=Relation.FIRST),
        FamilyMember(id="bac-2", heading="Le bac (reprise)", relation=Relation.REPRINT, nearest="bac-1", shared=1 / 3),
    ),
)


def test_what_is_not_known_of_a_family_is_null() -> None:
    summary = summary_to_dict(FAMILY)
    assert (summary["date"], summary["source"], summary["agency"]) == (None, None, None)


def test_members_stand_in_their_order_with_what_they_share() -> None:
    told = family_to_dict(FAMILY)
    assert told["members"] == 2
    assert [(member["article"], member["shared"]) for member in told["articles"]] == [("bac-1", 1.0), ("bac-2", 0.3333)]


def test_a_paragraph_without_counterpart_has_one_number() -> None:
    added = ParagraphComparison(first=None, second=4, segments=(Segment(SegmentKind.ADDED, "Il rouvre."),))
    told = comparison_to_dict(Comparison(first="bac-1", second="bac-2", paragraphs=(added,)))
    assert told["paragraphs"] == [{"first": None, "second": 4, "segments": [{"kind": "added", "text": "Il rouvre."}]}]

from archive_search.archive.shown_article_json import shown_article_to_dict
from archive_search.engines.naming.reading import ArticleNames
from archive_search.family_records import Family, FamilyMember, Relation
from archive_search.records import Article, EntityType, Mention, Origin, Reference, Role, Span

BAC = Article(id="bac-1", paragraphs=())
MENTION = Mention(
    paragraph=2,
    span=Span(3, 9),
    surface="Brévan",
    entity="place:brevan",
    name="Brévan",
    type=EntityType.PLACE,
    role=Role.DATELINE,
    origin=Origin.RULE,
)


def test_a_mention_stands_with_its_type_role_and_origin() -> None:
    (told,) = shown_article_to_dict(BAC, names=ArticleNames((MENTION,), (), is_settled=True), family=None)["mentions"]
    assert told["span"] == [3, 9]
    assert (told["type"], told["role"], told["origin"]) == ("place", "dateline", "rule")


def test_a_dispatch_that_the_archive_does_not_have_is_null() -> None:
    reference = Reference(paragraph=1, span=Span(0, 10), surface="nL5N12D4QX", article=None)
    (told,) = shown_article_to_dict(BAC, names=ArticleNames((), (reference,), is_settled=True), family=None)[
        "references"
    ]
    assert told["article"] is None


def test_the_family_is_summed_up() -> None:
    members = [FamilyMember(id=name, heading="Le bac", relation=Relation.REPRINT) for name in ("bac-1", "bac-2")]
    family = Family(id="bac-1", members=tuple(members))
    told = shown_article_to_dict(BAC, names=ArticleNames((), (), is_settled=False), family=family)
    assert told["family"] == {"id": "bac-1", "members": 2}

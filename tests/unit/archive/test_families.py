"""What an archive tells of articles that give one text: folded answers, families, and what one changed in another."""

from collections.abc import Iterator
from datetime import date as Date

import pytest
from engines.articles import make_article
from families.dispatches import make_dispatch

from archive_search import Archive
from archive_search.errors import UnknownArticleError
from archive_search.family_records import Relation, SegmentKind
from archive_search.search.requests import Sort
from archive_search.search.results import FamilyOfHit

DAYS = [Date(2015, 9, day) for day in range(1, 10)]
ARTICLES = (
    make_dispatch("premiere", range(6), date=DAYS[0], source="Agence"),
    make_dispatch("reprise", range(6), date=DAYS[1], source="Le Lien"),
    make_dispatch("version", range(9), date=DAYS[2], source="Agence"),
    make_dispatch("autre", range(20, 26), date=DAYS[3], source="Le Lien"),
    make_dispatch("copie", range(20, 26), date=DAYS[4], source="Le Phare"),
    make_article("seul", "Un pont de bois.", date=DAYS[5], source="Le Phare"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("families") / "archive") as archive:
        archive.add_articles(ARTICLES)
        yield archive


def ids_of(archive: Archive, query: str, **options: object) -> list[str]:
    return [hit.article.id for hit in archive.search(query, **options)]  # type: ignore[arg-type]


def test_an_answer_is_folded_unless_asked_otherwise(archive: Archive) -> None:
    page, unfolded = archive.search("pont"), archive.search("pont", fold=False)
    assert (page.folded, page.total, page.hits_total, len(page)) == (True, 6, 3, 3)
    assert (unfolded.folded, unfolded.total, unfolded.hits_total, len(unfolded)) == (False, 6, 6, 6)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [(Sort.OLDEST, ["premiere", "autre", "seul"]), (Sort.NEWEST, ["seul", "copie", "version"])],
    ids=["oldest", "newest"],
)
def test_the_hit_of_a_family_is_the_first_in_the_order_asked(archive: Archive, sort: Sort, expected: list[str]) -> None:
    assert ids_of(archive, "pont", sort=sort) == expected


@pytest.mark.parametrize("fold", [True, False], ids=["folded", "unfolded"])
def test_a_hit_knows_its_family_and_how_many_others_are_found(archive: Archive, fold: bool) -> None:
    families = {hit.article.id: hit.family for hit in archive.search('"pont 7" OU bois', fold=fold)}
    assert families == {"version": FamilyOfHit(id="premiere", members=3, others=0), "seul": None}
    families = {hit.article.id: hit.family for hit in archive.search("pont", sort=Sort.OLDEST, fold=fold)}
    assert families["premiere"] == FamilyOfHit(id="premiere", members=3, others=2)


def test_pages_go_through_the_folded_answer(archive: Archive) -> None:
    page = archive.search("pont", sort=Sort.OLDEST, offset=1, limit=1)
    assert ([(hit.rank, hit.article.id) for hit in page], page.hits_total) == ([(2, "autre")], 3)


def test_counts_and_ranking_are_of_articles(archive: Archive) -> None:
    assert archive.rank("pont").total == len(archive.rank("pont").hits) == 6
    page = archive.search("pont", facets=["source"])
    assert sum(value.count for value in page.facets["source"]) == 6


def test_a_removed_member_leaves_its_family(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Archive.create(tmp_path_factory.mktemp("removed") / "archive") as archive:
        archive.add_articles(ARTICLES)
        archive.remove(["autre"])
        assert {hit.article.id: hit.family for hit in archive.search("pont 22")} == {"copie": None}


def test_families_are_listed_the_largest_first(archive: Archive) -> None:
    found = archive.families()
    assert (found.total, [family.id for family in found.families]) == (2, ["premiere", "autre"])
    assert [family.id for family in archive.families(limit=1, offset=1).families] == ["autre"]


@pytest.mark.parametrize("member", ["premiere", "reprise", "version"])
def test_any_member_leads_to_the_family(archive: Archive, member: str) -> None:
    family = archive.family(member)
    assert family is not None
    assert [(each.id, each.relation) for each in family.members] == [
        ("premiere", Relation.FIRST),
        ("reprise", Relation.REPRINT),
        ("version", Relation.UPDATE),
    ]


def test_an_article_may_have_no_family(archive: Archive) -> None:
    assert archive.family("seul") is None


def test_two_articles_are_compared_word_by_word(archive: Archive) -> None:
    comparison = archive.compare("premiere", "version")
    assert (comparison.first, comparison.second) == ("premiere", "version")
    kinds = [{segment.kind for segment in paragraph.segments} for paragraph in comparison.paragraphs]
    assert kinds == [{SegmentKind.SAME}] * 6 + [{SegmentKind.ADDED}] * 3


def test_an_unknown_article_is_refused(archive: Archive) -> None:
    with pytest.raises(UnknownArticleError, match="inconnu"):
        archive.family("inconnu")
    with pytest.raises(UnknownArticleError, match="inconnu"):
        archive.compare("premiere", "inconnu")


@pytest.mark.parametrize(("limit", "offset"), [(-1, 0), (10_001, 0), (1, -1)])
def test_a_window_out_of_range_is_a_fault_of_the_program(archive: Archive, limit: int, offset: int) -> None:
    with pytest.raises(ValueError, match="limit goes from"):
        archive.families(limit=limit, offset=offset)

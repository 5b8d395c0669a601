"""Articles that speak of the same thing as another, without being its reprints."""

from collections.abc import Iterator

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.errors import UnknownArticleError

BAC = (
    "Le bac de Brévan ne passe plus depuis que la crue a emporté la rampe de la rive gauche, annonce la mairie. "
    "Les passeurs réparent le ponton avant la foire aux bestiaux."
)
CRUE = (
    "La crue monte encore et les maisons sont vides. La rive gauche est sous l'eau depuis mardi soir, la foire "
    "est annulée par la mairie, et trois hameaux sont ravitaillés en barque."
)
ARTICLES = (
    make_article("bac", BAC),
    make_article("reprise", BAC),
    make_article(
        "suite", "À Brévan, la rampe du bac est réparée. Les passeurs ont repris le service de la rive gauche."
    ),
    make_article("crue", CRUE),
    make_article("crue-2", CRUE),
    make_article("tribunal", "Le tribunal juge un notaire. Son étude avait perdu trois testaments."),
    make_article("opéra", "L'orchestre répète Verdi, et la soprano enrouée se tait."),
    make_article("notaire", "Le notaire est relaxé par le tribunal, faute de testaments."),
    make_article("points", "… !"),
    make_article("chiffres", "12 345 et 67"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("resembling") / "archive") as archive:
        archive.add_articles(ARTICLES)
        yield archive


def like(archive: Archive, article_id: str) -> list[str]:
    return [hit.article.id for hit in archive.more_like(article_id)]


def test_the_article_that_shares_most_comes_first(archive: Archive) -> None:
    page = archive.more_like("bac")
    assert [hit.article.id for hit in page] == ["suite", "crue"]
    assert page[0].score > page[1].score > 0


@pytest.mark.parametrize("member", ["bac", "reprise"])
def test_an_article_and_its_reprints_are_not_like_it(archive: Archive, member: str) -> None:
    assert not {"bac", "reprise"} & set(like(archive, member))


def test_reprints_of_one_text_are_one_hit(archive: Archive) -> None:
    page = archive.more_like("bac")
    assert (page.folded, page.total, page.hits_total, len(page)) == (True, 3, 2, 2)
    assert page[1].family is not None
    assert page[1].family.others == 1


def test_articles_of_another_subject_are_left_out(archive: Archive) -> None:
    assert like(archive, "tribunal") == ["notaire"]


def test_the_words_in_common_are_marked(archive: Archive) -> None:
    (snippet,) = archive.more_like("tribunal")[0].snippets
    marked = [snippet.text[start:end] for start, end in snippet.marks]
    assert marked == ["notaire", "tribunal", "testaments"]


def test_the_query_that_was_made_of_it_can_be_run_again(archive: Archive) -> None:
    page = archive.more_like("bac")
    again = archive.search(page.interpreted, fold=False)
    assert again.interpreted == page.query == page.interpreted
    assert {hit.article.id for hit in again} == {"bac", "reprise", "suite", "crue", "crue-2"}


@pytest.mark.parametrize("article_id", ["opéra", "points", "chiffres"])
def test_an_article_that_shares_no_telling_word_is_like_no_other(archive: Archive, article_id: str) -> None:
    page = archive.more_like(article_id)
    assert (page.total, page.hits_total, len(page), page.interpreted, page.warnings) == (0, 0, 0, "", ())


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_the_limit_counts_hits(archive: Archive, limit: int) -> None:
    page = archive.more_like("bac", limit=limit)
    assert (len(page), page.total) == (limit, 3)


def test_a_replaced_article_is_compared_as_it_is_now(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Archive.create(tmp_path_factory.mktemp("replaced") / "archive") as archive:
        archive.add_articles(ARTICLES)
        archive.add_articles([make_article("suite", "Un notaire au tribunal : les testaments sont introuvables.")])
        assert set(like(archive, "suite")) == {"tribunal", "notaire"}


def test_an_unknown_article_is_refused(archive: Archive) -> None:
    with pytest.raises(UnknownArticleError, match="inconnu"):
        archive.more_like("inconnu")


def test_a_limit_out_of_range_is_a_fault_of_the_program(archive: Archive) -> None:
    with pytest.raises(ValueError, match="limit goes from"):
        archive.more_like("bac", limit=10_001)

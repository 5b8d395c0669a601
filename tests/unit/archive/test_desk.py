"""Dossiers and saved searches of an archive: kept beside it, whatever becomes of it."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from engines.articles import make_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.archive.desk import Desk
from archive_search.archive.saved_searches import SavedSearch
from archive_search.engines.local_writing import LocalWriter
from archive_search.errors import (
    ArchiveDamagedError,
    DeskError,
    QueryError,
    UnknownArticleError,
    UnknownDossierError,
    UnknownSearchError,
)
from archive_search.search.requests import Sort

NEW_PONT = make_article("n9", "Un pont de bois.", source="Le Phare")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([make_article(f"a{number}") for number in range(4)])
        yield archive


@pytest.fixture
def desk(archive: Archive) -> Desk:
    return archive.desk


def ids_in(desk: Desk, dossier_id: int) -> list[str]:
    return [each.article_id for each in desk.articles_in(dossier_id)]


def test_an_archive_without_a_desk_has_nothing_kept_and_gets_no_file(archive: Archive, desk: Desk) -> None:
    assert (desk.dossiers(), desk.saved_searches(), desk.alerts()) == ((), (), ())
    assert desk.dossiers_of(["a1"]) == {"a1": ()}
    assert not (archive.path / "desk.sqlite").exists()


def test_a_new_dossier_is_empty(desk: Desk) -> None:
    before = datetime.now(UTC)
    dossier = desk.create_dossier(" Élections ")
    assert (dossier.name, dossier.articles) == ("Élections", 0)
    assert before <= dossier.created == dossier.changed <= datetime.now(UTC)


def test_dossiers_are_listed_by_name_whatever_accents_and_case(desk: Desk) -> None:
    for name in ("Zinc", "école", "Eau", "Étang", "abri"):
        desk.create_dossier(name)
    assert [dossier.name for dossier in desk.dossiers()] == ["abri", "Eau", "école", "Étang", "Zinc"]


@pytest.mark.parametrize("asked", ["Étangs", "ETANGS", " etangs "])
def test_a_dossier_is_found_by_any_spelling_of_its_name(desk: Desk, asked: str) -> None:
    dossier = desk.create_dossier("Étangs")
    assert desk.dossier(asked) == desk.dossier(dossier.id) == dossier


@pytest.mark.parametrize("asked", ["Lacs", "", 7, 0, -1, 10**30, "\ud800", "a" * 1_000_000])
def test_an_unknown_dossier_is_told(desk: Desk, asked: str | int) -> None:
    with pytest.raises(UnknownDossierError, match=r"pas de dossier .* : choisissez dans la liste") as caught:
        desk.dossier(asked)
    assert caught.value.name == str(asked)


@pytest.mark.parametrize("asked", ["Veille", 7, 10**30])
def test_an_unknown_search_is_told(desk: Desk, asked: str | int) -> None:
    with pytest.raises(UnknownSearchError, match=r"pas de recherche .* : choisissez dans la liste") as caught:
        desk.saved_search(asked)
    assert caught.value.name == str(asked)


CHANGES_OF_UNKNOWN: dict[str, Callable[[Desk], object]] = {
    "rename": lambda desk: desk.rename_dossier(7, "Lacs"),
    "delete": lambda desk: desk.delete_dossier(7),
    "list": lambda desk: desk.articles_in(7),
    "add": lambda desk: desk.add_to_dossier(7, ["a1"]),
    "remove": lambda desk: desk.remove_from_dossier(7, ["a1"]),
    "note": lambda desk: desk.set_note(7, "a1", "à relire"),
    "put back": lambda desk: desk.restore_articles(7, ()),
    "gone": lambda desk: desk.find_gone(7),
}


@pytest.mark.parametrize("change", CHANGES_OF_UNKNOWN.values(), ids=CHANGES_OF_UNKNOWN)
def test_an_unknown_dossier_is_not_changed_and_no_file_is_made(
    archive: Archive, desk: Desk, change: Callable[[Desk], object]
) -> None:
    with pytest.raises(UnknownDossierError):
        change(desk)
    assert not (archive.path / "desk.sqlite").exists()


CHANGES_OF_UNKNOWN_SEARCH: dict[str, Callable[[Desk], object]] = {
    "rename": lambda desk: desk.rename_search(7, "Veille"),
    "delete": lambda desk: desk.delete_search(7),
    "look": lambda desk: desk.look(7),
    "mark": lambda desk: desk.mark_visited(7),
}


@pytest.mark.parametrize("change", CHANGES_OF_UNKNOWN_SEARCH.values(), ids=CHANGES_OF_UNKNOWN_SEARCH)
def test_an_unknown_search_is_not_changed(desk: Desk, change: Callable[[Desk], object]) -> None:
    with pytest.raises(UnknownSearchError):
        change(desk)


def test_a_name_is_taken_whatever_its_case_and_accents(desk: Desk) -> None:
    dossier = desk.create_dossier("Étangs")
    other = desk.create_dossier("Lacs")
    for refused in (lambda: desk.create_dossier("etangs"), lambda: desk.rename_dossier(other.id, "ÉTANGS")):
        with pytest.raises(DeskError, match="il y a déjà un dossier « Étangs » : choisissez un autre nom"):
            refused()
    assert desk.rename_dossier(dossier.id, "ÉTANGS").name == "ÉTANGS"


def test_the_number_of_a_deleted_dossier_is_not_given_again(desk: Desk) -> None:
    first = desk.create_dossier("Lacs")
    desk.delete_dossier(first.id)
    assert desk.create_dossier("Lacs").id != first.id


def test_articles_are_counted_once_and_listed_in_the_order_in_which_they_came(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    assert desk.add_to_dossier(dossier.id, ["a2", "a1", "a2"]) == 2
    assert desk.add_to_dossier(dossier.id, ["a1", "a0"]) == 1
    assert ids_in(desk, dossier.id) == ["a2", "a1", "a0"]
    assert desk.dossier(dossier.id).articles == 3


def test_an_article_that_the_archive_does_not_have_is_refused_with_all_others(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    with pytest.raises(UnknownArticleError, match="pas d'article « zut »") as caught:
        desk.add_to_dossier(dossier.id, ["a1", "zut"])
    assert caught.value.article_id == "zut"
    assert ids_in(desk, dossier.id) == []


def test_removing_counts_what_was_there(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a1", "a2"])
    assert desk.remove_from_dossier(dossier.id, ["a1", "a3", "zut", "\ud800"]) == 1
    assert ids_in(desk, dossier.id) == ["a2"]


def test_a_dossier_changes_when_something_does(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.remove_from_dossier(dossier.id, ["a1"])
    assert desk.dossier(dossier.id).changed == dossier.changed
    desk.add_to_dossier(dossier.id, ["a1"])
    added = desk.dossier(dossier.id)
    desk.set_note(dossier.id, "a1", "à relire")
    noted = desk.dossier(dossier.id)
    assert dossier.changed < added.changed < noted.changed
    assert noted.created == dossier.created


def test_a_note_replaces_the_one_before(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a1"])
    for note in ("à relire", "lu", ""):
        desk.set_note(dossier.id, "a1", note)
        assert [each.note for each in desk.articles_in(dossier.id)] == [note]


def test_a_note_needs_its_article_in_the_dossier(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    with pytest.raises(UnknownArticleError, match="n'est pas dans le dossier « Ponts » : ajoutez-l'y"):
        desk.set_note(dossier.id, "a1", "à relire")


def test_a_deleted_dossier_can_be_brought_back_as_it_was(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a2", "a1"])
    desk.set_note(dossier.id, "a1", "à relire")
    before = desk.dossier(dossier.id), desk.articles_in(dossier.id)
    removed = desk.delete_dossier(dossier.id)
    assert desk.dossiers() == ()
    assert (desk.restore_dossier(removed), desk.articles_in(dossier.id)) == before


def test_a_dossier_is_not_brought_back_over_another_of_its_name(desk: Desk) -> None:
    removed = desk.delete_dossier(desk.create_dossier("Ponts").id)
    desk.create_dossier("ponts")
    with pytest.raises(DeskError, match="« ponts »"):
        desk.restore_dossier(removed)


def test_a_dossier_brought_back_twice_is_two(desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a1"])
    removed = desk.delete_dossier(dossier.id)
    desk.rename_dossier(desk.restore_dossier(removed).id, "Ponts anciens")
    assert desk.restore_dossier(removed).id != removed.dossier.id
    assert [(each.name, each.articles) for each in desk.dossiers()] == [("Ponts", 1), ("Ponts anciens", 1)]


def test_articles_that_were_taken_out_can_be_put_back_with_their_notes(archive: Archive, desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a1", "a2", "a3"])
    desk.set_note(dossier.id, "a1", "à citer")
    removed = desk.articles_in(dossier.id)[:2]
    desk.remove_from_dossier(dossier.id, ["a1", "a2"])
    desk.add_to_dossier(dossier.id, ["a2"])
    archive.remove(["a1"])
    assert desk.restore_articles(dossier.id, removed) == 1
    assert ids_in(desk, dossier.id) == ["a1", "a3", "a2"]
    assert desk.articles_in(dossier.id)[0] == removed[0]


def test_articles_that_have_left_the_archive_are_found(archive: Archive, desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a1", "a2"])
    assert desk.find_gone(dossier.id) == ()
    archive.remove(["a2"])
    assert desk.find_gone(dossier.id) == ("a2",)


def test_articles_know_their_dossiers(desk: Desk) -> None:
    ponts, lacs = desk.create_dossier("Ponts"), desk.create_dossier("Lacs")
    desk.add_to_dossier(ponts.id, ["a1", "a2"])
    desk.add_to_dossier(lacs.id, ["a1"])
    found = desk.dossiers_of(["a1", "a2", "a3", "zut"])
    names = {article_id: [dossier.name for dossier in dossiers] for article_id, dossiers in found.items()}
    assert names == {"a1": ["Lacs", "Ponts"], "a2": ["Ponts"], "a3": [], "zut": []}


@given(st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from(["a0", "a1", "a2", "a3"]), max_size=3)), max_size=6))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_dossier_holds_what_was_added_and_not_removed_since(desk: Desk, steps: list[tuple[bool, list[str]]]) -> None:
    dossier, expected = desk.create_dossier("Ponts"), dict[str, None]()
    for adds, ids in steps:
        before = len(expected)
        expected = {**expected, **dict.fromkeys(ids)} if adds else {each: None for each in expected if each not in ids}
        change = desk.add_to_dossier if adds else desk.remove_from_dossier
        assert change(dossier.id, ids) == abs(len(expected) - before)
    assert ids_in(desk, dossier.id) == list(expected)
    desk.delete_dossier(dossier.id)


def test_a_desk_serves_several_threads_at_once(desk: Desk) -> None:
    search = desk.save_search("Ponts", "pont")

    def work(name: str) -> int:
        dossier = desk.create_dossier(name)
        return desk.add_to_dossier(dossier.id, ["a1", "a2"]) + desk.look(search.id).total

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, "abcdefgh")) == [6] * 8
    assert [dossier.articles for dossier in desk.dossiers()] == [2] * 8


def test_dossiers_outlive_what_is_done_to_the_archive(archive: Archive, desk: Desk) -> None:
    dossier = desk.create_dossier("Ponts")
    desk.add_to_dossier(dossier.id, ["a1", "a2"])
    archive.remove(["a1"])
    archive.rebuild()
    assert ids_in(desk, dossier.id) == ["a1", "a2"]
    assert archive.check() == []


def test_dossiers_are_kept_while_another_process_indexes(archive: Archive, desk: Desk) -> None:
    with LocalWriter(archive.path) as writer:
        writer.add_article(NEW_PONT)
        dossier = desk.create_dossier("Ponts")
        assert desk.add_to_dossier(dossier.id, ["a1"]) == 1


def test_a_new_archive_takes_the_desk_that_lies_in_its_folder(archive: Archive, desk: Desk, tmp_path: Path) -> None:
    desk.create_dossier("Ponts")
    (tmp_path / "autre").mkdir()
    (archive.path / "desk.sqlite").rename(tmp_path / "autre" / "desk.sqlite")
    with Archive.create(tmp_path / "autre") as other:
        assert [dossier.name for dossier in other.desk.dossiers()] == ["Ponts"]


def test_a_damaged_desk_is_told_by_check_and_stops_no_search(archive: Archive, desk: Desk) -> None:
    (archive.path / "desk.sqlite").write_bytes(b"ceci n'est pas un bureau" * 100)
    (fault,) = archive.check()
    assert "desk.sqlite est abîmé" in fault
    assert archive.search("pont").total == 4
    with pytest.raises(ArchiveDamagedError, match="renommez-le"):
        desk.dossiers()


def test_a_saved_search_is_as_it_was_given(desk: Desk) -> None:
    search = desk.save_search(
        " Ponts ", "pont", {"any_word": True, "syntax": "europresse", "places": ["Doriac"]}, sort="newest"
    )
    assert search == SavedSearch(
        id=search.id,
        name="Ponts",
        query="pont",
        options={"any_word": True, "syntax": "europresse", "places": ("Doriac",)},
        sort=Sort.NEWEST,
        created=search.created,
    )
    assert desk.saved_searches() == (desk.saved_search("PONTS"),) == (search,)


def test_options_that_say_nothing_are_not_kept(desk: Desk) -> None:
    search = desk.save_search("Ponts", "pont", {"any_word": False, "syntax": "standard", "persons": (), "dates": []})
    assert search.options == {}


def test_a_search_may_have_no_words_where_something_narrows_it(archive: Archive, desk: Desk) -> None:
    archive.add_articles([NEW_PONT])
    assert desk.look(desk.save_search("Le Phare", "", {"sources": ["Le Phare"]}).id).total == 1


@pytest.mark.parametrize(
    ("query", "options", "error"),
    [
        ("", {}, QueryError),
        ("-pont", {}, QueryError),
        ("pont", {"dates": ["hier matin"]}, QueryError),
        ("pont", {"syntax": "latin"}, ValueError),
        ("pont", {"couleur": "bleu"}, TypeError),
        ("pont", {"sources": "Le Phare"}, TypeError),
    ],
    ids=["empty", "exclusion alone", "date", "syntax", "unknown option", "text for a list"],
)
def test_a_search_that_cannot_be_run_is_not_saved(
    archive: Archive, desk: Desk, query: str, options: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        desk.save_search("Ponts", query, options)  # type: ignore[arg-type]  # that is the test
    assert not (archive.path / "desk.sqlite").exists()


@pytest.mark.parametrize("query", ["pont OU \ud800", "pont OU a\0b", "pont OU 'l’été'", "pont\nOU bac"])
def test_any_query_that_runs_is_kept(desk: Desk, query: str) -> None:
    search = desk.save_search("Ponts", query)
    assert search.query == query.replace("\ud800", "\ufffd")
    assert desk.look(search.id).total == 4


def test_what_narrows_a_saved_search_can_be_written_anywhere(desk: Desk) -> None:
    assert desk.save_search("Ponts", "pont", {"sources": ["Le \ud800"]}).options == {"sources": ("Le \ufffd",)}


def test_the_name_of_a_search_is_taken_but_not_by_a_dossier(desk: Desk) -> None:
    desk.create_dossier("Ponts")
    search, other = desk.save_search("Ponts", "pont"), desk.save_search("Lacs", "lac")
    for refused in (lambda: desk.save_search("PONTS", "pont"), lambda: desk.rename_search(other.id, "pônts")):
        with pytest.raises(DeskError, match="il y a déjà une recherche « Ponts »"):
            refused()
    assert desk.rename_search(search.id, "ponts").name == "ponts"


def test_what_a_search_finds_when_it_is_saved_is_not_new(desk: Desk) -> None:
    visit = desk.look(desk.save_search("Ponts", "pont").id)
    assert (visit.total, visit.new, visit.fault, visit.search.visited) == (4, (), None, None)


def test_what_came_since_is_new_until_it_is_marked(archive: Archive, desk: Desk) -> None:
    search = desk.save_search("Ponts", "pont")
    archive.add_articles([NEW_PONT])
    for _ in range(2):
        assert (desk.look(search.id).total, desk.look(search.id).new) == (5, ("n9",))
    before = datetime.now(UTC)
    for _ in range(2):
        desk.mark_visited(search.id)
    visit = desk.look(search.id)
    assert (visit.total, visit.new) == (5, ())
    assert visit.search.visited is not None
    assert before <= visit.search.visited <= datetime.now(UTC)


def test_the_newest_of_what_is_new_comes_first(archive: Archive, desk: Desk) -> None:
    search = desk.save_search("Lacs", "lac")
    days = {"l1": date(2017, 3, 1), "l2": None, "l3": date(2017, 3, 3), "l4": date(2016, 3, 3)}
    archive.add_articles(make_article(name, "Un lac.", date=day) for name, day in days.items())
    assert desk.look(search.id).new == ("l3", "l1", "l4", "l2")


def test_a_new_version_of_an_article_is_not_new(archive: Archive, desk: Desk) -> None:
    search = desk.save_search("Ponts", "pont")
    archive.add_articles([make_article("a1", "Le pont est refait à neuf.")])
    assert desk.look(search.id).new == ()


def test_an_article_that_begins_to_satisfy_a_search_is_new(archive: Archive, desk: Desk) -> None:
    search = desk.save_search("Lacs", "lac")
    archive.add_articles([make_article("a1", "Un lac, maintenant.")])
    assert desk.look(search.id).new == ("a1",)


def test_alerts_tell_of_every_search_by_name(archive: Archive, desk: Desk) -> None:
    for name, query in (("ponts", "pont"), ("Étangs", "étang"), ("Bois", "bois")):
        desk.save_search(name, query)
    archive.add_articles([NEW_PONT])
    told = [(visit.search.name, visit.total, visit.new) for visit in desk.alerts()]
    assert told == [("Bois", 1, ("n9",)), ("Étangs", 0, ()), ("ponts", 5, ("n9",))]


def change_search(archive: Archive, assignment: str) -> None:
    """Change the stored searches as another version of the program, or a stranger, could."""
    with closing(sqlite3.connect(archive.path / "desk.sqlite")) as connection, connection:
        connection.execute(f"update searches set {assignment} where key = 'ponts'")


def test_a_search_that_can_no_longer_be_run_is_told_and_stops_no_other(archive: Archive, desk: Desk) -> None:
    search = desk.save_search("Ponts", "pont")
    desk.save_search("Bois", "bois")
    change_search(archive, "query = '-pont'")
    archive.add_articles([NEW_PONT])
    bois, ponts = desk.alerts()
    assert (bois.new, bois.fault) == (("n9",), None)
    assert (ponts.total, ponts.new) == (0, ())
    assert ponts.fault is not None
    assert ponts.fault.startswith("rien à chercher")
    with pytest.raises(QueryError):
        desk.mark_visited(search.id)


@pytest.mark.parametrize(
    "assignment",
    [
        "options = 'pont'",
        "options = '[]'",
        """options = '{"couleur": "bleu"}'""",
        """options = '{"any_word": 1}'""",
        """options = '{"syntax": "latin"}'""",
        """options = '{"sources": "Le Phare"}'""",
        """options = '{"sources": [7]}'""",
        f"options = '{'[' * 100_000}'",
        "sort = 'par couleur'",
        "seen = x'00'",
        "created = 'hier'",
    ],
    ids=["text", "list", "unknown", "number", "syntax", "no list", "no text", "deep", "sort", "seen", "moment"],
)
def test_a_stored_search_that_we_never_write_is_damage(archive: Archive, desk: Desk, assignment: str) -> None:
    search = desk.save_search("Ponts", "pont")
    change_search(archive, assignment)
    with pytest.raises(ArchiveDamagedError, match=r"desk\.sqlite est abîmé"):
        desk.look(search.id)


def test_a_deleted_search_is_given_as_it_was(desk: Desk) -> None:
    search = desk.save_search("Ponts", "pont")
    assert desk.delete_search(search.id) == search
    assert desk.saved_searches() == ()

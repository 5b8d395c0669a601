"""A correction can be undone to the letter, as long as nobody has edited the file since."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.engines.layout import ALIASES_NAME, CORRECTIONS_NAME
from archive_search.engines.naming.correcting import Action, Correction, Seen, summarise_entity
from archive_search.engines.naming.made_corrections import (
    MOST,
    MadeCorrection,
    Remembered,
    read_journal,
    write_journal,
)
from archive_search.errors import AliasError, ArchiveLockedError, UnknownEntityError
from archive_search.records import EntityType

HIDE = Correction(action=Action.HIDE, name="Kremlin")
MERGE = Correction(action=Action.MERGE, name="place:ankara", variants=("Angora",))
RETYPE = Correction(action=Action.RETYPE, name="Tripoli", wanted=EntityType.ORG)
# A mark of byte order, ends of line of Windows, a comment at the end without one: whatever an editor left.
TYPED = b'\xef\xbb\xbf# Mes notes\r\n\r\n[[hide]] # pas un nom\r\ntype = "person"\r\nname = "Photo"\r\n# fin'


def correct(archive: Archive, correction: Correction) -> str:
    made = archive.correct(correction).correction
    assert made is not None
    return made


def ids_of(archive: Archive) -> list[str]:
    return [entity.id for entity in archive.entities(limit=100).entities]


@pytest.mark.parametrize("correction", [HIDE, MERGE, RETYPE], ids=lambda each: each.action)
@pytest.mark.parametrize("content", [b"", TYPED], ids=["empty", "typed by hand"])
def test_an_undo_puts_the_file_back_to_the_letter(named: Archive, correction: Correction, content: bytes) -> None:
    path = named.path / ALIASES_NAME
    path.write_bytes(content)
    named.update_entities()
    before = ids_of(named)
    made = correct(named, correction)
    assert path.read_bytes() != content
    named.undo_correction(made)
    assert path.read_bytes() == content
    assert ids_of(named) == before


def test_the_undo_of_the_first_correction_leaves_no_file(named: Archive) -> None:
    named.undo_correction(correct(named, HIDE))
    assert not (named.path / ALIASES_NAME).exists()
    assert named.corrections() == ()


def test_corrections_are_undone_one_after_the_other(named: Archive) -> None:
    before = ids_of(named)
    for correction in (HIDE, MERGE, RETYPE):
        correct(named, correction)
    while made := named.corrections():
        assert [each.can_be_undone for each in made] == [True, *[False] * (len(made) - 1)]
        named.undo_correction(made[0].id)
    assert ids_of(named) == before


def test_corrections_are_listed_by_the_names_that_were_written_the_newest_first(named: Archive) -> None:
    correct(named, HIDE)
    correct(named, MERGE)
    newest, oldest = named.corrections()
    assert newest.correction == Correction(
        action=Action.MERGE, name="Ankara", type=EntityType.PLACE, variants=("Angora",)
    )
    assert (newest.entity, oldest.entity) == ("place:ankara", "org:kremlin")
    assert oldest.made <= newest.made


def test_a_file_edited_since_is_left_as_it_is(named: Archive) -> None:
    made = correct(named, HIDE)
    path = named.path / ALIASES_NAME
    path.write_bytes(path.read_bytes() + b"# une note\n")
    edited = path.read_bytes()
    with pytest.raises(AliasError, match="a changé depuis"):
        named.undo_correction(made)
    assert path.read_bytes() == edited
    assert not named.corrections()[0].can_be_undone


def test_an_edit_taken_back_by_hand_leaves_the_undo_possible(named: Archive) -> None:
    made = correct(named, HIDE)
    path = named.path / ALIASES_NAME
    corrected = path.read_bytes()
    path.write_bytes(b"")
    path.write_bytes(corrected)
    named.undo_correction(made)
    assert not path.exists()


def test_a_correction_is_undone_once(named: Archive) -> None:
    made = correct(named, HIDE)
    named.undo_correction(made)
    with pytest.raises(AliasError, match="déjà défaite"):
        named.undo_correction(made)


def test_what_the_file_says_already_is_no_new_correction(named: Archive) -> None:
    correct(named, MERGE)
    assert named.correct(MERGE).correction is None
    assert len(named.corrections()) == 1


def test_a_refused_correction_is_not_remembered(named: Archive) -> None:
    with pytest.raises(UnknownEntityError):
        named.correct(Correction(action=Action.HIDE, name="Zorro"))
    assert named.corrections() == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\x00",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"corrections": [{}]}',
        b'{"corrections": [{"id": 1, "made": "hier"}]}',
        b'{"corrections": {"a": 1}}',
    ],
    ids=["no text", "a list", "nothing", "nested", "an empty entry", "wrong types", "no list"],
)
def test_a_damaged_journal_is_told_and_begun_anew_by_the_next_correction(named: Archive, content: bytes) -> None:
    (named.path / CORRECTIONS_NAME).write_bytes(content)
    with pytest.raises(AliasError, match="abîmé"):
        named.corrections()
    made = correct(named, HIDE)
    assert [each.id for each in named.corrections()] == [made]


def test_a_journal_from_a_stranger_cannot_put_back_what_is_no_file_of_corrections(named: Archive) -> None:
    made = correct(named, HIDE)
    [remembered] = read_journal(named.path)
    write_journal(named.path, [Remembered(made=remembered.made, before="[[", after=remembered.after)])
    content = (named.path / ALIASES_NAME).read_bytes()
    with pytest.raises(AliasError, match="TOML"):
        named.undo_correction(made)
    assert (named.path / ALIASES_NAME).read_bytes() == content


def test_nothing_is_written_while_another_process_writes(named: Archive) -> None:
    made = correct(named, HIDE)
    content = (named.path / ALIASES_NAME).read_bytes()
    with Archive.open(named.path) as other:
        other._engine.writer  # noqa: B018  # takes the lock
        for change in (lambda: named.correct(MERGE), lambda: named.undo_correction(made)):
            with pytest.raises(ArchiveLockedError):
                change()
    assert (named.path / ALIASES_NAME).read_bytes() == content
    assert [each.id for each in named.corrections()] == [made]


def test_an_entity_that_is_not_as_it_was_seen_is_not_corrected(named: Archive) -> None:
    ankara = named.entity("Ankara").entity
    seen = (Seen(ankara.id, summarise_entity(ankara)),)
    late = Correction(action=Action.HIDE, name=ankara.id, seen=seen)
    correct(named, Correction(action=Action.MERGE, name="place:libye", variants=(ankara.id,)))
    with pytest.raises(UnknownEntityError, match="n'est plus tel"):
        named.correct(late)


def test_an_entity_that_is_as_it_was_seen_is_corrected(named: Archive) -> None:
    ankara = named.entity("Ankara").entity
    seen = (Seen(ankara.id, summarise_entity(ankara)),)
    correct(named, HIDE)
    assert correct(named, Correction(action=Action.HIDE, name=ankara.id, seen=seen))


@pytest.mark.parametrize(
    "correction",
    [
        Correction(action=Action.HIDE, name="place:nulle-part", type=EntityType.PLACE),
        Correction(action=Action.MERGE, name="place:ankara", variants=("place:nulle-part",)),
    ],
    ids=["as the name", "as a variant"],
)
def test_an_id_that_no_entity_has_is_not_written_as_a_name(named: Archive, correction: Correction) -> None:
    with pytest.raises(UnknownEntityError, match="nulle-part"):
        named.correct(correction)


_WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
_MADE = st.builds(
    MadeCorrection,
    id=_WORDS,
    made=st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0)),
    correction=st.builds(
        Correction,
        action=st.sampled_from([Action.MERGE, Action.SPLIT, Action.HIDE]),
        name=_WORDS,
        type=st.sampled_from(EntityType),
        variants=st.lists(_WORDS, max_size=3).map(tuple),
        shown=st.none() | _WORDS,
    ),
    entity=st.none() | _WORDS,
)


@settings(max_examples=30, deadline=None)
@given(made=st.lists(_MADE, max_size=3), before=st.none() | _WORDS)
def test_what_is_remembered_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, made: list[MadeCorrection], before: str | None
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    remembered = [Remembered(made=each, before=before, after="0") for each in made]
    write_journal(folder, remembered)
    assert read_journal(folder) == remembered


def _remember(number: int, before: str | None = None) -> Remembered:
    correction = Correction(action=Action.HIDE, name="Photo", type=EntityType.PERSON)
    made = MadeCorrection(id=str(number), made=datetime(2026, 1, 1, tzinfo=UTC), correction=correction, entity=None)
    return Remembered(made=made, before=before, after="0")


def test_the_last_corrections_alone_are_remembered(tmp_path: Path) -> None:
    write_journal(tmp_path, [_remember(number) for number in range(MOST + 5)])
    assert [each.made.id for each in read_journal(tmp_path)] == [str(number) for number in range(5, MOST + 5)]


def test_of_very_large_files_fewer_are_remembered(tmp_path: Path) -> None:
    write_journal(tmp_path, [_remember(number, "é" * 4_000_000) for number in range(6)])
    assert [each.made.id for each in read_journal(tmp_path)] == ["3", "4", "5"]


def test_no_article_is_settled_again_where_a_merge_of_known_names_is_undone(named: Archive) -> None:
    made = correct(named, Correction(action=Action.MERGE, name="place:ankara", variants=("place:tripoli",)))
    assert named.undo_correction(made).settled == 0


def test_an_undo_settles_again_the_articles_in_which_a_correction_had_found_more(named: Archive) -> None:
    before = named.names("a2").mentions
    made = correct(named, Correction(action=Action.MERGE, name="Ankara", variants=("présidence turque",)))
    assert named.names("a2").mentions != before
    assert named.undo_correction(made).settled == 1
    assert named.names("a2").mentions == before


def test_an_archive_may_be_made_anew_beside_what_was_corrected(tmp_path: Path) -> None:
    write_journal(tmp_path, [_remember(1)])
    with Archive.create(tmp_path) as archive:
        assert [each.id for each in archive.corrections()] == ["1"]

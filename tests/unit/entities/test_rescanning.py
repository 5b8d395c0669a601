import pytest

from archive_search.entities.rescanning import Wanted, find_again
from archive_search.entities.spans import Candidate
from archive_search.entities.spellings import SpellingIndex
from archive_search.records import EntityType, Kind, Origin, Paragraph, Role


def mention(text: str, surface: str, origin: Origin = Origin.MODEL) -> Candidate:
    start = text.index(surface)
    return Candidate(1, start, start + len(surface), surface, EntityType.PERSON, Role.TEXT, origin)


def find(text: str, mentions: list[Candidate], *spellings: str, origin: Origin = Origin.RESCAN) -> list[str]:
    index = SpellingIndex(dict.fromkeys(spellings, Wanted(EntityType.PERSON, origin)))
    found = find_again([Paragraph(number=1, kind=Kind.BODY, text=text)], mentions, index)
    return [each.surface for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Puis Marchand a ri.", ["Marchand"], id="a word"),
        pytest.param("Marchand a ri.", ["Marchand"], id="first of a sentence"),
        pytest.param("Puis Mme Marchand a ri.", ["Marchand"], id="behind a title"),
        pytest.param("Le Breton Marchand a ri.", ["Marchand"], id="behind a nationality"),
        pytest.param("Selon Marchand, rien.", ["Marchand"], id="behind the first word of a sentence"),
        pytest.param("Puis Paul Marchand a ri.", [], id="behind another word with a capital"),
        pytest.param("Paul Marchand a ri.", [], id="behind a first name that begins a sentence"),
        pytest.param("Puis Marchand Brunoy a ri.", [], id="before another word with a capital"),
    ],
)
def test_a_word_is_found_where_it_is_no_part_of_a_longer_name(text: str, expected: list[str]) -> None:
    assert find(text, [], "Marchand") == expected


def test_a_word_beside_a_mention_is_found() -> None:
    text = "Puis Marchand Odile Roc Marchand."
    assert find(text, [mention(text, "Odile Roc")], "Marchand") == ["Marchand", "Odile Roc", "Marchand"]


def test_several_words_are_found_whatever_is_beside_them() -> None:
    assert find("Le Vieux Port Bleu Nord", [], "Port Bleu") == ["Port Bleu"]


@pytest.mark.parametrize(
    ("spelling", "inside", "origin", "expected"),
    [
        pytest.param("Roc", Origin.MODEL, Origin.RESCAN, ["Roc"], id="the same"),
        pytest.param("Odile Roc", Origin.MODEL, Origin.RESCAN, ["Odile Roc"], id="longer than what the model saw"),
        pytest.param("Odile Roc", Origin.RULE, Origin.RESCAN, ["Roc"], id="longer than what a rule saw"),
        pytest.param("Odile Roc", Origin.RULE, Origin.ALIAS, ["Odile Roc"], id="alias longer than what a rule saw"),
        pytest.param("Chez Odile", Origin.RULE, Origin.ALIAS, ["Chez Odile", "Roc"], id="alias beside it"),
    ],
)
def test_a_longer_spelling_replaces_a_mention(
    spelling: str, inside: Origin, origin: Origin, expected: list[str]
) -> None:
    text = "Chez Odile Roc."
    assert find(text, [mention(text, "Roc", inside)], spelling, origin=origin) == expected


def test_a_spelling_that_cuts_a_mention_is_left_out() -> None:
    text = "Chez Odile Roc."
    assert find(text, [mention(text, "Odile Roc")], "Chez Odile", origin=Origin.ALIAS) == ["Odile Roc"]

import pytest

from archive_search.records import Kind
from archive_search.sources.passages.captions import is_credit, mark_captions
from archive_search.sources.passages.passage import Passage

LONG = "Le conseil municipal a voté hier soir la rénovation du port, malgré les réserves de l'opposition. " * 3


@pytest.mark.parametrize(
    "text",
    [
        "PHOTO JEANNE DUPONT, ARCHIVES AP",
        "Crédit photo : Luc Roy",
        "© AFP",
        "Luc Roy / AFP",
        "(Photo : Luc Roy)",
        "Photo AFP",
    ],
)
def test_a_credit_is_recognised(text):
    assert is_credit(text)


@pytest.mark.parametrize(
    "text", ["Photos volées : deux arrestations", "Archives du port", "Photo de famille à Bruxelles.", LONG]
)
def test_a_title_or_a_paragraph_is_no_credit(text):
    assert not is_credit(text)


def kinds(*texts):
    return [passage.kind for passage in mark_captions([Passage(text=text) for text in texts])]


def test_the_short_sentence_after_a_credit_is_its_caption():
    assert kinds(LONG, LONG, "PHOTO LUC ROY, AFP", "Le port hier.", LONG)[2:4] == [Kind.CAPTION, Kind.CAPTION]


def test_a_caption_before_its_credit_needs_a_sign_of_the_picture():
    assert kinds(LONG, "La maire (à gauche) hier.", "© AFP", LONG)[1] is Kind.CAPTION
    assert kinds(LONG, "La maire a souri.", "© AFP", LONG)[1] is Kind.BODY


def test_a_paragraph_after_a_credit_stays_text():
    assert kinds(LONG, "© AFP", LONG)[2] is Kind.BODY


def test_a_caption_that_ends_with_its_credit_is_recognised():
    assert kinds(LONG, "Le port, hier soir. (Photo Luc Roy)")[1] is Kind.CAPTION

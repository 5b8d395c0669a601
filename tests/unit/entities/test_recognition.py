"""What the model sees in a text hangs on that text alone, stands where the text has it, and survives being stored."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.recognition import decode_spans, encode_spans, recognise, text_digest
from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType

MEETING = "Angela Merkel a reçu Emmanuel Macron à Berlin, a indiqué l’Agence France-Presse."

STORED_SPANS = st.builds(
    lambda start, length, kind: RecognisedSpan(start, start + length, kind),
    st.integers(0, 2**32 - 1),
    st.integers(1, 2**16 - 1),
    st.sampled_from(EntityType),
)


def surfaces(text: str) -> list[tuple[str, EntityType]]:
    (spans,) = recognise([text])
    return [(text[start:end], kind) for start, end, kind in spans]


def test_persons_places_and_organisations_are_seen() -> None:
    assert surfaces(MEETING) == [
        ("Angela Merkel", EntityType.PERSON),
        ("Emmanuel Macron", EntityType.PERSON),
        ("Berlin", EntityType.PLACE),
        ("Agence France-Presse", EntityType.ORG),
    ]


def test_other_texts_change_nothing() -> None:
    texts = [MEETING, "", "Le maire de Marseille a démissionné.", MEETING * 100, "À Moscou, rien de neuf."]
    assert recognise(texts) == [recognise([text])[0] for text in texts]


def test_no_texts_give_no_spans() -> None:
    assert recognise([]) == []


def test_a_long_paragraph_is_read_to_its_end() -> None:
    text = "Le conseil municipal a longuement délibéré. " * 2400 + "Emmanuel Macron est à Marseille."
    assert len(text) > 100_000
    assert surfaces(text)[-2:] == [("Emmanuel Macron", EntityType.PERSON), ("Marseille", EntityType.PLACE)]


def test_capitals_hide_no_names() -> None:
    seen = surfaces("LE MAIRE DE MARSEILLE REÇOIT ANGELA MERKEL AVEC LA SNCF")
    assert seen == [
        ("MARSEILLE", EntityType.PLACE),
        ("ANGELA MERKEL", EntityType.PERSON),
        ("SNCF", EntityType.ORG),
    ]


def test_typography_hides_no_names() -> None:
    assert ("Emmanuel\u00a0Macron", EntityType.PERSON) in surfaces("Le président Emmanuel\u00a0Macron est à Paris.")


def test_text_in_another_language_gives_full_names_only() -> None:
    text = "Der Minister hat am Montag in Hamburg mit Angela Merkel gesprochen. Die Gespräche dauerten drei Stunden."
    assert surfaces(text) == [("Angela Merkel", EntityType.PERSON)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t", id="blank"),
        pytest.param("!?… — « » (…)", id="punctuation"),
        pytest.param("(" * 50_000, id="brackets"),
        pytest.param("https://" + "A/" * 20_000, id="an endless address"),
        pytest.param("\x00\x1b\ud800", id="control characters and half a pair"),
        pytest.param("أعلن الرئيس السوري", id="letters without capitals"),
    ],
)
def test_text_without_names_gives_none(text: str) -> None:
    assert surfaces(text) == []


@settings(max_examples=60)
@given(st.text(st.sampled_from("AÉaé.,-’'( \n\x00\ud800\u200b\u0301") | st.characters(), max_size=200))
def test_spans_stand_in_the_text_in_order(noise: str) -> None:
    text = f"{noise} Angela Merkel {noise}"
    ends = 0
    for start, end, _kind in recognise([text])[0]:
        assert ends <= start < end <= len(text)
        ends = end


@given(st.lists(STORED_SPANS))
def test_stored_spans_come_back(spans: list[RecognisedSpan]) -> None:
    encoded = encode_spans(spans)
    assert decode_spans(encoded) == tuple(spans)
    assert len(encoded) == 7 * len(spans)


@pytest.mark.parametrize(
    "foreign",
    [b"\0", bytes(6), bytes(7), bytes(8), b"\0\0\0\0\1\0\3", encode_spans([RecognisedSpan(0, 1, EntityType.ORG)])[:-1]],
    ids=["one byte", "six", "no length", "eight", "no such type", "cut short"],
)
def test_foreign_bytes_are_no_spans(foreign: bytes) -> None:
    with pytest.raises(ValueError, match="no encoded span"):
        decode_spans(foreign)


def test_a_digest_tells_texts_and_models_apart() -> None:
    pairs = [("Aval", "m 1"), ("Aval ", "m 1"), ("Aval", "m 2"), ("", "m 1"), ("\ud800", "m 1"), ("Aval", "")]
    digests = {text_digest(*pair) for pair in pairs}
    assert len(digests) == len(pairs)
    assert {len(digest) for digest in digests} == {16}


def test_a_digest_is_the_same_in_all_archives() -> None:
    assert text_digest("Aval", "m 1").hex() == "016b9db601ddade8c6df4a213f0776ad"

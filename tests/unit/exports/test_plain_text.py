import pytest

from archive_search.exports.plain_text import flatten, keep_xml


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("La  digue\r\n cède\t", "La digue cède"),
        ("a\u2028b\x0bc\x85d", "a b c d"),
        ("« 5\u00a0% »", "« 5\u00a0% »"),
        ("ru\x1b[31msé\u202e", "ru[31msé"),
        ("\ud800", ""),
    ],
    ids=ascii,
)
def test_a_text_is_put_on_one_line(text: str, flat: str) -> None:
    assert flatten(text) == flat


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert keep_xml("a\ufffe\uffff\x00\x1f\ud800é\U0001f600\n") == "a�����é\U0001f600\n"

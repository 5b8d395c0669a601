import pytest

from archive_search.sources.formats.pdf.unreadable_text import is_unreadable


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Le conseil municipal se réunit mardi.", False),
        ("Совет собрался во вторник вечером.", False),
        ("12 345,67 - 8 901 - 2 %", False),
        ("PSG-FCN : 3-1, FCGB-RCS : 0-0", False),
        ("\ue001\ue002\ue003 \ue004\ue005", True),
        ("FRQVHLO PXQLFLSDO VH UHXQLW PDUGL", True),
        ("abc \ufffd\ufffd\ufffd", True),
    ],
    ids=["French", "Russian", "figures", "scores", "private use", "shifted letters", "unknown letters"],
)
def test_a_text_is_told_from_what_has_no_letters(line, expected):
    lines = [line] * (1 if "PSG" in line else 20)
    assert is_unreadable(lines) is expected

"""Colours that can be told apart by who sees little (WCAG 2.2, 1.4.3 and 1.4.11), and no style of another's."""

import re
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest

STATIC = Path(str(files("archive_search.web"))) / "static"
SHEETS = sorted(STATIC.glob("*.css"))
TEXT = 4.5
CONTROL = 3.0
GROUNDS = ("paper", "sheet", "wash")
PAIRS = [
    *product(("ink", "quiet", "accent", "accent-deep", "person", "place", "org"), GROUNDS, [TEXT]),
    *product(("edge", "focus", "accent", "mark-line"), GROUNDS, [CONTROL]),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-deep", TEXT),
    ("mark-ink", "mark", TEXT),
    ("mark-line", "mark", CONTROL),
    *product(("person", "place", "org"), ["mark"], [TEXT]),
    *product(("ink", "accent", "accent-deep", "quiet"), ["accent-wash"], [TEXT]),
    *product(("ink", "quiet", "accent", "accent-deep"), ["warn-wash", "bad-wash", "good-wash"], [TEXT]),
    ("warn", "warn-wash", TEXT),
    ("bad", "bad-wash", TEXT),
    ("good", "good-wash", TEXT),
    *product(("warn", "bad", "good"), GROUNDS, [TEXT]),
]


def colours() -> dict[str, tuple[str, str]]:
    sheet = (STATIC / "desktop.css").read_text(encoding="utf-8")
    return {
        name: (light, dark)
        for name, light, dark in re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", sheet)
    }


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_and_white_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("written", "ground", "least"), PAIRS, ids=lambda part: str(part))
def test_what_is_written_stands_out_from_its_ground(written: str, ground: str, least: float) -> None:
    known = colours()
    for scheme in (0, 1):
        assert contrast(known[written][scheme], known[ground][scheme]) >= least


def test_every_colour_is_in_a_pair_that_is_tested() -> None:
    tested = {name for written, ground, _ in PAIRS for name in (written, ground)}
    # Lines only decorate.
    assert set(colours()) - tested == {"line"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_uses_variables_that_exist(sheet: Path) -> None:
    known = set(re.findall(r"(--[a-z-]+):", (STATIC / "desktop.css").read_text(encoding="utf-8")))
    text = sheet.read_text(encoding="utf-8")
    assert set(re.findall(r"var\((--[a-z-]+)", text)) <= known | set(re.findall(r"(--[a-z-]+):", text))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_needs_nothing_from_elsewhere(sheet: Path) -> None:
    assert not re.search(r"@import|url\(|!important|https?:", sheet.read_text(encoding="utf-8"))


@pytest.mark.parametrize("sheet", [each for each in SHEETS if each.name != "desktop.css"], ids=lambda sheet: sheet.name)
def test_the_sheet_of_a_room_has_no_colours_of_its_own(sheet: Path) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\brgb|\bhsl", sheet.read_text(encoding="utf-8"))

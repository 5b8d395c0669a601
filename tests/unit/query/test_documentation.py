import re
from datetime import date
from pathlib import Path

import pytest

from archive_search.query.parsing import parse_query

PAGE = Path(__file__).parents[3] / "docs" / "langage.md"
EXAMPLES = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", PAGE.read_text(encoding="utf-8"))


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 40


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_page_runs_without_warnings(example: str) -> None:
    assert parse_query(example.replace("\\|", "|"), today=date(2015, 9, 18)).warnings == ()

import pytest

from archive_search.sources.formats.pdf.page_lists import list_pages


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([3], "3"),
        ([1, 2, 3], "1-3"),
        ([1, 3, 4, 9], "1, 3-4, 9"),
        (list(range(0, 40, 2)), "0, 2, 4, 6, 8, 10, 12, 14, 16, 18, …"),
    ],
    ids=["one", "stretch", "both", "too many"],
)
def test_pages_are_listed(numbers, expected):
    assert list_pages(numbers) == expected

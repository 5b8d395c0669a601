"""The tree of exceptions is as its module draws it, and every error can be told and stored."""

import inspect
import pickle
import re
from pathlib import Path

import pytest

from archive_search import errors
from archive_search.errors import ArchiveSearchError

CLASSES = [found for _name, found in inspect.getmembers(errors, inspect.isclass) if issubclass(found, Exception)]


def drawn_tree() -> dict[str, str | None]:
    """Read the parent of each class from the drawing at the head of the module."""
    parents: dict[str, str | None] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"    ([│├└─ ]*)(\w+Error)\b", line)
        if found:
            depth = len(found[1]) // 4
            above[depth:] = [found[2]]
            parents[found[2]] = above[depth - 1] if depth else None
    return parents


def test_the_tree_is_as_drawn() -> None:
    real = {found.__name__: found.__base__.__name__ if found is not ArchiveSearchError else None for found in CLASSES}
    assert drawn_tree() == real


def test_the_tree_has_one_root_and_three_levels_at_most() -> None:
    assert all(issubclass(found, ArchiveSearchError) for found in CLASSES)
    assert max(len(found.__mro__) for found in CLASSES) - len(ArchiveSearchError.__mro__) <= 2


@pytest.mark.parametrize("error", CLASSES, ids=lambda found: found.__name__)
def test_every_error_is_documented(error: type[Exception]) -> None:
    assert (error.__doc__ or "").rstrip().endswith((".", "ends a command."))


@pytest.mark.parametrize(
    ("error", "name", "value"),
    [
        (errors.StorageError("plein", path=Path("a")), "path", Path("a")),
        (errors.SourceError("illisible", path="a"), "path", "a"),
        (errors.QueryError("vide", position=3), "position", 3),
        (errors.UnknownArticleError("absent", article_id="x"), "article_id", "x"),
    ],
)
def test_errors_carry_their_data(error: ArchiveSearchError, name: str, value: object) -> None:
    assert getattr(error, name) == value
    assert str(error) == error.args[0]


def test_an_error_without_data_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(errors.InstallationError("deux"))).args == ("deux",)

"""Whatever damaged bytes lead the reading code into is told as damage; anything else passes."""

import struct
import zlib
from pathlib import Path

import pytest

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.damage import reading

PATH = Path("index", "MAIN_a1.terms")


@pytest.mark.parametrize(
    "error",
    [
        IndexError("place 7"),
        KeyError("form.2"),
        ValueError("texte"),
        OverflowError(),
        struct.error("court"),
        zlib.error(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_damage_leads_to_names_the_file_and_what_to_do(error: Exception) -> None:
    with (
        pytest.raises(ArchiveDamagedError, match=r"MAIN_a1\.terms est abîmé.*archive-search rebuild") as raised,
        reading(PATH),
    ):
        raise error
    assert raised.value.__cause__ is error
    assert raised.value.path == PATH


@pytest.mark.parametrize(
    "error", [FileNotFoundError(), PermissionError(), KeyboardInterrupt(), ArchiveDamagedError("x", path=PATH)]
)
def test_other_errors_pass(error: BaseException) -> None:
    with pytest.raises(type(error)) as raised, reading(Path("other")):
        raise error
    assert raised.value is error

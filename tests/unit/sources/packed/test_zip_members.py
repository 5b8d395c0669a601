import io
import zipfile

import pytest

from archive_search.sources.assembling import Origin
from archive_search.sources.packed.budget import Budget, PackedError
from archive_search.sources.packed.zip_members import has_member, open_member, open_zip, read_member
from archive_search.sources.readers import Reading, ReadOptions


@pytest.fixture
def packed():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Il a plu.")
    return stream.getvalue()


def reading(*, budget=1 << 20, file=None):
    origin = Origin(path="a.zip", name="a.zip")
    return Reading(
        origin=origin, options=ReadOptions(), budget=Budget(budget), read_inside=lambda *_: iter(()), file=file
    )


@pytest.mark.parametrize("is_on_disk", [True, False])
def test_a_zip_file_is_opened_on_disk_or_through_a_copy(packed, tmp_path, is_on_disk):
    (tmp_path / "a.zip").write_bytes(packed)
    given = reading(file=tmp_path / "a.zip") if is_on_disk else reading()
    stream = io.BytesIO(b"" if is_on_disk else packed)
    with open_zip(stream, given) as archive, open_member(archive, "a.txt", budget=given.budget) as member:
        assert member.read() == b"Il a plu."


def test_a_copy_larger_than_the_budget_is_refused(packed):
    with pytest.raises(PackedError, match="démesuré"), open_zip(io.BytesIO(packed), reading(budget=20)):
        pass


@pytest.mark.parametrize(
    ("name", "limit", "message"),
    [("b.txt", 100, "partie « b.txt » absente"), ("a.txt", 5, "partie « a.txt » de plus de")],
)
def test_a_member_that_is_missing_or_too_large_says_so(packed, name, limit, message):
    with open_zip(io.BytesIO(packed), reading()) as archive, pytest.raises(PackedError, match=message):
        read_member(archive, name, limit=limit, budget=Budget())


def test_a_member_is_known_by_its_exact_name(packed):
    with open_zip(io.BytesIO(packed), reading()) as archive:
        assert has_member(archive, "a.txt")
        assert not has_member(archive, "A.txt")


def test_what_a_member_says_of_its_size_is_paid_for_when_it_is_opened(packed):
    budget = Budget(20)
    with open_zip(io.BytesIO(packed), reading()) as archive:
        read_member(archive, "a.txt", limit=100, budget=budget)
        read_member(archive, "a.txt", limit=100, budget=budget)
        with pytest.raises(PackedError):
            read_member(archive, "a.txt", limit=100, budget=budget)

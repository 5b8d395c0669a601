import io

import pytest

from archive_search.sources.folders import DiskFolder
from archive_search.sources.packed.packed_folders import PackedFiles, PackedFolder

NAMES = ["numéro/mets.xml", "numéro/ALTO/1.xml", "numéro/ALTO/2.xml", "loin.xml"]


@pytest.fixture(params=["disk", "packed"])
def folder(request, tmp_path):
    if request.param == "packed":
        members = {name: name.encode() for name in NAMES}
        return PackedFolder(PackedFiles(lambda: members, open_member=io.BytesIO), "numéro")
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return DiskFolder(tmp_path / "numéro")


def content(stream):
    if stream is None:
        return None
    with stream:
        return stream.read().decode()


@pytest.mark.parametrize("name", ["ALTO/1.xml", "alto/1.xml", "alto/1.XML"])
def test_a_file_is_opened_whatever_its_capitals(folder, name):
    assert content(folder.open_file(name)) == "numéro/ALTO/1.xml"


@pytest.mark.parametrize("name", ["3.xml", "ALTO", "../loin.xml", "ALTO/../../loin.xml", "/etc/passwd", "a\0b", ""])
def test_nothing_else_is_opened(folder, name):
    assert folder.open_file(name) is None


def test_the_files_directly_in_a_folder_are_listed(folder):
    assert (folder.name, folder.list_files()) == ("numéro", ["mets.xml"])


def test_one_may_look_into_the_folder_above_once(folder):
    above = folder.parent
    assert content(above.open_file("loin.xml")) == "loin.xml"
    assert above.parent is None


def test_the_stamp_of_a_folder_changes_when_a_file_comes(tmp_path):
    folder = DiskFolder(tmp_path)
    before = folder.stamp
    (tmp_path / "a.xml").touch()
    assert folder.stamp != before
    assert folder.stamp == DiskFolder(tmp_path).stamp


def test_packed_folders_of_two_files_have_two_stamps():
    first, second = (PackedFiles(dict, open_member=io.BytesIO) for _ in range(2))
    assert PackedFolder(first, "").stamp != PackedFolder(second, "").stamp

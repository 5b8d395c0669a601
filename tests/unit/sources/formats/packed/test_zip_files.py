import io
import struct
import warnings
import zipfile
import zlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.formats.packed.zip_files import OTHER_DOCUMENT
from archive_search.sources.packed.budget import TOO_MUCH
from archive_search.sources.packed.member_names import CLIMBS, LINK
from archive_search.sources.packed.zip_members import DAMAGED, DAMAGED_MEMBER, OVERLAPPING, PROTECTED, UNKNOWN_METHOD
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import TOO_DEEP, read_articles, read_stream
from tests.unit.sources.formats.making_issues import make_article, make_block, make_mets, make_page, make_paragraph

TEXT = "Le port de la ville a rouvert mardi.\n\nLes quais sont pleins de caisses et de camions."


def make_zip(members, *, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def read(data, *, name="a.zip"):
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions()))


def ids(found):
    return [article.id for article in found if isinstance(article, Article)]


def reasons(found):
    return [(failure.path, failure.reason) for failure in found if not isinstance(failure, Article)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_files_are_read_in_the_order_of_their_names(method):
    packed = make_zip([("presse/b.txt", TEXT), ("presse/a.txt", TEXT)], method=method)
    assert ids(read(packed)) == ["a.zip/presse/a.txt", "a.zip/presse/b.txt"]


def test_a_zip_file_on_disk_and_one_in_a_stream_give_the_same(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(make_zip([("a.txt", TEXT), ("b/c.html", "<p>x"), ("../d.txt", TEXT)]))
    on_disk = list(read_articles(path, root=path, options=ReadOptions()))
    assert ids(on_disk) == ids(read(path.read_bytes()))


def test_the_day_of_a_file_in_a_zip_file_bounds_what_is_deduced():
    text = "MOSCOU, 3 mars (AFP) - Il a démissionné mardi, un an après les élections de 2014."
    info = zipfile.ZipInfo("a.txt", date_time=(2015, 6, 1, 0, 0, 0))
    (article,) = read(make_zip([(info, text)]))
    assert article.date == date(2015, 3, 3)
    info = zipfile.ZipInfo("a.txt", date_time=(2014, 6, 1, 0, 0, 0))
    (article,) = read(make_zip([(info, text)]))
    assert article.date is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", r"C:\a.txt", r"..\a.txt"])
def test_a_name_that_climbs_out_is_refused_and_the_others_are_read(name):
    found = read(make_zip([(name, TEXT), ("a.txt", TEXT)]))
    assert ids(found) == ["a.zip/a.txt"]
    assert reasons(found) == [(f"a.zip/{name}", CLIMBS)]


def test_what_systems_hide_and_folders_are_left_out():
    hidden = ["__MACOSX/._a.txt", ".DS_Store", "presse/.cache/a.txt", "presse/"]
    assert reasons(read(make_zip([*((name, TEXT) for name in hidden), ("a.txt", TEXT)]))) == []


def test_of_two_files_of_one_name_the_last_is_read():
    found = read(make_zip([("a.txt", TEXT), ("a.txt", TEXT.replace("port", "pont"))]))
    assert [type(one) for one in found] == [Skipped, Article]
    assert found[1].paragraphs[0].text.startswith("Le pont")


def test_a_link_is_left_aside():
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = 0o120777 << 16
    assert read(make_zip([(info, "b.txt")])) == [Skipped(path="a.zip/a.txt", reason=LINK)]


def with_flag(packed, *, method=None):
    """Say in both headers of the only member that it is encrypted, or packed by some method."""
    data = bytearray(packed)
    central = data.index(b"PK\x01\x02")
    for flags, place in ((6, 8), (central + 8, central + 10)):
        if method is None:
            data[flags] |= 1
        else:
            struct.pack_into("<H", data, place, method)
    return bytes(data)


def test_a_file_with_a_password_is_one_failure():
    assert reasons(read(with_flag(make_zip([("a.txt", TEXT)])))) == [("a.zip/a.txt", PROTECTED)]


def test_a_file_packed_by_a_rare_method_is_one_failure():
    packed = with_flag(make_zip([("a.txt", TEXT)]), method=93)
    assert reasons(read(packed)) == [("a.zip/a.txt", UNKNOWN_METHOD.format(method=93))]


def test_a_damaged_file_leaves_the_others():
    packed = make_zip([("a.txt", TEXT), ("b.txt", TEXT)], method=zipfile.ZIP_STORED)
    found = read(packed.replace(b"port", b"pont", 1))
    assert reasons(found) == [("a.zip/a.txt", DAMAGED_MEMBER)]
    assert ids(found) == ["a.zip/b.txt"]


def test_a_zip_file_that_is_cut_is_one_failure():
    assert reasons(read(make_zip([("a.txt", TEXT)])[:-30])) == [("a.zip", DAMAGED)]


def test_a_zip_file_of_nothing_says_so():
    assert reasons(read(make_zip([(".hidden", TEXT)]))) == [
        ("a.zip", "zip sans aucun fichier : vérifiez comment il a été fait")
    ]


def test_a_file_that_unpacks_to_more_than_text_does_is_refused():
    found = read(make_zip([("a.txt", bytes(100 << 20)), ("b.txt", TEXT)]))
    assert reasons(found) == [("a.zip/a.txt", TOO_MUCH)]
    assert ids(found) == ["a.zip/b.txt"]


def test_bombs_in_bombs_stop_at_the_budget_of_the_whole(tmp_path):
    packed = make_zip([(f"{number}.txt", bytes(60 << 20)) for number in range(4)])
    for _ in range(3):
        packed = make_zip([(f"{number}.zip", packed) for number in range(8)])
    path = tmp_path / "42.zip"
    path.write_bytes(packed)
    found = list(read_articles(path, root=path, options=ReadOptions()))
    assert len(found) < 10
    assert found[-1].reason == TOO_MUCH


def test_a_nest_of_zip_files_is_read_as_deep_as_real_ones_go():
    packed = make_zip([("a.txt", TEXT)])
    for _ in range(2):
        packed = make_zip([("n.zip", packed)])
    assert ids(read(packed)) == ["a.zip/n.zip/n.zip/a.txt"]
    for _ in range(3):
        packed = make_zip([("n.zip", packed)])
    assert [reason for _, reason in reasons(read(packed))] == [TOO_DEEP.format(most=4)]


def test_members_that_share_their_bytes_are_a_trap():
    data = make_zip([("a.txt", TEXT), ("b.txt", TEXT)])
    second = data.rindex(b"PK\x01\x02")
    shared = data[: second + 42] + bytes(4) + data[second + 46 :]
    assert reasons(read(shared)) == [("a.zip", OVERLAPPING)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp1252"])
def test_a_name_whose_encoding_is_not_said_is_read(encoding):
    data = make_zip([("XXXXXXXXXXXX", TEXT)])
    name = "été.txt".encode(encoding).ljust(12, b"_")
    assert ids(read(data.replace(b"X" * 12, name))) == ["a.zip/" + name.decode(encoding)]


def test_a_zip_file_of_documents_is_no_document():
    document = make_zip([("word/document.xml", "<w/>"), ("b.txt", TEXT)], method=zipfile.ZIP_STORED)
    found = read(make_zip([("a.docx", document), ("c.txt", TEXT)], method=zipfile.ZIP_STORED))
    assert ids(found) == ["a.zip/c.txt"]


def test_a_document_is_known_by_its_parts_wherever_they_stand():
    (found,) = read(make_zip([("b.txt", TEXT), ("word/document.xml", "no xml at all")]))
    assert (type(found), found.path) == (Failure, "a.zip")


@pytest.mark.parametrize(
    "parts",
    [["[Content_Types].xml", "xl/workbook.xml"], ["mimetype", "META-INF/manifest.xml", "content.xml"]],
    ids=["xlsx", "ods"],
)
def test_a_workbook_is_one_failure(parts):
    packed = make_zip([(part, "application/vnd.oasis.opendocument.spreadsheet") for part in parts])
    assert reasons(read(packed)) == [("a.zip", OTHER_DOCUMENT)]


def test_a_name_in_utf_8_beside_an_old_one_is_read():
    info = zipfile.ZipInfo("_t_.txt")
    name = "été.txt".encode()
    extra = b"\x01" + struct.pack("<L", zlib.crc32(b"_t_.txt")) + name
    info.extra = struct.pack("<HH", 0x7075, len(extra)) + extra
    assert ids(read(make_zip([(info, TEXT)]))) == ["a.zip/été.txt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_issue_in_a_zip_file_is_read_with_its_pages(method):
    mets = make_mets(make_article(make_paragraph("F1:B1")))
    page = make_page(make_block("B1", "Le port a rouvert."))
    skipped, article = read(make_zip([("n1/mets.xml", mets), ("n1/ALTO/1.xml", page)], method=method))
    assert article.paragraphs[0].text == "Le port a rouvert."
    assert skipped == Skipped(path="a.zip/n1/ALTO/1.xml", reason="page lue avec son fichier mets")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_raises_anything(data):
    packed = bytearray(make_zip([("a.txt", TEXT), ("b.txt", TEXT)]))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(4, len(packed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(4, len(packed)))
    for found in read(bytes(packed[:cut])):
        assert isinstance(found, Article | Failure | Skipped)

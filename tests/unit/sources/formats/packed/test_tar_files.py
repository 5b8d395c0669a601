import gzip
import io
import tarfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.formats.packed.tar_files import NO_FILE, NOT_A_FILE, WITH_HOLES
from archive_search.sources.packed.member_names import CLIMBS, LINK
from archive_search.sources.packed.tar_members import CUT
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles, read_stream
from tests.unit.sources.formats.making_issues import make_article, make_block, make_mets, make_page, make_paragraph

TEXT = "Le port de la ville a rouvert mardi.\n\nLes quais sont pleins de caisses et de camions."
FORMATS = {"ustar": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}


def make_member(name, **said):
    member = tarfile.TarInfo(name)
    for attribute, value in said.items():
        setattr(member, attribute, value)
    return member


def make_tar(members, *, layout="gnu", encoding="utf-8"):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=FORMATS[layout], encoding=encoding) as archive:
        for member, content in members:
            data = content.encode() if isinstance(content, str) else content
            described = member if isinstance(member, tarfile.TarInfo) else make_member(member)
            described.size = len(data)
            archive.addfile(described, io.BytesIO(data))
    return packed.getvalue()


def read(data, *, name="a.tar"):
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions()))


def ids(found):
    return [article.id for article in found if isinstance(article, Article)]


def reasons(found):
    return [(failure.path, failure.reason) for failure in found if not isinstance(failure, Article)]


@pytest.mark.parametrize("layout", FORMATS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_files_are_read_in_their_order(layout, pack):
    packed = pack(make_tar([("presse/b.txt", TEXT), ("presse/été.txt", TEXT)], layout=layout))
    assert ids(read(packed)) == ["a.tar/presse/b.txt", "a.tar/presse/été.txt"]


@pytest.mark.parametrize("layout", FORMATS)
def test_a_long_name_is_read_whole(layout):
    name = "/".join(["dossier" * 4] * (7 if layout == "ustar" else 30)) + "/a.txt"
    assert ids(read(make_tar([(name, TEXT)], layout=layout))) == [f"a.tar/{name}"]


def test_a_name_in_an_old_encoding_is_read():
    assert ids(read(make_tar([("été.txt", TEXT)], encoding="cp1252"))) == ["a.tar/été.txt"]


def test_the_day_of_a_file_in_a_tar_file_bounds_what_is_deduced():
    text = "MOSCOU, 3 mars (AFP) - Il a démissionné mardi, un an après les élections de 2014."
    (late,) = read(make_tar([(make_member("a.txt", mtime=1433116800), text)]))
    (early,) = read(make_tar([(make_member("a.txt", mtime=1401580800), text)]))
    assert (late.date, early.date) == (date(2015, 3, 3), None)


@pytest.mark.parametrize(
    ("member", "content", "reason"),
    [
        pytest.param(make_member("../a.txt"), TEXT, CLIMBS, id="climbs"),
        pytest.param(make_member("/a.txt"), TEXT, CLIMBS, id="absolute"),
        pytest.param(make_member("a", type=tarfile.FIFOTYPE), "", NOT_A_FILE, id="fifo"),
        pytest.param(make_member("a", type=tarfile.CHRTYPE), "", NOT_A_FILE, id="device"),
        pytest.param(make_member("a", type=tarfile.GNUTYPE_SPARSE), "", WITH_HOLES, id="sparse"),
        pytest.param(make_member("a", type=tarfile.SYMTYPE, linkname="/etc/passwd"), "", LINK, id="link"),
        pytest.param(make_member("a", type=tarfile.LNKTYPE, linkname="b.txt"), "", LINK, id="hard link"),
    ],
)
def test_what_is_no_plain_file_is_one_line_and_the_others_are_read(member, content, reason):
    found = read(make_tar([(member, content), ("b.txt", TEXT)]))
    assert reasons(found) == [(f"a.tar/{member.name}", reason)]
    assert ids(found) == ["a.tar/b.txt"]


def test_a_file_with_holes_of_posix_is_refused():
    member = make_member("a.txt", pax_headers={"GNU.sparse.major": "1", "GNU.sparse.name": "b.txt"})
    assert reasons(read(make_tar([(member, TEXT)], layout="pax"))) == [("a.tar/b.txt", WITH_HOLES)]


def test_what_systems_hide_and_folders_are_left_out():
    packed = make_tar([("._a.txt", TEXT), (make_member("presse", type=tarfile.DIRTYPE), ""), ("a.txt", TEXT)])
    assert (ids(read(packed)), reasons(read(packed))) == (["a.tar/a.txt"], [])


def test_a_tar_file_of_nothing_says_so():
    assert reasons(read(make_tar([(".hidden", TEXT)]))) == [("a.tar", NO_FILE)]


WHOLE = make_tar([("a.txt", TEXT), ("b.txt", TEXT)])


@pytest.mark.parametrize(
    ("size", "path"), [(1000, "a.tar/a.txt"), (1024, "a.tar"), (1300, "a.tar"), (1600, "a.tar/b.txt"), (2048, "a.tar")]
)
def test_a_tar_file_that_is_cut_gives_what_came_before_and_one_failure(size, path):
    # 512 bytes of header, then 512 of text, twice.
    found = read(WHOLE[:size] if size != 1000 else WHOLE[:512] + WHOLE[512:550])
    assert reasons(found) == [(path, CUT)]
    assert len(ids(found)) == len(found) - 1


def test_a_damaged_header_gives_what_came_before_and_one_failure():
    found = read(WHOLE[:1024] + b"x" + WHOLE[1025:])
    assert (ids(found), reasons(found)) == (["a.tar/a.txt"], [("a.tar", CUT)])


def test_a_name_without_end_is_one_failure():
    header = make_member("././@LongLink", type=tarfile.GNUTYPE_LONGNAME, size=1 << 33)
    data = header.tobuf(tarfile.GNU_FORMAT) + bytes(1 << 16)
    assert reasons(read(data)) == [("a.tar", CUT)]


def test_ten_thousand_headers_in_a_row_are_read():
    header = make_member("././@LongLink", type=tarfile.GNUTYPE_LONGNAME, size=6)
    chain = (header.tobuf(tarfile.GNU_FORMAT) + b"b.txt\0".ljust(512, b"\0")) * 10_000
    assert ids(read(chain + WHOLE)) == ["a.tar/b.txt", "a.tar/b.txt"]


def test_an_issue_in_a_tar_file_on_disk_is_read_with_its_pages(tmp_path):
    mets = make_mets(make_article(make_paragraph("F1:B1")))
    page = make_page(make_block("B1", "Le port a rouvert."))
    path = tmp_path / "a.tar"
    path.write_bytes(make_tar([("n1/ALTO/1.xml", page), ("n1/mets.xml", mets)]))
    skipped, article = read_articles(path, root=path, options=ReadOptions())
    assert isinstance(skipped, Skipped)
    assert article.paragraphs[0].text == "Le port a rouvert."


def test_an_issue_in_a_stream_gives_its_pages_and_says_why(tmp_path):
    mets = make_mets(make_article(make_paragraph("F1:B1")))
    page = make_page(make_block("B1", "Le port a rouvert."))
    article, failure = read(make_tar([("n1/ALTO/1.xml", page), ("n1/mets.xml", mets)]))
    assert isinstance(article, Article)
    assert isinstance(failure, Failure)
    assert "hors d'atteinte" in failure.reason


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_raises_anything(data):
    packed = bytearray(WHOLE[:3000])
    for _ in range(data.draw(st.integers(1, 6))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    packed[257:262] = b"ustar"
    for found in read(bytes(packed)):
        assert isinstance(found, Article | Failure | Skipped)

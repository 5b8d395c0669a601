import gzip
import io
import zipfile
import zlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.formats.web_archives import records
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles, read_stream
from archive_search.sources.recognition.recognizing import HEAD_BYTES

TEXT = "Le conseil municipal a voté jeudi la rénovation du vieux port, malgré les réserves de l'opposition. " * 3
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
ADDRESS = "https://exemple.fr/le-port"


def page(title="Le port rouvre"):
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{TEXT}</p></body></html>".encode()


def record(content, *, kind="response", address=ADDRESS, size=None, fields="", version="1.0"):
    head = f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2016-05-04T10:00:00Z\r\n"
    length = len(content) if size is None else size
    return f"{head}{fields}Content-Length: {length}\r\n\r\n".encode() + content + b"\r\n\r\n"


def answer(body=None, *, head=HEAD, **options):
    return record(f"{head}\r\n".encode() + (page() if body is None else body), **options)


def read(data, *, name="collecte.warc"):
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions()))


def shown(results):
    return [result.title if isinstance(result, Article) else type(result) for result in results]


def chunked(body):
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(body[n : n + 99]), body[n : n + 99]) for n in range(0, len(body), 99))
        + b"0\r\n\r\n"
    )


def test_a_page_is_found_under_its_address():
    (article,) = read(answer())
    assert (article.title, article.url, article.path) == ("Le port rouvre", ADDRESS, f"collecte.warc/{ADDRESS}")
    assert article.date is None


def test_the_day_of_collection_bounds_what_is_deduced():
    late = answer(address="https://exemple.fr/2017/01/02/port"), answer(address="https://exemple.fr/2015/01/02/port")
    assert [article.date for article in read(b"".join(late))] == [None, date(2015, 1, 2)]


@pytest.mark.parametrize("version", ["0.17", "0.18", "1.0", "1.1"])
def test_each_version_is_read(version):
    assert shown(read(answer(version=version))) == ["Le port rouvre"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "one member a record"])
def test_records_are_read_one_after_the_other(pack):
    data = b"".join(pack(answer(page(title))) for title in ("Le port rouvre", "La criée ferme"))
    assert shown(read(data)) == ["Le port rouvre", "La criée ferme"]


@pytest.mark.parametrize(
    ("field", "pack"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: x-gzip\r\n", gzip.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Transfer-Encoding: chunked\r\n", chunked),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda body: chunked(gzip.compress(body))),
        ("Transfer-Encoding: chunked\r\n", bytes),
        ("Content-Encoding: gzip\r\n", bytes),
    ],
    ids=["gzip", "x-gzip", "deflate", "chunked", "both", "said to be chunked", "said to be packed"],
)
def test_what_http_packs_is_unpacked(field, pack):
    assert shown(read(answer(pack(page()), head=HEAD + field))) == ["Le port rouvre"]


def test_a_page_of_an_impossible_address_is_read():
    assert shown(read(answer(address="http://[fe80::1/port") + answer())) == ["Le port rouvre", "Le port rouvre"]


def test_a_packing_that_is_not_known_is_one_failure():
    failure, article = read(answer(head=HEAD + "Content-Encoding: zip9\r\n") + answer())
    assert (failure.path, "zip9" in failure.reason) == (f"collecte.warc/{ADDRESS}", True)
    assert isinstance(article, Article)


def test_an_answer_whose_head_never_ends_is_a_failure():
    assert shown(read(record(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 99) + answer())) == [Failure, "Le port rouvre"]


def test_the_server_says_the_encoding_of_a_page_that_does_not():
    text = "Le conseil a vot\xe9, d\xe9clare la maire; \xab enfin \xbb, dit-elle \xe0 l'issue de la s\xe9ance. "
    body = f"<h1>Le port</h1><p>{text * 4}</p>".encode("mac_roman")
    (article,) = read(answer(body, head="HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=macintosh\r\n"))
    assert "a voté, déclare" in article.paragraphs[-1].text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (answer(head="HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n"), "redirection"),
        (answer(head="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"), "image"),
        (answer(head="HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n"), "style"),
        (answer(b"<p>Menu</p>"), "sans article"),
        (
            answer(
                b"User-agent: *",
                head="HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n",
                address="http://a.fr/robots.txt",
            ),
            "sans article",
        ),
        (answer(b"<urlset/>", head="HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"), "sans article"),
        (answer(kind="revisit"), "autre fois"),
    ],
    ids=["redirect", "image", "style", "no text", "robots", "site map", "revisit"],
)
def test_what_holds_no_article_is_left_aside_with_a_reason(data, reason):
    (skipped,) = read(data)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_what_is_no_answer_says_nothing():
    others = [record(b"x", kind=kind) for kind in ("warcinfo", "request", "metadata")]
    assert shown(read(b"".join(others) + answer())) == ["Le port rouvre"]


def test_a_text_and_a_page_without_http_are_read():
    text = record(f"Le port rouvre\n\n{TEXT}".encode(), kind="conversion", fields="Content-Type: text/plain\r\n")
    saved = record(page("La criée"), kind="resource", fields="Content-Type: text/html\r\n")
    assert shown(read(text + saved)) == ["Le port rouvre", "La criée"]


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        (answer(size=40), "enregistrement 2, "),
        (answer(size=5_000), "enregistrement 2, "),
        (answer(fields="Content-Length: beaucoup\r\n"), "enregistrement 2, "),
        (b"octets perdus\r\n" * 3, "enregistrement 1, "),
        (b"\xff\x00" * 100_000 + b"\r\n", "enregistrement 1, "),
    ],
    ids=["too short", "too long", "no number", "garbage", "bytes"],
)
def test_damage_is_one_failure_and_the_next_record_is_read(damage, place):
    first, failure, last = read(answer(page("Un")) + damage + answer(page("Deux")) + answer(page("Trois")))[:3]
    assert (first.title, isinstance(failure, Failure)) == ("Un", True)
    assert failure.reason.startswith(place)
    assert last.title == "Deux"


def test_a_record_cut_short_is_a_failure():
    article, failure = read(answer(page("Un")) + answer(page("Deux"))[:-100])
    assert (article.title, "tronqué" in failure.reason) == ("Un", True)


@pytest.mark.parametrize(
    "spoil", [lambda member: member[:-30] + b"\xff" * 30, lambda member: member[: len(member) // 2]]
)
def test_a_damaged_member_is_one_failure_and_the_next_is_read(spoil):
    members = [gzip.compress(answer(page(title))) for title in ("Un", "Deux", "Trois")]
    # What is damaged within the first bytes of a file is not recognised.
    members[0] += gzip.compress(record(b"x" * HEAD_BYTES, kind="metadata"))
    results = read(members[0] + spoil(members[1]) + members[2], name="collecte.warc.gz")
    assert shown(results)[0] == "Un"
    assert shown(results)[-1] == "Trois"
    assert any(isinstance(result, Failure) and "enregistrement" in result.reason for result in results)


def test_a_record_too_large_to_be_held_is_read_as_a_stream(monkeypatch):
    monkeypatch.setattr(records, "LARGEST_HELD", 100)
    assert shown(read(answer(page("Un")) + answer(page("Deux")))) == ["Un", "Deux"]


def test_an_arc_file_is_read():
    body = f"{HEAD}\r\n".encode() + page()
    first = b"1 0 Exemple\nURL IP-address Archive-date Content-type Archive-length\n"
    data = b"filedesc://a.arc 0.0.0.0 20080430204825 text/plain %d\n%s\n" % (len(first), first)
    data += b"https://exemple.fr/le-port 1.2.3.4 20080430204833 text/html %d\n%s\n" % (len(body), body)
    (article,) = read(data, name="a.arc")
    assert (article.title, article.url) == ("Le port rouvre", ADDRESS)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_no_spoiled_file_raises(data):
    whole = answer(page("Un")) + record(b"x", kind="revisit") + answer(gzip.compress(page()), head=HEAD)
    start = data.draw(st.integers(0, len(whole)))
    spoiled = whole[:start] + data.draw(st.binary(max_size=30)) + whole[start + data.draw(st.integers(0, 60)) :]
    assert all(isinstance(result, Article | Failure | Skipped) for result in read(spoiled))


def wacz(path, members):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        for name, data in members.items():
            archive.writestr(name, data)
    return list(read_articles(path, root=path, options=ReadOptions()))


def test_a_collection_gives_the_pages_of_its_files(tmp_path):
    members = {"archive/b.warc": answer(page("Deux")), "archive/a.warc.gz": gzip.compress(answer(page("Un")))}
    results = wacz(tmp_path / "c.wacz", members)
    assert shown(results) == ["Un", "Deux"]
    assert results[0].path.endswith(f"c.wacz/archive/a.warc.gz/{ADDRESS}")


def test_a_collection_without_pages_is_a_failure(tmp_path):
    assert shown(wacz(tmp_path / "c.wacz", {"pages/pages.jsonl": "{}"})) == [Failure]

"""One bad file never costs more than one line of the report: the good files around it are indexed all the same."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_search import Archive
from archive_search.archive.report import AddReport
from archive_search.cli.program import program
from archive_search.sources.packed import budget
from tests.unit.sources.formats.making_pdf import column, make_pdf
from tests.unit.sources.formats.making_zip import make_zip

TIDE = """<p>La grande marée de mardi a recouvert la digue de Brévan, fermée la veille aux promeneurs par la mairie.</p>
<p>Les pompiers ont aidé quatre familles à quitter la rue basse, où l'eau montait encore à la tombée de la nuit.</p>
<p>« Nous n'avions rien vu de tel depuis trente ans », a dit le maire, qui attend une nouvelle marée mercredi.</p>"""
PAGE = f"<html><head><title>Marée à Brévan</title></head><body><article><h1>Marée à Brévan</h1>{TIDE}</article>"
NEWS = "<nitf><head><title>Le bac</title></head><body><body.content><p>{text}</p></body.content></body></nitf>"
MESSAGE = (
    "From bac@example.org Thu Mar  2 08:00:00 2017\nFrom: Le Bac <bac@example.org>\nTo: lecteurs@example.org\n"
    "Subject: Le bac reprend\nDate: Thu, 2 Mar 2017 08:00:00 +0100\nMIME-Version: 1.0\n"
    "Content-Type: {kind}\n\n{body}\n\n"
)
LOCK = "<</Filter/Standard/V 1/R 2/P -44/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder with a good text before and a good page after whatever is put between them."""
    press = tmp_path / "presse"
    press.mkdir()
    (press / "a-texte.txt").write_text("Le bac\n\nLe bac de Brévan reprend mardi à midi.\n", encoding="utf-8")
    (press / "z-page.html").write_text(PAGE, encoding="utf-8")
    return press


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as archive:
        yield archive


def news(text: str, *, declared: str = "") -> bytes:
    doctype = f"<!DOCTYPE nitf [{declared}]>" if declared else ""
    return f'<?xml version="1.0" encoding="utf-8"?>{doctype}{NEWS.format(text=text)}'.encode()


def laughs() -> bytes:
    levels = [f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)]
    return news("&l9;", declared='<!ENTITY l0 "ha">' + "".join(levels))


def nested_zip(levels: int) -> bytes:
    packed = make_zip({"bac.txt": "Le bac\n\nLe bac reprend mardi."})
    for _ in range(levels):
        packed = make_zip({"dedans.zip": packed})
    return packed


def record(page: str, *, excess: int = 0) -> bytes:
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = f"WARC-Type: response\r\nWARC-Target-URI: https://brevan.example/\r\nContent-Length: {len(content) + excess}"
    return f"WARC/1.0\r\n{head}\r\n\r\n".encode() + content + b"\r\n\r\n"


BAD = {
    "external.xml": (lambda: news("&x;", declared='<!ENTITY x SYSTEM "file:///etc/hostname">'), "refusée par sécurité"),
    "laughs.xml": (laughs, "refusée par sécurité"),
    "quadratic.xml": (lambda: news("&x;" * 20_000, declared=f'<!ENTITY x "{"ha" * 20_000}">'), "refusée par sécurité"),
    "deep.xml": (lambda: news("<em>" * 10_000 + "au fond" + "</em>" * 10_000), "250 niveaux"),
    "cut.xml": (lambda: news("Le bac reprend mardi.")[:-20], "coupé"),
    "bomb.zip": (lambda: make_zip({"bombe.txt": b"le bac\n" * 16_000_000}), "démesuré"),
    "deep.zip": (lambda: nested_zip(8), "4 niveaux"),
    "cut.zip": (lambda: nested_zip(0)[:-30], "retéléchargez"),
    "climbing.zip": (lambda: make_zip({"../../bac.txt": "Le bac\n\nLe bac reprend."}), "sort de son archive"),
    "locked.pdf": (
        lambda: make_pdf(column("x", height=90), objects=[LOCK], trailer="/Encrypt 6 0 R/ID[<00><00>]"),
        "mot de passe",
    ),
    "scanned.pdf": (lambda: make_pdf(b"0 0 100 100 re f"), "ocrmypdf"),
    "cut.warc": (lambda: record(PAGE)[:-300], "tronqué"),
    "cut.warc.gz": (lambda: gzip.compress(record(PAGE))[:-40], "retéléchargez"),
    "long.warc": (lambda: record(PAGE, excess=-50), "longueur fausse"),
    "empty.txt": (lambda: b" \r\n", "vide"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "word"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_failure_that_says_what_to_do(archive: Archive, press: Path, name: str) -> None:
    make, words = BAD[name]
    (press / name).write_bytes(make())
    (failure,) = archive.add([press]).failures
    assert name in failure.path
    assert words in failure.reason
    assert "\n" not in str(failure)


@pytest.fixture
def everything_bad(press: Path) -> Path:
    for name, (make, _) in BAD.items():
        (press / name).write_bytes(make())
    return press


def test_good_files_are_indexed_among_bad_ones(archive: Archive, everything_bad: Path) -> None:
    report = archive.add([everything_bad])
    assert len(report.failures) == len(BAD)
    assert titles(archive) == {"Le bac", "Marée à Brévan"}


def test_the_command_tells_each_bad_file_and_ends_with_2(everything_bad: Path, tmp_path: Path) -> None:
    arguments = ["index", "--no-entities", str(everything_bad), "--index", str(tmp_path / "autre")]
    result = CliRunner().invoke(program, arguments)
    told = [line for line in result.stderr.splitlines() if line.startswith("échec : ")]
    assert (result.exit_code, len(told)) == (2, len(BAD))
    assert "2 articles ajoutés" in result.stderr


def titles(archive: Archive) -> set[str | None]:
    return {hit.article.title for hit in archive.search("brévan OU bac OU marée", limit=100, fold=False)}


def add_bytes(archive: Archive, press: Path, name: str, content: bytes) -> AddReport:
    (press / name).write_bytes(content)
    return archive.add([press])


def test_an_external_entity_brings_nothing_in(archive: Archive, press: Path) -> None:
    secret = press.parent / "secret.txt"
    secret.write_text("motsecret", encoding="utf-8")
    declared = f'<!ENTITY x SYSTEM "{secret.as_uri()}">'
    add_bytes(archive, press, "b.xml", news("Le bac &x; reprend.", declared=declared))
    assert archive.search("motsecret").total == 0


def test_what_a_zip_file_holds_beside_a_climbing_name_is_read(archive: Archive, press: Path) -> None:
    packed = make_zip(
        {"../../echappe.txt": "Évadé\n\nNon.", "crue.txt": "La crue\n\nLa crue atteint le bac de Brévan."}
    )
    report = add_bytes(archive, press, "b.zip", packed)
    assert len(report.failures) == 1
    assert "La crue" in titles(archive)
    assert not list(press.parent.rglob("echappe.txt"))


def test_a_bomb_among_files_costs_only_itself(archive: Archive, press: Path) -> None:
    packed = make_zip({"a.txt": "La crue\n\nLa crue atteint le bac.", "bombe.txt": b"le bac\n" * 16_000_000})
    report = add_bytes(archive, press, "b.zip", packed)
    assert [failure.path.rpartition("/")[2] for failure in report.failures] == ["bombe.txt"]
    assert "La crue" in titles(archive)


def test_bombs_that_are_modest_one_by_one_end_with_the_budget_of_their_file(
    archive: Archive, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "UNSUSPECTED_BYTES", 1 << 20)
    inner = make_zip({"bombe.txt": b"le bac " * 50_000})
    report = add_bytes(archive, press, "b.zip", make_zip({f"{number}.zip": inner for number in range(40)}))
    (failure,) = report.failures
    assert "démesuré" in failure.reason
    assert report.articles < 10


def test_a_record_after_a_wrong_length_is_read(archive: Archive, press: Path) -> None:
    whole = record(PAGE, excess=-50) + record(PAGE.replace("Marée à Brévan", "Le bac de minuit"))
    report = add_bytes(archive, press, "b.warc", whole)
    assert len(report.failures) == 1
    assert "Le bac de minuit" in titles(archive)


def test_a_wrong_declared_encoding_is_no_failure(archive: Archive, press: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("Marée", "Été")
    report = add_bytes(archive, press, "b.html", page.encode("cp1252"))
    assert not report.failures
    assert "Été à Brévan" in titles(archive)


def test_an_xml_that_lies_about_its_encoding_is_read(archive: Archive, press: Path) -> None:
    report = add_bytes(archive, press, "b.xml", news("La crue a atteint la mairie.").decode().encode("cp1252"))
    assert not report.failures


def test_a_page_of_100_megabytes_is_one_failure(archive: Archive, press: Path) -> None:
    # Beyond the first bytes, which tell the format, the file is a hole that takes no disk.
    (press / "b.html").write_text(PAGE + " " * 100_000, encoding="utf-8")
    os.truncate(press / "b.html", 100 << 20)
    (failure,) = archive.add([press]).failures
    assert "32 Mo" in failure.reason


@pytest.mark.parametrize("tag", ["div", "b", "table", "font", "li"])
def test_a_page_of_10000_nested_elements_is_read_or_refused(archive: Archive, press: Path, tag: str) -> None:
    page = PAGE.replace("<article>", f"<{tag}>" * 10_000 + "<article>").replace(
        "</article>", "</article>" + f"</{tag}>"
    )
    report = add_bytes(archive, press, "b.html", page.encode())
    assert len(report.failures) + report.articles == 3
    assert {"Le bac", "Marée à Brévan"} <= titles(archive)


BROKEN = {
    "no boundary": MESSAGE.format(kind="multipart/mixed", body="Le bac de Brévan reprend mardi à midi."),
    "boundary never met": MESSAGE.format(kind='multipart/mixed; boundary="x"', body="Le bac reprend mardi à midi."),
    "boundary never closed": MESSAGE.format(
        kind='multipart/mixed; boundary="x"', body="--x\nContent-Type: text/plain\n\nLe bac reprend mardi à midi."
    ),
    "unknown charset": MESSAGE.format(kind="text/plain; charset=martien", body="Le bac reprend mardi à midi."),
    "garbage base64": MESSAGE.format(
        kind="text/plain\nContent-Transfer-Encoding: base64", body="@@@ pas du base64 @@@"
    ),
    "headers alone": MESSAGE.format(kind="text/html", body=""),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_message_of_broken_mime_leaves_the_next_one_whole(archive: Archive, press: Path, kind: str) -> None:
    good = MESSAGE.replace("Le bac reprend", "La crue").format(kind="text/plain", body="La crue du bac baisse enfin.")
    report = add_bytes(archive, press, "b.mbox", (BROKEN[kind] + good).encode())
    assert len(report.failures) <= 1
    assert "La crue" in titles(archive)


def test_files_that_failed_fail_again_and_once_mended_are_read(archive: Archive, press: Path) -> None:
    assert len(add_bytes(archive, press, "b.xml", laughs()).failures) == 1
    assert len(archive.add([press]).failures) == 1
    assert not add_bytes(archive, press, "b.xml", news("Le bac de Brévan reprend.")).failures

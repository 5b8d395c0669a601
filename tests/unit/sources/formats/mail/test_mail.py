"""Messages, mailboxes and pages saved as messages; what they say is invented."""

import base64
import io
import textwrap
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.formats.mail.mailboxes import LARGEST_MESSAGE
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream

FIELDS = """\
From: La Gazette <lettre@lagazette.example>
To: lecteurs@exemple.fr
Subject: =?utf-8?Q?Le_port_rouvre_=C3=A0_Isola?=
Date: Tue, 3 Mar 2015 00:30:00 +0100 (CET)
Message-ID: <1@lagazette.example>
"""
LINE = "From - Tue Mar 03 07:19:00 2015\n"
TEXT = "Les quais sont pleins."
PARAGRAPH = "Le port a rouvert mardi après trois jours de grève, dit la mairie de la ville."

PAGE = [
    PARAGRAPH,
    "Les dockers, qui demandaient de meilleurs horaires, ont obtenu gain de cause lundi dans la nuit.",
    "« Nous reprenons le travail la tête haute », a déclaré leur porte-parole devant les grilles.",
]


def read(message, *, name="a.eml"):
    data = message if isinstance(message, bytes) else message.encode()
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions()))


def read_one(message):
    (article,) = read(message)
    return article


def multipart(*parts, kind="mixed", fields=FIELDS):
    inside = "".join(f"--b\n{part}\n" for part in parts)
    return f'{fields}MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n\n{inside}--b--\n'


def part(content, *, kind="text/plain", more=""):
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{content}"


def attachment(name, data, *, kind="application/octet-stream"):
    fields = f"Content-Type: {kind}\nContent-Disposition: attachment; filename={name}\n"
    return f"{fields}Content-Transfer-Encoding: base64\n\n{base64.encodebytes(data).decode()}"


def bodies(article):
    return [p.text for p in article.paragraphs if p.kind is not Kind.TITLE]


def test_a_message_gives_all_that_it_states():
    article = read_one(f"{FIELDS}Keywords: ports, mer\nContent-Language: fr\n\n{TEXT}\n")
    assert (article.title, article.source) == ("Le port rouvre à Isola", "La Gazette")
    assert (article.date, article.date_reason, article.time) == (date(2015, 3, 3), None, "00:30")
    assert (article.identifiers, article.keywords) == (("1@lagazette.example",), ("ports", "mer"))
    assert (article.id, article.id_derived, article.language) == ("a.eml", True, "fr")
    assert bodies(article) == [TEXT]


def test_the_text_is_preferred_to_the_page():
    article = read_one(multipart(part(PARAGRAPH), part("<p>Autre chose.</p>", kind="text/html"), kind="alternative"))
    assert bodies(article) == [PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "Ce message est au format HTML.",
        "",
        "".join(f"Port ( https://lagazette.example/{n}/port )\n\n" for n in range(9)),
    ],
    ids=["a stub", "nothing", "addresses everywhere"],
)
def test_the_page_is_read_where_the_text_is_none(text):
    page = f"<style>p {{}}</style><p>{PARAGRAPH}</p>" + "<p>Les dockers sont contents, et la ville aussi.</p>" * 3
    article = read_one(multipart(part(text), part(page, kind="text/html"), kind="alternative"))
    assert bodies(article)[0] == PARAGRAPH


def test_a_part_in_an_unknown_encoding_is_read_by_its_bytes():
    message = f"{FIELDS}Content-Type: text/plain; charset=x-inconnu\n\nL'été à la mer.\n".encode("cp1252")
    assert bodies(read_one(message)) == ["L'été à la mer."]


def test_lines_that_go_on_are_joined():
    text = "Le port a rouvert \nmardi.\n\nLes quais \nsont pleins.\n-- \nLéa"
    article = read_one(f"{FIELDS}Content-Type: text/plain; charset=utf-8; format=flowed\n\n{text}\n")
    assert bodies(article) == ["Le port a rouvert mardi.", "Les quais sont pleins."]
    assert [removed.rule for removed in article.removed] == ["signature-de-courriel"] * 2


def test_what_a_message_forwards_stays_and_its_headers_are_taken_out():
    head = "---------- Forwarded message ---------\nDe : AFP <a@afp.example>\nDate : lundi\nÀ : Léa, \n Tom\n"
    article = read_one(f"{FIELDS}\nPour toi.\n\n{head}\n{PARAGRAPH}\n")
    assert bodies(article) == ["Pour toi.", PARAGRAPH]
    assert {removed.rule for removed in article.removed} == {"transfert"}


def test_what_a_reply_quotes_is_taken_out():
    quoted = "Le lun. 2 mars 2015 à 18:00, Léa Roux\n<lea@exemple.fr> a écrit :\n\n> Quand ?\n> Où ?\n"
    article = read_one(f"{FIELDS.replace('=?utf-8?', 'Re: =?utf-8?')}\nMardi, à Isola.\n\n{quoted}")
    assert (article.title, bodies(article)) == ("Le port rouvre à Isola", ["Mardi, à Isola."])
    assert {removed.rule for removed in article.removed} == {"citation-de-courriel"}


def test_what_a_message_carries_is_read_under_its_name():
    page = "<html><body><article><h1>Le phare luit</h1>" + "".join(f"<p>{line}</p>" for line in PAGE) + "</article>"
    message = multipart(
        part(TEXT),
        attachment("=?utf-8?Q?=C3=A9t=C3=A9.html?=", page.encode()),
        attachment("../note.txt", PARAGRAPH.encode()),
        attachment("vue.png", b"\x89PNG", kind="image/png"),
        part("BEGIN:VCARD", kind="text/vcard"),
        "Content-Type: message/rfc822\n\n" + FIELDS + f"\n{PARAGRAPH}\n",
    )
    names = ["a.eml", "a.eml/été.html", "a.eml/note.txt", "a.eml/message.eml"]
    assert [article.path for article in read(message)] == names


def test_files_that_a_mailbox_carries_are_named_after_their_message():
    message = LINE + multipart(part(TEXT), attachment("note.txt", PARAGRAPH.encode()))
    assert [article.path for article in read(message * 2, name="boite.mbox")] == [
        "boite.mbox",
        "boite.mbox/message 1/note.txt",
        "boite.mbox",
        "boite.mbox/message 2/note.txt",
    ]


def test_messages_of_a_mailbox_are_numbered():
    box = "".join(f"{LINE}{FIELDS}\n{TEXT}\n\n" for _ in range(3))
    assert [article.id for article in read(box, name="boite.mbox")] == ["boite.mbox", "boite.mbox#2", "boite.mbox#3"]


def deep(depth):
    levels = "".join(f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(depth))
    return f'{FIELDS}Content-Type: multipart/mixed; boundary="b0"\n\n{levels}\n'


def test_a_message_that_is_no_message_is_a_failure_and_the_others_are_read():
    results = read(f"{LINE}{deep(10_000)}{LINE}{FIELDS}\n{TEXT}\n", name="boite.mbox")
    assert [type(found) for found in results] == [Failure, Article]
    assert results[0].path == "boite.mbox/message 1"


def test_a_message_that_is_too_large_is_a_failure():
    (failure,) = read(FIELDS.encode() + b"\n" + b"a" * LARGEST_MESSAGE)
    assert "64 Mo" in failure.reason


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param(multipart(part(TEXT)).replace("--b--", ""), [TEXT], id="no last boundary"),
        pytest.param(multipart(part(TEXT)).replace('boundary="b"', 'boundary="c"'), [TEXT], id="another boundary"),
        pytest.param(
            f"{FIELDS}Content-Transfer-Encoding: base64\n\n"
            + base64.b64encode((TEXT + "\n\n" + PARAGRAPH).encode()).decode()[:31],
            [TEXT],
            id="base64 cut",
        ),
        pytest.param(f"{FIELDS}Content-Type: text/plain; charset=\n\n{TEXT}", [TEXT], id="no charset"),
        pytest.param(f"{FIELDS}Content-Type: \n\n{TEXT}", [TEXT], id="no type"),
        pytest.param(f"Subject: a\nFrom: ,\nDate: hier\n\n{TEXT}", [TEXT], id="fields that say nothing"),
    ],
)
def test_broken_messages_are_read_as_they_can_be(message, expected):
    text = "\n".join(bodies(read_one(message)))
    assert all(line in text for line in expected)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (FIELDS + "\n", "message sans texte"),
        (multipart(part("Version: 1", kind="application/pgp-encrypted"), kind="encrypted"), "message chiffré"),
    ],
    ids=["nothing in it", "encrypted"],
)
def test_a_message_without_text_is_left_aside(message, reason):
    assert read(message) == [Skipped(path="a.eml", reason=reason)]


def saved_page(fields):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PAGE)
    page = f"<!DOCTYPE html><html><body><article><h1>Le port rouvre</h1>{text}</article></body></html>"
    inside = [
        part(page, kind="text/html", more="Content-Location: https://www.lagazette.example/port\n"),
        part("<p>Publicité</p>", kind="text/html", more="Content-Location: https://pub.example/\n"),
    ]
    return multipart(*inside, kind="related", fields=textwrap.dedent(fields))


@pytest.mark.parametrize(
    "fields",
    [
        """\
        From: <Saved by Blink>
        Snapshot-Content-Location: https://www.lagazette.example/port
        Subject: Le port
        Date: Wed, 4 Mar 2015 10:00:00 -0000
        """,
        """\
        From: =?utf-8?Q?Enregistr=C3=A9_par_Windows_Internet_Explorer?=
        Subject: Le port
        Date: Wed, 4 Mar 2015 10:00:00 +0100
        X-MimeOLE: Produced By Microsoft MimeOLE V6.1
        """,
    ],
    ids=["chrome", "internet explorer"],
)
def test_a_page_saved_as_a_message_is_read_as_a_page(fields):
    article = read_one(saved_page(fields))
    assert (article.title, article.path, article.date) == ("Le port rouvre", "a.eml", None)
    assert (article.url, article.source) == ("https://www.lagazette.example/port", "lagazette.example")
    assert bodies(article) == PAGE


def test_a_letter_in_html_is_no_saved_page():
    article = read_one(f"{FIELDS}Content-Type: text/html\nContent-Location: https://a.example/\n\n<p>{TEXT}</p>")
    assert (article.title, article.url) == ("Le port rouvre à Isola", None)

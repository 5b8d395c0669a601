from email import message_from_bytes

import pytest

from archive_search.sources.formats.mail.headers import Sender, header_text, is_reply, read_sender, read_subject


def message(fields):
    return message_from_bytes((fields if isinstance(fields, bytes) else fields.encode()) + b"\n\n")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Le port", "Le port"),
        ("Re: Le port", "Le port"),
        ("RE : TR: Fwd: Le port", "Le port"),
        ("Re[2]: Le port", "Le port"),
        ("[EXTERNE] Tr : Le port", "Le port"),
        ("Réforme : le port", "Réforme : le port"),
        ("Transport : le port", "Transport : le port"),
        ("[VIDEO] Le port", "[VIDEO] Le port"),
        ("Re:", None),
    ],
    ids=["none", "reply", "many", "counted", "server", "word in re", "word in tr", "other tag", "nothing else"],
)
def test_marks_are_taken_off_the_subject(subject, expected):
    assert read_subject(message(f"Subject: {subject}")) == expected


def test_the_tag_of_a_list_is_taken_off_the_subject():
    assert (
        read_subject(message("List-Id: <revue-de-presse.exemple.fr>\nSubject: [Revue de presse] Le port")) == "Le port"
    )


@pytest.mark.parametrize(("subject", "expected"), [("RE : a", True), ("Fwd: a", False), ("a", False)])
def test_a_reply_is_told_by_its_subject(subject, expected):
    assert is_reply(message(f"Subject: {subject}")) is expected


@pytest.mark.parametrize(
    "value",
    [
        b"=?utf-8?Q?Le_port_=C3?= =?utf-8?Q?=A0?= Isola",
        b"=?iso-8859-1?Q?Le_port_=E0?=\n Isola",
        b"Le port \xe0 Isola",
        "Le port à Isola".encode(),
        b"=?utf-8?B?TGUgcG9ydCDDoA?= Isola",
    ],
    ids=["a letter in two words", "folded", "bytes of windows", "bytes of utf-8", "no padding"],
)
def test_fields_are_decoded(value):
    assert header_text(message(b"Subject: " + value), "subject") == "Le port à Isola"


@pytest.mark.parametrize(
    ("fields", "author", "source"),
    [
        ("From: Nord-Matin <info@nord-matin.example>", None, "Nord-Matin"),
        ("From: Jeanne Dupont <jeanne.dupont@exemple.fr>", "Jeanne Dupont", None),
        ("From: Jeanne Dupont via Le Fil <fil@listes.example>", "Jeanne Dupont", "Le Fil"),
        ("From: Jeanne Dupont (La Gazette) <jd@exemple.fr>", "Jeanne Dupont", "La Gazette"),
        ('From: "Dupont, Jeanne" <jeanne.dupont@exemple.fr>', "Jeanne Dupont", None),
        ("From: Nord Matin <lettre@presse.example>", None, "Nord Matin"),
        ("From: Jeanne Matin <noreply@presse.example>", None, "Jeanne Matin"),
        ("List-Id: Le Fil <fil.example>\nFrom: Jeanne Dupont <jdupont@exemple.fr>", "Jeanne Dupont", "Le Fil"),
        ("List-Unsubscribe: <x>\nFrom: Radio Sud <a@b.example>", None, "Radio Sud"),
        ("From: alertes@presse.example", None, "presse.example"),
        ("From: ", None, None),
    ],
    ids=[
        "publication",
        "person",
        "person by a list",
        "person and publication",
        "last name first",
        "two words of a publication",
        "robot",
        "person on a list",
        "sent to many",
        "address alone",
        "nothing",
    ],
)
def test_a_person_is_told_from_a_publication(fields, author, source):
    assert read_sender(message(fields)) == Sender(author=author, source=source)

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.mail import mailboxes
from archive_search.sources.formats.mail.mailboxes import split_mailbox

LINE = b"From lea@exemple.fr Tue Mar  3 07:19:00 2015\n"


def split(data):
    return list(split_mailbox(io.BytesIO(data)))


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        b"From - Tue Mar 03 07:19:00 2015\r\n",
        b"From ???@??? Tue Mar 03 07:19:00 2015\n",
        b"From 1494@xxx Tue Mar 03 07:19:00 +0000 2015\n",
        b"From MAILER-DAEMON Tue Mar  3 07:19:00 CET 2015\n",
    ],
    ids=["usual", "thunderbird", "eudora", "gmail", "with a zone"],
)
def test_lines_of_many_programs_begin_a_message(line):
    assert split(line + b"Subject: a\n\nun\n\n" + line + b"Subject: b\n\ndeux\n") == [
        b"Subject: a\n\nun\n\n",
        b"Subject: b\n\ndeux\n",
    ]


@pytest.mark.parametrize(
    "text",
    [b"From Rome, il est venu.\n", b"From Rome at 07:19 in 2015\nhe came.\n", b" " + LINE + b"Subject: c\n"],
    ids=["a sentence", "a sentence with a time", "a quotation"],
)
def test_a_line_of_a_text_begins_no_message(text):
    message = b"Subject: a\n\n" + text
    assert split(LINE + message) == [message]


def test_a_message_that_is_too_large_is_none_and_the_others_are_given(monkeypatch):
    monkeypatch.setattr(mailboxes, "LARGEST_MESSAGE", 50)
    assert split(LINE + b"Subject: a\n\n" + b"a" * 99 + b"\n" + LINE + b"Subject: b\n") == [None, b"Subject: b\n"]


@settings(max_examples=50)
@given(st.lists(st.lists(st.sampled_from([b"From a", b">From b", b"", b"text"]), min_size=1), min_size=1))
def test_quoting_then_splitting_gives_the_messages_back(texts):
    messages = [b"Subject: a\n\n" + b"\n".join(lines) + b"\n" for lines in texts]
    quoted = [message.replace(b"\n>From ", b"\n>>From ").replace(b"\nFrom ", b"\n>From ") for message in messages]
    assert split(b"".join(LINE + message for message in quoted)) == messages

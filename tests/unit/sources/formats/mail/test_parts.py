from email import message_from_bytes

from archive_search.sources.formats.mail.parts import sort_parts


def test_texts_of_a_message_are_put_together_around_what_it_carries():
    message = message_from_bytes(
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nUn.\n'
        b"--b\nContent-Type: application/pdf; name=a.pdf\n\nx\n--b\nContent-Type: text/plain\n\nDeux.\n--b--\n"
    )
    parts = sort_parts(message)
    assert parts.plain == "Un.\n\nDeux."
    assert [(attachment.name, attachment.data) for attachment in parts.attachments] == [("a.pdf", b"x")]

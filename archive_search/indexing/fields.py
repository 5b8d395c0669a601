"""Names of the fields of the index that keep positions."""

TEXT = "text"
"""Stems of the text of a paragraph."""

SENTENCE = "sentence"
"""One term, `SENTENCE_TERM`, that occurs where sentences begin."""

SENTENCE_TERM = b"start"

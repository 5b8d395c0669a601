r"""Recognise by its first lines what a text is written in: which mark-up, messages, tables, or nothing but words.

>>> from archive_search.sources.recognition.first_text import format_of_text, root_of
>>> format_of_text("Subject: Le port\nFrom: a@b.example\nDate: mardi\n\nIl rouvre.", suffix="").value
'courrier'
>>> root_of("<?xml version='1.0'?><!-- AFP --><NewsML>")
'NewsML'
"""

import re

from archive_search.sources.formats.tables.columns import match_columns, sniff_delimiter
from archive_search.sources.recognition.format_names import Format
from archive_search.sources.xml.doctypes import find_end

_BY_ROOT = {
    "newsml": Format.NEWSML,
    "newsitem": Format.NEWSML_G2,
    "newsmessage": Format.NEWSML_G2,
    "packageitem": Format.NEWSML_G2,
    "knowledgeitem": Format.NEWSML_G2,
    "contentset": Format.NEWSML_G2,
    "nitf": Format.NITF,
    "rss": Format.FEED,
    "rdf": Format.FEED,
    "feed": Format.FEED,
    "alto": Format.ALTO,
    "mets": Format.METS,
    "html": Format.HTML,
}

# A page, or a piece of one, begins with one of these; NITF and NewsML use some of them further down.
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|link|title|main|article|section|header|div|p|h[1-6]|table|span|center|font"
    r"|script|style|a|b|i|br|ul)[\s>/]",
    re.IGNORECASE,
)
_JSON = re.compile(r"""\s*(?:\{\s*["}]|\[\s*[{\]])""")
_XML = re.compile(r"\s*<[?!a-zA-Z]")
_DOCTYPE = "<!DOCTYPE"
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,60})")
# A mailbox begins each message with a line of its own; a message alone begins with its fields.
_MAILBOX = re.compile(r"From \S.{0,200}\d{4}\r?\n[A-Za-z][\w-]{1,60}:")
_MAIL_FIELD = re.compile(
    r"^(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|delivered-to|reply-to|sender"
    r"|content-type|dkim-signature|snapshot-content-location|x-[\w-]{1,60}):",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD_LINE = re.compile(r"[!-9;-~]{1,80}:|[ \t]")
_FEWEST_FIELDS = 3
_BY_SUFFIX = {
    "csv": Format.CSV,
    "tsv": Format.CSV,
    "json": Format.JSON,
    "jsonl": Format.JSON,
    "jsonlines": Format.JSON,
    "ndjson": Format.JSON,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
}


def format_of_text(text: str, *, suffix: str) -> Format:
    """Name the format of a text by its first lines, or by the end of its name where these do not tell.

    Args:
        text: Beginning of the file, decoded.
        suffix: End of its name, in small letters.
    """
    if text.startswith("WARC/"):
        return Format.WARC
    if _JSON.match(text):
        return Format.JSON
    if _XML.match(text):
        body = _without_prologue(text)
        return Format.HTML if _HTML.match(body) else _format_of_xml(body)
    if _is_mail(text):
        return Format.MAIL
    by_name = _BY_SUFFIX.get(suffix, Format.TEXT)
    return Format.CSV if by_name is Format.TEXT and _is_table(text) else by_name


def root_of(text: str) -> str | None:
    """Name the first element of an XML text, without its prefix; None when there is none."""
    found = _ROOT.match(_without_prologue(text))
    return found[1] if found is not None else None


def _format_of_xml(body: str) -> Format:
    root = _ROOT.match(body)
    return _BY_ROOT.get(root[1].lower(), Format.XML) if root is not None else Format.XML


def _without_prologue(text: str) -> str:
    text = text.lstrip("\ufeff \r\n\t")
    while text.startswith(("<?", "<!--", _DOCTYPE)) and not _HTML.match(text):
        text = _without_document_type(text) if text.startswith(_DOCTYPE) else _without_remark(text)
        text = text.lstrip()
    return text


def _without_remark(text: str) -> str:
    return text.partition("-->" if text.startswith("<!--") else ">")[2]


def _without_document_type(text: str) -> str:
    """Give what follows a document type; where it is longer than what was read, it names the first element itself."""
    end = find_end(text, start=len(_DOCTYPE))
    return text[end:] if end is not None else "<" + text.removeprefix(_DOCTYPE).lstrip()


def _is_mail(text: str) -> bool:
    if _MAILBOX.match(text):
        return True
    fields, _, _ = text.replace("\r\n", "\n").partition("\n\n")
    lines = fields.split("\n")
    if not all(_FIELD_LINE.match(line) for line in lines[:-1]):
        return False
    return len({found[0].lower() for found in _MAIL_FIELD.finditer(fields)}) >= _FEWEST_FIELDS


def _is_table(text: str) -> bool:
    header = text.partition("\n")[0]
    names = header.split(sniff_delimiter(header))
    columns = match_columns([name.strip(' "') for name in names], chosen={})
    return "text" in columns and len(columns) > 1

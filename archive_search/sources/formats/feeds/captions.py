"""Take the captions of pictures out of an entry: a reader of feeds would take them for its text.

>>> from archive_search.sources.formats.feeds.captions import take_captions
>>> take_captions("<item><media:description>Le port</media:description><title>La paix</title></item>")
('<item><title>La paix</title></item>', ['Le port'])
"""

import re
from html import unescape

from archive_search.sources.html.fragments import text_of_html

# A gallery has some dozens.
MOST_CAPTIONS = 200

_PICTURE_TEXT = re.compile(r"<(media:(?P<part>description|text|title|credit))\b[^<>]*?(?P<empty>/?)>")
_SHOWN = frozenset({"description", "credit"})
_INNER_TAG = re.compile(r"<[^<>]*>")


def take_captions(entry: str) -> tuple[str, list[str]]:
    """Give an entry without what Media RSS says of its pictures, and the captions and credits that it says.

    Args:
        entry: The entry, in the plain mark-up of `xml.markup`.
    """
    kept: list[str] = []
    captions: list[str] = []
    position = 0
    while (opening := _PICTURE_TEXT.search(entry, position)) is not None:
        closing = f"</{opening[1]}>"
        end = opening.end() if opening["empty"] else entry.find(closing, opening.end())
        if end < 0:
            break
        kept.append(entry[position : opening.start()])
        if not opening["empty"] and opening["part"] in _SHOWN:
            captions.append(_text_of(entry[opening.end() : end]))
        position = end + (0 if opening["empty"] else len(closing))
    kept.append(entry[position:])
    return "".join(kept), _without_repetition(captions)


def _without_repetition(captions: list[str]) -> list[str]:
    # Credits come after the captions that often end by them.
    told: list[str] = []
    for caption in captions[:MOST_CAPTIONS]:
        if caption and not any(caption in other for other in told):
            told.append(caption)
    return told


def _text_of(markup: str) -> str:
    return text_of_html(unescape(_INNER_TAG.sub(" ", markup)))

"""Say what readers may write on their desk: names of dossiers and searches, and notes; and when two names are one.

>>> from archive_search.archive.desk_texts import name_key, read_name
>>> read_name("  Élections 2017 ")
'Élections 2017'
>>> name_key("ÉLECTIONS  2017") == name_key("elections 2017")
True
"""

import re
import unicodedata

from archive_search.analysis.characters import drop_hidden
from archive_search.analysis.folding import fold_form
from archive_search.errors import DeskError
from archive_search.query.remarks import quote

MOST_CHARACTERS = 200
LONGEST_NOTE = 10_000

# Composing what is much longer is no use, and takes the square of its length where it is made of accents alone.
_MOST_COMPOSED = 10 * MOST_CHARACTERS
_LINE_ENDS = "\n\t\u2028\u2029"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_name(name: str) -> str:
    """Give a name as it is kept: composed (NFC), without the blanks around it.

    Raises:
        DeskError: It is empty, longer than 200 characters, or has characters that nobody sees.
    """
    clean = _compose(name)
    if not clean:
        raise DeskError("nom vide : écrivez-en un", name=name)
    if len(clean) > MOST_CHARACTERS:
        raise DeskError(f"nom de {len(clean)} caractères : {MOST_CHARACTERS} au plus", name=name)
    if clean != drop_hidden(clean) or any(end in clean for end in _LINE_ENDS):
        message = f"caractère invisible ou saut de ligne dans le nom {quote(drop_hidden(clean))} : tapez-le à nouveau"
        raise DeskError(message, name=name)
    return clean


def name_key(name: str) -> str:
    """Give what names that differ by case, accents and blanks alone have in common.

    What has no letters in ASCII, such as an emoji, stays as it is; so do signs.
    """
    letters = _compose(name).casefold().encode("utf-8", "replace").decode()
    return " ".join("".join(fold_form(letter) or letter for letter in letters).split())


def read_query_text(query: str) -> str:
    """Give a query, or a value beside it, as it is kept; a lone surrogate becomes the sign for what is unreadable."""
    return _LONE_SURROGATE.sub("\ufffd", query)


def read_note(note: str, *, dossier: str) -> str:
    """Give a note as it is kept: composed (NFC), without blanks around it and characters that nobody sees.

    Raises:
        DeskError: It is longer than 10,000 characters; the error has the name of the dossier.
    """
    # The form of a page sends two characters for an end of line.
    clean = note.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(clean) > LONGEST_NOTE:
        raise DeskError(f"note de {len(clean)} caractères : {LONGEST_NOTE} au plus", name=dossier)
    return drop_hidden(unicodedata.normalize("NFC", clean))


def _compose(name: str) -> str:
    return unicodedata.normalize("NFC", name[: _MOST_COMPOSED + 1]).strip()

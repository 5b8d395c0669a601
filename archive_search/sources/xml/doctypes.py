"""Read a document type declaration for the one thing it tells here: the entities that a document defines by itself.

>>> from archive_search.sources.xml.doctypes import declared_entities, find_end
>>> text = ' nitf [<!ENTITY afp "Agence">]><nitf/>'
>>> end = find_end(text, start=0)
>>> text[end:], declared_entities(text[:end])
('<nitf/>', {'afp'})
"""

import re
from collections.abc import Iterator

# What may hide the sign that ends the declaration: quotations, its inner part, comments.
_TOKEN = re.compile(r"<!--|[\"'<>]")
_DECLARED = re.compile(r"<!ENTITY\s+(?P<is_parameter>%\s+)?(?P<name>[^\s\"'>%]{1,100})")

# The wire formats include one document type in another this way; nobody opens these files, which define tags alone.
_INCLUDED = re.compile(
    r"<!ENTITY\s+%\s+(?P<name>[^\s\"'>%]{1,100})\s+"
    r"(?:PUBLIC\s|SYSTEM\s+[\"'](?![\w+.-]{1,30}:|/|\\)[^\"'<>]{1,300}\.(?:dtd|mod|ent)[\"'])",
    re.IGNORECASE,
)
_PARAMETER_USED = re.compile(r"%[^\s\"'<>%;]{1,100};")


def find_end(text: str, *, start: int) -> int | None:
    """Find where a declaration ends, or give None when the text stops before.

    Args:
        text: What follows ``<!DOCTYPE``, among other things.
        start: Where to begin.
    """
    depth = 1
    position = start
    while (token := _TOKEN.search(text, position)) is not None:
        position = token.end()
        if token[0] in ("<", ">"):
            depth += 1 if token[0] == "<" else -1
            if depth == 0:
                return position
            continue
        closing = "-->" if token[0] == "<!--" else token[0]
        found = text.find(closing, position)
        if found < 0:
            return None
        position = found + len(closing)
    return None


def declared_entities(declaration: str) -> set[str]:
    """Name the entities that a declaration defines; a parameter entity that it also uses begins by ``%``.

    Parameter entities that include another document type, known by a public name or lying beside, are left out.
    """
    text = "".join(_outside_comments(declaration))
    names = {("%" if found["is_parameter"] else "") + found["name"] for found in _DECLARED.finditer(text)}
    used = {found[0].rstrip(";") for found in _PARAMETER_USED.finditer(text)}
    used -= {"%" + found["name"] for found in _INCLUDED.finditer(text)}
    return {name for name in names if not name.startswith("%") or name in used}


def _outside_comments(declaration: str) -> Iterator[str]:
    before, _, rest = declaration.partition("<!--")
    yield before
    while rest:
        _, _, after = rest.partition("-->")
        before, _, rest = after.partition("<!--")
        yield before

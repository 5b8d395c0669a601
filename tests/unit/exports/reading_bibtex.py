"""Read BibTeX as its own program does: entries, and fields whose values are in braces or are names of months."""

import re

_ENTRY = re.compile(r"\s*@(?P<kind>\w+)\{(?P<key>[^\s,{}#%~\\\"]+),\n")
_FIELD = re.compile(r"  (?P<name>[a-z]+) = ")
_MONTH = re.compile(r"[a-z]{3}")
_ESCAPED = re.compile(r"(?<!\\)[&%$#_~^]")


def read_bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Give kind, key and fields of each entry; whatever is no BibTeX fails."""
    entries, place = [], 0
    while text[place:].strip():
        entry = _ENTRY.match(text, place)
        assert entry, text[place : place + 80]
        place = entry.end()
        fields: dict[str, str] = {}
        while not text.startswith("}\n", place):
            field = _FIELD.match(text, place)
            assert field, text[place : place + 80]
            assert field["name"] not in fields
            value, place = _read_value(text, field.end())
            assert field["name"] == "url" or not _ESCAPED.search(value), value
            fields[field["name"]] = value
            assert text.startswith(",\n", place), text[place : place + 80]
            place += 2
        place += 2
        entries.append((entry["kind"], entry["key"], fields))
    return entries


def _read_value(text: str, place: int) -> tuple[str, int]:
    month = _MONTH.match(text, place)
    if month:
        return month[0], month.end()
    assert text[place] == "{"
    depth, start = 0, place
    while True:
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        place += 1
        if depth == 0:
            return text[start + 1 : place - 1], place

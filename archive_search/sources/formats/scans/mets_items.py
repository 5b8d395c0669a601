"""Find the articles in the structure of an issue: which divisions are articles, and what their parts are.

>>> from archive_search.sources.formats.scans.mets_document import Area, Division
>>> from archive_search.sources.formats.scans.mets_items import list_items
>>> def division(type, *inner, begin=None):
...     areas = [Area(file="p1", begin=begin)] if begin else []
...     return Division(type=type, areas=areas, inner=inner)
>>> body = division("body", division("paragraph", division("text", begin="b2")))
>>> issue = division("issue", division("article", division("title", begin="b1"), body))
>>> [(part.role.value, part.areas[0].begin) for item in list_items(issue) for part in item.parts]
[('title', 'b1'), ('body', 'b2')]
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from archive_search.sources.formats.scans.mets_document import Area, Division


class Role(Enum):
    """Name what a part of an article is."""

    TITLE = "title"
    OVERLINE = "overline"
    LEAD = "lead"
    AUTHOR = "author"
    HEADING = "heading"
    CAPTION = "caption"
    BODY = "body"
    LEFT_OUT = "left out"


ADVERTISING = "publicité"

# Sections that the kind of an article tells; the press calls these so.
_SECTION_OF_TYPE = {
    "advertisement": ADVERTISING,
    "advert": ADVERTISING,
    "ad": ADVERTISING,
    "freead": ADVERTISING,
    "classified": ADVERTISING,
    "obituary": "nécrologie",
    "deathnotice": "nécrologie",
    "weather": "météo",
}
_SECTIONS = frozenset({"section", "chapter", "supplementsection"})
_PICTURES = frozenset({"illustration", "picture", "image", "figure", "photo", "photograph", "map", "cartoon", "comic"})
_ARTICLES = frozenset(
    {"article", "letter", "editorial", "review", "poem", "serial", "feuilleton", "novel", "interview", "contribution"}
    | {"shortarticle", "news", "notice", "announcement"}
    | set(_SECTION_OF_TYPE)
)
_ROLES = {
    "title": Role.TITLE,
    "headline": Role.TITLE,
    "heading": Role.TITLE,
    "head": Role.TITLE,
    "maintitle": Role.TITLE,
    "overline": Role.OVERLINE,
    "kicker": Role.OVERLINE,
    "subheadline": Role.LEAD,
    "subtitle": Role.LEAD,
    "subheading": Role.LEAD,
    "standfirst": Role.LEAD,
    "abstract": Role.LEAD,
    "lead": Role.LEAD,
    "author": Role.AUTHOR,
    "byline": Role.AUTHOR,
    "caption": Role.CAPTION,
    "crossheading": Role.HEADING,
    "crosshead": Role.HEADING,
    "intertitle": Role.HEADING,
    "pagenumber": Role.LEFT_OUT,
    "runningtitle": Role.LEFT_OUT,
    "runninghead": Role.LEFT_OUT,
    "runningheader": Role.LEFT_OUT,
    **dict.fromkeys(_PICTURES, Role.CAPTION),
}
_BODIES = frozenset({"body", "bodycontent", "content", "text", "paragraph"})
_PARAGRAPHS = frozenset({"paragraph", "text", "p"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Hold one part of an article.

    Attributes:
        role: What it is.
        areas: Parts of pages that hold its text, in order.
        is_paragraph: Whether all of it is one paragraph, however many columns it runs over.
    """

    role: Role
    areas: Sequence[Area]
    is_paragraph: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """Hold a division that is an article, or may be one.

    Attributes:
        division: The division.
        sections: Divisions that are sections around it, the widest first.
        kind: Section that its type tells, such as advertising.
        parts: Its parts, those of other articles in it left out.
    """

    division: Division
    sections: Sequence[Division] = ()
    kind: str | None = None
    parts: list[Part] = field(default_factory=list)


def list_items(root: Division) -> list[Item]:
    """List the divisions of a structure that are articles, in order; each is to be looked at for text."""
    return list(_find_items(root, ()))


def parts_of_links(places: Sequence[Division]) -> list[Part]:
    """Give the parts of an article out of the places of pages that it is linked to; whole pages count for nothing."""
    parts = [
        Part(role=_ROLES.get(_letters(place.label), Role.BODY), areas=[area])
        for place in places
        if place.type != "page"
        for area in place.areas
        if area.begin is not None
    ]
    return [part for part in parts if part.role is not Role.LEFT_OUT]


def title_parts(division: Division) -> list[Part]:
    """Give the parts of a division that are its title."""
    return [part for part in _parts_of(division, {}) if part.role is Role.TITLE]


def _find_items(division: Division, sections: tuple[Division, ...]) -> Iterator[Item]:
    is_section, is_item = division.type in _SECTIONS, _is_item(division)
    if is_section or is_item:
        kind = _SECTION_OF_TYPE.get(division.type)
        nested: dict[int, Division] = {}
        parts = list(_parts_of(division, nested))
        yield Item(division=division, sections=sections, kind=kind, parts=parts)
        around = (*sections, division) if is_section else sections
        for inner in nested.values():
            yield from _find_items(inner, around)
    elif division.type != "titlesection":
        for inner in division.inner:
            yield from _find_items(inner, sections)


def _is_item(division: Division) -> bool:
    return division.type in _ARTICLES or division.type in _PICTURES


def _parts_of(division: Division, nested: dict[int, Division]) -> Iterator[Part]:
    """Give the parts of a division; divisions in it that are articles by themselves are noted instead."""
    if division.areas:
        yield Part(role=Role.BODY, areas=division.areas)
    for inner in division.inner:
        yield from _parts_in(inner, None, nested, is_in_body=False)


def _parts_in(
    division: Division, role: Role | None, nested: dict[int, Division], *, is_in_body: bool
) -> Iterator[Part]:
    if division.type in _ARTICLES or division.type in _SECTIONS:
        nested[id(division)] = division
        return
    role = _role_of(division, role, is_in_body=is_in_body)
    if role is Role.LEFT_OUT:
        return
    if division.type in _PARAGRAPHS and not _holds_others(division):
        areas = [area for inner in division.walk() for area in inner.areas]
        yield Part(role=role or Role.BODY, areas=areas, is_paragraph=True)
        return
    if division.areas:
        yield Part(role=role or Role.BODY, areas=division.areas)
    for inner in division.inner:
        yield from _parts_in(inner, role, nested, is_in_body=is_in_body or division.type in _BODIES)


def _role_of(division: Division, around: Role | None, *, is_in_body: bool) -> Role | None:
    own = _ROLES.get(division.type)
    if own in (Role.TITLE, Role.OVERLINE) and is_in_body:
        return Role.CAPTION if around is Role.CAPTION else Role.HEADING
    return own or around


def _holds_others(division: Division) -> bool:
    """Tell whether a paragraph holds something else than text, such as a picture."""
    return any(inner.type not in _PARAGRAPHS for inner in division.walk() if inner is not division)


def _letters(label: str | None) -> str:
    return "".join(filter(str.isalpha, (label or "").casefold()))


def index_divisions(root: Division | None) -> Mapping[str, Division]:
    """Give the divisions of a structure by their ids."""
    return {division.id: division for division in root.walk() if division.id is not None} if root is not None else {}

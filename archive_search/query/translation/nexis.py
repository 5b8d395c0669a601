"""Write equations of Nexis, in terms and connectors.

Sources: LexisNexis help, "Connector Order and Priority", "Search Connectors" (w/n and pre/n up to 255, w/s and w/p
hardly combined with them, connectors in small letters, guillemets around words that are connectors), "Segment
Searching" (headline, lead, hlead, body, byline, publication, section, length, date).

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.nexis import NEXIS
>>> NEXIS.truncate("syri*", Remarks()), NEXIS.length(501, None)
('syri!', ['length(> 500)'])
"""

import re
from datetime import date

from archive_search.query.remarks import Remarks
from archive_search.query.translation.notation import Beginning, Frequency, Notation, Sign
from archive_search.query.translation.pieces import Form, Strength
from archive_search.query.translation.place import Unit
from archive_search.query.translation.truncation import cut_at_star
from archive_search.query.tree import Field, Near, NotNear, Published, Zone

_NAME = "Nexis"
_MOST = 255
_TOO_FAR = f"{_NAME} compte au plus {_MOST} mots : distance ramenée à {_MOST}"


def _write_near(node: Near) -> Sign:
    connector = "pre" if node.ordered else "w"
    return Sign(f" {connector}/{min(node.distance, _MOST)} ", _TOO_FAR if node.distance > _MOST else "")


def _write_not_near(node: NotNear) -> Sign:
    note = f"{_NAME} exclut des deux côtés : SAUF ADJ remplacé par not w/n" if node.ordered else ""
    return Sign(f" not w/{min(node.distance, _MOST)} ", note or (_TOO_FAR if node.distance > _MOST else ""))


def _write_pattern(pattern: str, notes: Remarks) -> str | None:
    if not (stem := cut_at_star(pattern, _NAME, notes)):
        return None
    if "?" in stem.text:
        notes.add(f"une lettre quelconque s'écrit * pour {_NAME} ; pour Nexis Uni, remettez ?")
    return stem.text.replace("?", "*") + ("!" if stem.any_ending else "")


def _write_period(period: Published, notes: Remarks) -> str:
    notes.add(f"dates écrites jour/mois/année : {_NAME} les lit dans l'ordre réglé pour le compte")
    bounds = [f"{sign} ({_write_day(day)})" for sign, day in (("geq", period.first), ("leq", period.last)) if day]
    return f"date({' and '.join(bounds)})"


def _write_day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _write_lengths(least: int | None, most: int | None) -> list[str]:
    bounds = [] if least is None else [f"length(> {max(least - 1, 0)})"]
    return bounds if most is None else [*bounds, f"length(< {most + 1})"]


def _in_segment(name: str, note: str = "") -> Form:
    return Form(f"{name}({{piece}})", Strength.COMPOUND, note)


NEXIS = Notation(
    name=_NAME,
    alternative=" or ",
    chains={Unit.ARTICLE: Sign(" and "), Unit.PARAGRAPH: Sign(" w/p "), Unit.SENTENCE: Sign(" w/s ")},
    exclusions={
        Unit.ARTICLE: Sign(" and not "),
        Unit.PARAGRAPH: Sign(" not w/p "),
        Unit.SENTENCE: Sign(" not w/s "),
    },
    near=_write_near,
    not_near=_write_not_near,
    zones={
        Zone.TITLE: _in_segment("headline"),
        Zone.LEAD: _in_segment("lead"),
        Zone.ATTACK: _in_segment("lead", f"{_NAME} ne connaît que le chapo : attaque: écrit lead()"),
        Zone.TEXT: _in_segment("body"),
    },
    title_and_attack=_in_segment("hlead"),
    properties={
        Field.AUTHOR: _in_segment("byline"),
        Field.SOURCE: _in_segment("publication"),
        Field.SECTION: _in_segment("section"),
    },
    frequency=Frequency(_in_segment("atleast{count}"), most=_MOST, of_alternatives=True, in_fields=True),
    beginning=Beginning(
        _in_segment("hlead", f"{_NAME} ne compte pas les premiers mots : debut/ remplacé par hlead(), titre et chapo"),
        most=None,
        of_terms_only=False,
    ),
    period=_write_period,
    length=_write_lengths,
    truncate=_write_pattern,
    reserved=re.compile(
        r"and|andnot|or|not|but|butnot|caps|allcaps|nocaps|(?:near|onear|atleast)[0-9]*", re.IGNORECASE
    ),
    family_note=f"{_NAME} ne suit pas les familles de mots : seuls les pluriels réguliers s'ajoutent à la forme écrite",
    nests_proximities=False,
)
"""How Nexis writes what a tree can ask."""

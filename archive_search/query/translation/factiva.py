"""Write equations of Factiva, in its traditional mode.

Sources: Factiva Developer's Kit, "Search Statement Operators", "Search Statement Examples" and "Range Searches" (adjN
up to 10 in order, nearN up to 500, guillemets around words that are operators, dates as CCYYMMDD whatever the account
prefers, bounds of "after" and "before" left out, no atleastN, /fN/ or range inside a field); Factiva help, "Using
Connectors and Operators" (atleastN up to 50, of one term; ``same`` neither repeated nor inside a field; $n for at most
n letters).

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.factiva import FACTIVA
>>> FACTIVA.truncate("avion?", Remarks()), FACTIVA.length(501, 999)
('avion$1', ['wc>500', 'wc<1000'])
"""

import re
from datetime import date, timedelta

from archive_search.query.remarks import Remarks
from archive_search.query.translation.notation import Beginning, Frequency, Notation, Sign
from archive_search.query.translation.pieces import Form
from archive_search.query.translation.place import Unit
from archive_search.query.translation.truncation import cut_at_star
from archive_search.query.tree import Field, Near, NotNear, Published, Zone

_NAME = "Factiva"
_MOST_IN_ORDER = 10
_MOST_APART = 500
_MOST_COUNTED = 50
_MOST_ENDING = 9
_ONE_DAY = timedelta(days=1)


def _write_near(node: Near) -> Sign:
    if node.ordered and node.distance <= _MOST_IN_ORDER:
        return Sign(f" adj{node.distance} ")
    distance = min(node.distance, _MOST_APART)
    if node.ordered:
        return Sign(
            f" near{distance} ",
            f"{_NAME} ne garde l'ordre que jusqu'à {_MOST_IN_ORDER} mots : ADJ au-delà remplacé par nearN",
        )
    note = f"{_NAME} compte au plus {_MOST_APART} mots : distance ramenée à {_MOST_APART}"
    return Sign(f" near{distance} ", note if distance < node.distance else "")


def _write_not_near(node: NotNear) -> Sign:
    return Sign("", f"{_NAME} n'exclut pas par proximité : SAUF PRES et SAUF ADJ laissés de côté")


def _write_pattern(pattern: str, notes: Remarks) -> str | None:
    if not (stem := cut_at_star(pattern, _NAME, notes)):
        return None
    if stem.any_ending:
        return f"{stem.text}*"
    # A question mark at the end of our words may stand for no letter; that of Factiva may not, but $1 may.
    head = stem.text.rstrip("?")
    marks = len(stem.text) - len(head)
    if marks > _MOST_ENDING:
        return f"{head}*"
    return f"{head}${marks}" if marks else head


def _write_period(period: Published, notes: Remarks) -> str:
    if period.first and period.last:
        return f"date from {_write_day(period.first)} to {_write_day(period.last)}"
    if period.first:
        return f"date after {_write_day(max(period.first, date.min + _ONE_DAY) - _ONE_DAY)}"
    return f"date before {_write_day(min(period.last or date.max, date.max - _ONE_DAY) + _ONE_DAY)}"


def _write_day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _write_lengths(least: int | None, most: int | None) -> list[str]:
    bounds = [] if least is None else [f"wc>{max(least - 1, 0)}"]
    return bounds if most is None else [*bounds, f"wc<{most + 1}"]


FACTIVA = Notation(
    name=_NAME,
    alternative=" or ",
    chains={
        Unit.ARTICLE: Sign(" and "),
        Unit.PARAGRAPH: Sign(" same "),
        Unit.SENTENCE: Sign(
            " near10 ", f"{_NAME} ne sait pas chercher dans la même phrase : PHRASE remplacé par near10"
        ),
    },
    exclusions={
        Unit.ARTICLE: Sign(" not "),
        Unit.PARAGRAPH: Sign("", f"{_NAME} n'exclut pas par paragraphe : SAUF/P laissé de côté"),
        Unit.SENTENCE: Sign("", f"{_NAME} n'exclut pas par phrase : SAUF/S laissé de côté"),
    },
    near=_write_near,
    not_near=_write_not_near,
    zones={
        Zone.TITLE: Form("hd={piece}"),
        Zone.LEAD: Form("lp={piece}"),
        Zone.ATTACK: Form("lp={piece}", note=f"{_NAME} ne connaît que les premiers paragraphes : attaque: écrit lp="),
        Zone.TEXT: Form("td={piece}", note=f"{_NAME} ôte du texte (td=) les premiers paragraphes (lp=)"),
    },
    title_and_attack=Form("hlp={piece}"),
    properties={
        Field.AUTHOR: Form("by={piece}"),
        Field.SOURCE: Form("sn={piece}"),
        Field.SECTION: Form("se={piece}"),
        Field.LANGUAGE: Form("la={piece}", note=f"{_NAME} attend un code de langue, comme la=fr"),
    },
    frequency=Frequency(Form("atleast{count} {piece}"), most=_MOST_COUNTED, of_alternatives=False, in_fields=False),
    beginning=Beginning(Form("{piece}/f{count}/"), most=_MOST_APART, of_terms_only=True),
    period=_write_period,
    length=_write_lengths,
    truncate=_write_pattern,
    reserved=re.compile(r"and|or|not|same|wc|date|upd|(?:adj|near|atleast)[0-9]*", re.IGNORECASE),
    family_note=f"{_NAME} ne suit pas les familles de mots : chaque mot y est cherché sous cette seule forme",
    fields_take_paragraphs=False,
    paragraph_repeats=False,
    nests_proximities=False,
)
"""How Factiva writes what a tree can ask."""

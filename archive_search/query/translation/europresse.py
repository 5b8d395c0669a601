"""Write equations of Europresse.

Sources: help.europresse.com, "What are Boolean operators and search keys?" (& | !, guillemets without truncation, ``*``
after four letters at least, ``+``); the equation ``TEXT= ("climate change" | …)>1 & TIT_HEAD= (climate+ | …)`` of a
published corpus (fields, frequency). Its operators of proximity are not written there: & stands for them.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.europresse import EUROPRESSE
>>> EUROPRESSE.truncate("aéro*", Remarks())
'aéro*'
"""

import re

from archive_search.query.remarks import Remarks, quote
from archive_search.query.translation.notation import Frequency, Notation, Sign
from archive_search.query.translation.pieces import Form, Strength
from archive_search.query.translation.place import Unit
from archive_search.query.translation.truncation import cut_at_sign
from archive_search.query.tree import Field, Near, NotNear, Zone

_NAME = "Europresse"
_SHORTEST_STEM = 4


def _write_near(node: Near) -> Sign:
    return Sign(" & ", f"proximité de mots non traduite pour {_NAME} : PRES et ADJ remplacés par &")


def _write_not_near(node: NotNear) -> Sign:
    return Sign("", f"proximité de mots non traduite pour {_NAME} : SAUF PRES et SAUF ADJ laissés de côté")


def _write_pattern(pattern: str, notes: Remarks) -> str | None:
    head = cut_at_sign(pattern, _NAME, notes)
    if head is None:
        return None
    if len(head) < _SHORTEST_STEM:
        notes.add(f"{_NAME} veut {_SHORTEST_STEM} lettres avant * : complétez {quote(head + '*')}")
    return f"{head}*"


def _in_field(key: str) -> Form:
    # Without parentheses a field might reach over the words that follow.
    return Form(f"{key}= {{piece}}", Strength.CLOSED)


EUROPRESSE = Notation(
    name=_NAME,
    alternative=" | ",
    chains={
        Unit.ARTICLE: Sign(" & "),
        Unit.PARAGRAPH: Sign(" & ", f"paragraphe non traduit pour {_NAME} : PARA remplacé par &"),
        Unit.SENTENCE: Sign(" & ", f"phrase non traduite pour {_NAME} : PHRASE remplacé par &"),
    },
    exclusions={
        Unit.ARTICLE: Sign(" ! "),
        Unit.PARAGRAPH: Sign("", f"paragraphe non traduit pour {_NAME} : SAUF/P laissé de côté"),
        Unit.SENTENCE: Sign("", f"phrase non traduite pour {_NAME} : SAUF/S laissé de côté"),
    },
    near=_write_near,
    not_near=_write_not_near,
    zones={
        Zone.TITLE: _in_field("TIT_HEAD"),
        Zone.LEAD: _in_field("LEAD"),
        Zone.ATTACK: _in_field("LEAD")._replace(note=f"{_NAME} ne connaît que le chapo : attaque: écrit LEAD="),
        Zone.TEXT: _in_field("TEXT"),
    },
    properties={Field.AUTHOR: _in_field("AUT_BY")},
    frequency=Frequency(Form("{piece}>{below}", Strength.CLOSED), most=None, of_alternatives=True, in_fields=True),
    truncate=_write_pattern,
    reserved=re.compile(r"et|ou|sauf|sans|and|or|not|without|near", re.IGNORECASE),
    family="+",
    family_note=f"{_NAME} cherche sans sa famille un mot composé ou qui serait un opérateur",
)
"""How Europresse writes what a tree can ask."""

"""Recognise the press agencies that newspapers copy from.

>>> from archive_search.sources.signatures.agencies import find_agency
>>> find_agency("Le Soir (avec Belga)"), find_agency("La Presse")
('Belga', None)
"""

import re
from functools import lru_cache

# Usual name, then the ways it is printed. Acronyms are read in capitals only: "ap" and "ats" are not names.
_ACRONYMS = {
    "AFP": ("AFP",),
    "AP": ("AP",),
    "EFE": ("EFE",),
    "ATS": ("ATS",),
    "dpa": ("dpa", "DPA"),
    "ANSA": ("ANSA",),
    "TASS": ("TASS", "ITAR-TASS"),
    "PTI": ("PTI",),
    "UPI": ("UPI",),
    "APA": ("APA",),
    "APS": ("APS",),
    "MAP": ("MAP",),
    "TAP": ("TAP",),
    "PAP": ("PAP",),
    "SANA": ("SANA", "Sana"),
    "IRNA": ("IRNA", "Irna"),
    "Yonhap": ("YONHAP",),
    "6Medias": ("6Medias", "6Médias"),
}
_NAMES = {
    "AFP": ("agence france-presse", "agence france presse"),
    "AP": ("associated press",),
    "ATS": ("keystone-ats", "agence télégraphique suisse"),
    "Anadolu": ("anadolu", "agence anadolu"),
    "Belga": ("belga",),
    "Bloomberg": ("bloomberg",),
    "Europa Press": ("europa press",),
    "Interfax": ("interfax",),
    "IRNA": ("agence irna",),
    "Kyodo": ("kyodo",),
    "La Presse canadienne": ("la presse canadienne", "presse canadienne"),
    "Reuters": ("reuters",),
    "Ria Novosti": ("ria novosti", "ria-novosti"),
    "Sputnik": ("sputnik",),
    "TASS": ("itar-tass", "tass"),
    "Tanjug": ("tanjug",),
    "Xinhua": ("xinhua", "chine nouvelle"),
    "Yonhap": ("yonhap",),
}
_AGENCY_OF = {form: name for table in (_NAMES, _ACRONYMS) for name, forms in table.items() for form in forms}


def _alternatives(table: dict[str, tuple[str, ...]]) -> str:
    forms = sorted((form for forms in table.values() for form in forms), key=len, reverse=True)
    return "|".join(map(re.escape, forms))


_AGENCY = re.compile(rf"(?<![\w-])(?:(?i:(?P<name>{_alternatives(_NAMES)}))|{_alternatives(_ACRONYMS)})(?![\w-])")


@lru_cache(maxsize=4096)
def find_agency(text: str) -> str | None:
    """Name the first agency in the name of a source, a signature or the parenthesis of a dateline."""
    found = _AGENCY.search(text)
    if found is None:
        return None
    return _AGENCY_OF[found["name"].lower() if found["name"] else found[0]]


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of an agency and nothing else, such as a signature ``AFP``."""
    return _AGENCY.fullmatch(text.strip(" .()©")) is not None

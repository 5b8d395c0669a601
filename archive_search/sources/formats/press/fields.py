"""Know how press databases call the parts of a document, in the languages of their interfaces.

>>> from archive_search.sources.formats.press.fields import nexis_label
>>> nexis_label("LONGUEUR: 143 mots"), nexis_label("Sujet : la paix")
((<Field.IGNORED: 'ignored'>, '143 mots'), None)
"""

import re
from enum import StrEnum

from archive_search.sources.letters import fold_name


class Field(StrEnum):
    """Name a part of a document."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    TEXT = "text"
    CAPTION = "caption"
    NOTE = "note"
    SECTION = "section"
    PAGE = "page"
    AUTHORS = "authors"
    CREDIT = "credit"
    SOURCE = "source"
    DATE = "date"
    TIME = "time"
    LOADED = "loaded"
    LANGUAGE = "language"
    KEYWORDS = "keywords"
    RIGHTS = "rights"
    ADDRESS = "address"
    NUMBER = "number"
    GENRE = "genre"
    IGNORED = "ignored"


# Without accents, hyphens as spaces; what is ignored is listed all the same, to be kept out of the text.
NEXIS_LABELS = {
    "fr": {
        Field.TITLE: "titre",
        Field.STANDFIRST: "encart|chapeau|point fort|points forts",
        Field.TEXT: "corps|corps du texte|texte",
        Field.CAPTION: "graphique|illustration|illustrations|photo|legende",
        Field.NOTE: "notes|note",
        Field.SECTION: "rubrique",
        Field.PAGE: "page",
        Field.AUTHORS: "auteur|auteurs|signature",
        Field.LOADED: "date chargement|date de chargement",
        Field.LANGUAGE: "langue",
        Field.KEYWORDS: "sujet|sujets",
        Field.ADDRESS: "adresse",
        Field.GENRE: "type publication|type de publication|classification|fin du document",
        Field.IGNORED: "longueur|localisation geo|localisation geographique"
        "|societe|societes|entreprise|symbole boursier|secteur activite|secteur d'activite|organisation|organisations"
        "|personne|personnes|ville|pays|etat|code revue|code journal|serie|lieu|origine|edition|type"
        "|type de document|correction|date correction",
    },
    "en": {
        Field.TITLE: "headline|title",
        Field.STANDFIRST: "highlight|highlights|insert|abstract",
        Field.TEXT: "body|text",
        Field.CAPTION: "graphic|graphics|picture|photo",
        Field.NOTE: "notes|note",
        Field.SECTION: "section",
        Field.PAGE: "page",
        Field.AUTHORS: "byline|author|authors",
        Field.LOADED: "load date",
        Field.LANGUAGE: "language",
        Field.KEYWORDS: "subject|subjects",
        Field.ADDRESS: "url",
        Field.GENRE: "publication type|classification|end of document",
        Field.IGNORED: "length|dateline|journal code|company|companies|ticker|industry|organization"
        "|organisation|person|people|geographic|geo localization|city|state|country|distribution|series|name|type"
        "|document type|acc no|update|correction|correction date|edition|activity sector",
    },
}

EUROPRESSE_LABELS = {
    "fr": {
        Field.CAPTION: "illustration(s)|illustrations",
        Field.NOTE: "note(s)|encadre(s)|notes|encadres",
        Field.KEYWORDS: "sujet(s) uniforme(s)|sujet(s)|mots cles",
        Field.IGNORED: "categorie|taille|lieu(x) geographique(s) eureka|lieu(x) geographique(s)|type(s) d'article"
        "|parution|type de source|periodicite|couverture geographique|provenance|nom de la source|aussi paru dans"
        "|date d'emission|edition",
    },
    "en": {
        Field.CAPTION: "illustration(s)|illustrations",
        Field.NOTE: "note(s)|box(es)|sidebar(s)|notes",
        Field.KEYWORDS: "uniform subject(s)|subject(s)|keywords",
        Field.IGNORED: "category|length|geographic location(s) eureka|geographic location(s)|type(s) of article"
        "|publication|source type|type of source|periodicity|frequency|geographic coverage|geographical coverage|origin"
        "|source name|also published in|date issued|date of issue|edition",
    },
}

_OTHER_CODES = "WC SC ED VOL NGC GC CX CLM CT RF CO IN RE IPC IPD DLN RST NT TI DE"
FACTIVA_CODES = {
    "SE": Field.SECTION,
    "HD": Field.TITLE,
    "BY": Field.AUTHORS,
    "CR": Field.CREDIT,
    "PD": Field.DATE,
    "ET": Field.TIME,
    "SN": Field.SOURCE,
    "PG": Field.PAGE,
    "LA": Field.LANGUAGE,
    "CY": Field.RIGHTS,
    "LP": Field.TEXT,
    "TD": Field.TEXT,
    "ART": Field.CAPTION,
    "NS": Field.KEYWORDS,
    "AN": Field.NUMBER,
    # The publisher of a dispatch is its agency.
    "PUB": Field.CREDIT,
} | dict.fromkeys(_OTHER_CODES.split(), Field.IGNORED)

# The French put a space before a colon: "SUJET: " is a label, "Sujet : " is a sentence.
_NEXIS_LABEL = re.compile(r"(?P<label>[A-ZÀ-Ý][\w' -]{2,30})(?<! ):(?:\s+|$)(?P<value>.*)", re.DOTALL)
_STANDS_ALONE = re.compile(
    r"Body|BODY|Corps|CORPS|Classification|Graphic|Graphique|Notes|End of Document|Fin du document"
)
_EUROPRESSE_LABEL = re.compile(r"(?P<label>[A-ZÀ-Ý][\w'’() -]{3,40}?)\s?:\s*(?P<value>.*)", re.DOTALL)


def _invert(tables: dict[str, dict[Field, str]]) -> dict[str, Field]:
    return {label: field for table in tables.values() for field, labels in table.items() for label in labels.split("|")}


_NEXIS_FIELDS = _invert(NEXIS_LABELS)
_EUROPRESSE_FIELDS = _invert(EUROPRESSE_LABELS)


def nexis_label(line: str) -> tuple[Field, str] | None:
    """Read a line of Nexis that begins with a label, in capitals in its old exports; None when it does not."""
    if _STANDS_ALONE.fullmatch(line):
        return _NEXIS_FIELDS[_key(line)], ""
    found = _NEXIS_LABEL.fullmatch(line)
    field = _NEXIS_FIELDS.get(_key(found["label"])) if found is not None else None
    return None if found is None or field is None else (field, found["value"])


def europresse_label(line: str) -> tuple[Field, str] | None:
    """Read a line of the notes of Europresse that begins with a label; None when it does not."""
    found = _EUROPRESSE_LABEL.fullmatch(line)
    field = _EUROPRESSE_FIELDS.get(_key(found["label"])) if found is not None else None
    return None if found is None or field is None else (field, found["value"])


def _key(label: str) -> str:
    return fold_name(label.replace("’", "'"))

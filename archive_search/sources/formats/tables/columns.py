"""Find the properties of an article among the columns of a table or the keys of a JSON object.

>>> from archive_search.sources.formats.tables.columns import match_columns
>>> match_columns(["Titre", "Texte"], chosen={})
{'title': 'Titre', 'text': 'Texte'}
"""

from collections.abc import Mapping, Sequence

from archive_search.sources.letters import fold_name

# Property of the article, then the names under which exports give it, without accents.
KNOWN_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "identifiant", "guid", "uid", "docid", "document id", "reference"),
    "title": ("title", "titre", "headline", "heading"),
    "lead": ("lead", "standfirst", "chapo", "chapeau", "sous titre", "subtitle", "abstract"),
    "text": ("text", "texte", "body", "content", "contenu", "article", "corps", "maintext", "full text"),
    "date": (
        "date",
        "date de publication",
        "publication date",
        "date publication",
        "published",
        "published at",
        "publie le",
        "datepublished",
        "pubdate",
        "day",
        "jour",
    ),
    "time": ("time", "heure"),
    "source": (
        "source",
        "publication",
        "journal",
        "newspaper",
        "media",
        "site",
        "sitename",
        "titre de presse",
    ),
    "agency": ("agency", "agence"),
    "section": ("section", "rubrique", "category", "categorie", "theme"),
    "authors": ("authors", "author", "auteur", "auteurs", "byline", "signature", "journaliste"),
    "language": ("language", "langue", "lang"),
    "url": ("url", "link", "lien", "adresse"),
    "page": ("page", "pages"),
    "rights": ("rights", "droits", "copyright"),
    "keywords": ("keywords", "mots cles", "sujets", "subjects", "tags"),
}
NO_TEXT_COLUMN = "colonne « text » absente (colonnes : {found}) : indiquez-la par --map text=colonne"
UNKNOWN_COLUMN = "colonne « {column} » absente (colonnes : {found}) : corrigez --map {property}=colonne"
UNKNOWN_PROPERTY = "propriété « {property} » inconnue dans --map : choisissez parmi {known}"
DELIMITERS = (",", ";", "\t")
MOST_SHOWN = 12
LONGEST_SHOWN = 40


def match_columns(names: Sequence[str], *, chosen: Mapping[str, str]) -> dict[str, str]:
    """Give the column of each property that has one; a chosen column is taken as it is written."""
    by_folded_name = {fold_name(name): name for name in reversed(names)}
    matched = {}
    for property_name, known_names in KNOWN_NAMES.items():
        column = next((by_folded_name[known] for known in known_names if known in by_folded_name), None)
        if property_name in chosen:
            matched[property_name] = chosen[property_name]
        elif column is not None and column not in chosen.values():
            matched[property_name] = column
    return matched


def column_fault(names: Sequence[str], *, chosen: Mapping[str, str]) -> str | None:
    """Say what keeps these columns from being read as articles, or None when they can be."""
    for property_name, column in chosen.items():
        if column not in names:
            return UNKNOWN_COLUMN.format(column=column, found=list_columns(names), property=property_name)
    if "text" not in match_columns(names, chosen=chosen):
        return NO_TEXT_COLUMN.format(found=list_columns(names))
    return unknown_property(chosen)


def unknown_property(chosen: Mapping[str, str]) -> str | None:
    """Say which property chosen by the user does not exist, or None when all do."""
    unknown = next((name for name in chosen if name not in KNOWN_NAMES), None)
    return UNKNOWN_PROPERTY.format(property=unknown, known=", ".join(KNOWN_NAMES)) if unknown else None


def list_columns(names: Sequence[str]) -> str:
    """List the first columns of a table, for a message."""
    shown = ", ".join(" ".join(name.split())[:LONGEST_SHOWN] or "(vide)" for name in names[:MOST_SHOWN])
    return f"{shown}, …" if len(names) > MOST_SHOWN else shown


def sniff_delimiter(header: str) -> str:
    """Give the delimiter that finds the most known columns in a header, then the most columns."""

    def known_columns(delimiter: str) -> tuple[int, int]:
        names = [name.strip(' "\r\n') for name in header.split(delimiter)]
        return len(match_columns(names, chosen={})), len(names)

    return max(DELIMITERS, key=known_columns)

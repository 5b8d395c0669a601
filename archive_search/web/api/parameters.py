"""What each parameter of an address means, and a value of it, for the OpenAPI document.

A name means the same wherever it stands; the articles and names of the values are those of the sample archive.

>>> PARAMETERS["q"].example
'Lattaquié base aérienne'
"""

from typing import NamedTuple


class Described(NamedTuple):
    """Hold what is said of a parameter, in English, and a value of it; None where no value is needed."""

    meaning: str
    example: object = None


_CHOSEN = "only articles that name every one of these"
_OF_THESE = "only articles of one of these"

PARAMETERS = {
    "article_id": Described("Id of an article, percent-encoded: a slash in it is %2F.", "cl-160910-1"),
    "other_id": Described("Id of the article that it is compared with, percent-encoded.", "gr-160910-4"),
    "entity_id": Described("Id of a name, or a name that only one has, percent-encoded.", "place:lattaquie"),
    "dossier_id": Described("Number of a dossier.", 1),
    "search_id": Described("Number of a saved search.", 1),
    "q": Described("The query; see the page on the query language.", "Lattaquié base aérienne"),
    "syntax": Described("Language of the query.", "standard"),
    "any": Described("Whether one word of the query is enough."),
    "person": Described(f"Ids of persons: {_CHOSEN}.", ["person:serguei-choigou"]),
    "place": Described(f"Ids of places: {_CHOSEN}.", ["place:lattaquie"]),
    "org": Described(f"Ids of organisations: {_CHOSEN}.", ["org:onu"]),
    "source": Described(f"Publications: {_OF_THESE}.", ["Le Courrier du Littoral"]),
    "agency": Described(f"Press agencies: {_OF_THESE}.", ["AFP"]),
    "section": Described(f"Sections: {_OF_THESE}.", ["International"]),
    "date": Described(
        f"Days, months, years or ranges of them, the first and the last joined by two points: {_OF_THESE}.", ["2015-09"]
    ),
    "sort": Described("Order of the hits.", "newest"),
    "all": Described("Whether every article is a hit, instead of one of each family of reprints and versions."),
    "page": Described("Number of the page, from 1; one that is beyond the last has nothing.", 1),
    "size": Described("Hits or names of a page.", 20),
    "facets": Described("Properties by which the whole answer is counted.", ["source", "year"]),
    "limit": Described("Most articles that are wanted.", 5),
    "article": Described("Id of an article whose score is told term by term."),
    "text": Described("The query as far as it is typed; of names, a name or a part of one.", "Latt"),
    "type": Described("Type of the name.", "place"),
}
"""By name of the parameter."""

UNUSED = {
    "/article/{article_id}.json": {"sort", "all", "page", "size", "part", "names", "removed"},
    "/explain.json": {"sort", "all", "page", "size"},
}
"""Parameters that an address carries on for its page, and that change nothing for programs, by path."""

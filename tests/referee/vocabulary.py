"""The words of random articles and random trees, few enough that they often meet.

They are those that an engine of French gets wrong: accents that tell words apart, elisions, hyphens, digits,
acronyms, ligatures, stop words, initials that end no sentence.
"""

from archive_search.records import EntityType, Role

PLAIN = [
    "armée",
    "armées",
    "arme",
    "armes",
    "marché",
    "marchés",
    "marche",
    "base",
    "bases",
    "bas",
    "aérienne",
    "aériennes",
    "pêche",
    "péché",
    "côte",
    "côté",
    "sûr",
    "publié",
    "publie",
]
TRICKY = [
    "S-300",
    "S300",
    "vice-président",
    "vice-présidents",
    "l'armée",
    "d’Alep",
    "ONU",
    "O.N.U.",
    "aujourd'hui",
    "cœur",
    "coeur",
    "Choïgou",
    "Sergueï Choïgou",
    "Anne Choïgou",
    "Paul Bréval",
]
NUMBERS = ("2015", "10 000", "300", "S 300")
STOPS = ["le", "la", "de", "des", "et", "sur"]
# What a query may hold that is no word: an elided article cut off from its own.
EMPTY = "l'"
PATTERNS = [
    "arm*",
    "march*",
    "marché*",
    "b?se",
    "base?",
    "bas??",
    "march???",
    "S-30*",
    "S30*",
    "vice-prés*",
    "aujourd'h*",
    "cho?gou",
    "l'arm*",
    "d’Al*",
    "aér*ne",
    "coe*",
    "pub*ié",
]
SOURCES = ("Le Courrier du Littoral", "La Gazette du Rhône", "La Gazette de Nantes", None)
AGENCIES = ("AFP", "Reuters", None)
# The names that stand for an entity, of which all mentions have one; of "Choïgou" alone nobody knows who it is.
ENTITIES = {
    "Sergueï Choïgou": "person:serguei-choigou",
    "Anne Choïgou": "person:anne-choigou",
    "Paul Bréval": "person:paul-breval",
    "Choïgou": "person:choigou",
    "Alep": "place:alep",
    "O.N.U.": "org:onu",
    "ONU": "org:onu",
    "S-300": "org:s-300",
    "armée": "org:armee",
}
SIGNERS = frozenset({"person:paul-breval"})
ROLES = (Role.TEXT, Role.TEXT, Role.TEXT, Role.TEXT, Role.DATELINE, Role.BYLINE, Role.AGENCY)
ASKED = {
    EntityType.PERSON: [
        "Choïgou",
        "shoigu",
        "Sergei Shoigu",
        "SERGUEI CHOIGOU",
        "person:anne-choigou",
        "person:choigou",
        "Anne Choïgou",
        "Bréval",
        "Paul",
        "Jeanne",
    ],
    EntityType.PLACE: ["Alep", "ALEP", "ONU"],
    EntityType.ORG: ["O.N.U.", "onu", "org:s-300", "S-300", "armee", "Choïgou"],
}
ENDS = (". ", ". ", "? ", " ! ", "… ", ", ", " ; ", " M. ")

"""Name the publication of a feed: its title without the name of the section, or what calls it a feed.

>>> from archive_search.sources.formats.feeds.sites import site_name
>>> site_name("Le Courrier - À la une", "https://www.lecourrier.example/rss")
'Le Courrier'
>>> site_name("Politique : toute l'actualité | RTX info", "https://rtx-info.example/")
'RTX info'
"""

import re

from archive_search.sources.addresses import host_of
from archive_search.sources.letters import plain_letters_of

SHORTEST_NAME = 3
_SEPARATOR = re.compile(r"\s+[-–—:/]\s+|\s*[|>»·•]\s*|\s:\s|:\s")
_FEED_WORDS = re.compile(r"\b(?:(?:flux|fil)\s+)?(?:rss|atom)(?:\s?\d(?:\.\d)?)?(?:\s+feeds?)?\b", re.IGNORECASE)

# Parts of hosts that name no site.
_SERVICES = frozenset({"www", "rss", "feeds", "feed", "feedburner", "com", "fr", "net", "org"})

# Words that titles of feeds are made of beside the name of the publication, folded.
_USUAL_WORDS = (
    "a accueil actu actualite actualites alaune articles continu de depeches derniere dernieres des direct du en et"
    " fil flux general generale home info infos information informations journal l la latest le les minute news"
    " nouvelles of page principale premiere publications rss site son sur titres toute toutes tous tout un une"
)
_SECTIONS = (
    "afrique ameriques asie breves cinema culture economie education emploi environnement europe faits divers finance"
    " football france idees insolite internationale international livres local medias meteo monde musique opinions"
    " people planete politique regions sante science sciences societe sport sports tech technologies television voyage"
)
_USUAL = frozenset(f"{_USUAL_WORDS} {_SECTIONS}".split())


def site_name(title: str | None, address: str | None) -> str | None:
    """Give the name of a publication.

    Args:
        title: Title of its feed.
        address: Address of its site: the part of the title that the address also has is the name.

    Returns:
        The name; the whole title where nothing tells its parts apart; the host where there is no title.
    """
    host, title = host_of(address), " ".join((title or "").split())
    parts = [part for part in map(str.strip, _SEPARATOR.split(_FEED_WORDS.sub(" ", title))) if part]
    if not parts:
        return host
    labels = [plain_letters_of(label) for label in (host or "").split(".") if label not in _SERVICES]
    likeness = {
        part: max((_likeness(plain_letters_of(part), label) for label in labels), default=0.0) for part in parts
    }
    likest = max(parts, key=lambda part: likeness[part])
    if likeness[likest] > 0:
        return " ".join(likest.split())
    named = [part for part in parts if not _is_usual(part)]
    return " ".join((named[0] if len(named) == 1 else title).split()) or host


def _likeness(part: str, label: str) -> float:
    """Give the share of the longer that the shorter makes, where one is in the other."""
    shorter, longer = sorted((part, label), key=len)
    return len(shorter) / len(longer) if len(shorter) >= SHORTEST_NAME and shorter in longer else 0.0


def _is_usual(part: str) -> bool:
    return all(plain_letters_of(word) in _USUAL for word in re.split(r"[\W_]+", part) if word)

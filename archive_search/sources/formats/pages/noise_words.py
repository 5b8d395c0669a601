"""List what web pages call the parts that stand around an article, in French and in English.

>>> from archive_search.sources.formats.pages.noise_words import names_noise
>>> names_noise("c-shareBar__item"), names_noise("article__paragraph"), names_noise("mt-2 d-flex")
(True, False, False)
"""

import re
from functools import lru_cache

_WORDS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")

# Words of classes and ids; those that stand together are joined by a hyphen.
_AROUND_EVERY_PAGE = """
    nav navbar navigation menu menus submenu breadcrumb breadcrumbs ariane filariane footer pied-page sidebar
    side-bar rightcol skip-link skip-links pagination pager toolbar tools tooltip tooltips actions outils
    popin popup pop-up modal overlay lightbox cookie cookies consent gdpr rgpd search recherche
    login signin sign-in connexion
"""
_ADVERTISEMENT = """
    adv advert advertising advertisement publicite publicites pubs sponsor sponsors sponsored sponsoring
    sponsorise partenaire partenaires outbrain taboola promo promos subscribe subscription subscriptions
    abonnement abonnements abonnez offre offres newsletter newsletters signup infolettre donation
"""
_SHARING = """
    share shares sharing sharer sharebar sharebutton sharetools social socials social-media partage partages
    partager partagez follow suivre addthis addtoany comment comments comment-list commentaire commentaires
    reaction reactions reagir disqus coral vote votes sondage sondages bookmark bookmarks favori favoris
    favorite favorites likes imprimer
"""
_OTHER_ARTICLES = """
    related relateds relies connexe connexes associes similaire similaires recommended recommendation
    recommendations recommandation recommandations recommande recommandes reco recos teaser teasers lire-aussi
    a-lire alire read-more read-also read-next see-also voir-aussi aller-plus-loin meme-sujet meme-theme
    sur-meme a-decouvrir en-lien lien liens most-read most-popular most-viewed most-shared plus-lu plus-lus
    plus-vu plus-vus plus-populaires plus-commentes popular trending tendance tendances latest dernieres
    carousel slider diaporama diaporamas push crosslink crosslinks cross-link cross-links readalso readmore
    inread in-read next-article prev-article suivant suivants precedent precedents
"""

# These are read apart, as properties of the article.
_PROPERTIES = """
    author authors auteur auteure auteurs auteures authorbox authorbio byline bylines biographie biography
    tags taglist tag-list keywords mots-cles motscles thematique thematiques meta metas metadata
    info-publication infos-publication reading-time temps-lecture player
"""

# Short words that mean something else in the middle of a name.
_WHOLE_OR_FIRST = "ad ads abo nl cta don bio tag pub like fav"

# What calls itself a wall may be an offer, or the rest of the article behind it.
_WALLS = "paywall premium restricted subscriber abonne abonnes piano offer"


def _compile(*lists: str, first: str = "") -> re.Pattern[str]:
    words = "|".join(word.replace("-", " ") for names in lists for word in names.split())
    opening = "|".join(first.split())
    return re.compile(rf" (?:{words}) " + (rf"| \| (?:{opening}) " if opening else ""))


_NOISE = _compile(_AROUND_EVERY_PAGE, _ADVERTISEMENT, _SHARING, _OTHER_ARTICLES, _PROPERTIES, first=_WHOLE_OR_FIRST)
_WALL = _compile(_WALLS)


@lru_cache(maxsize=1 << 13)
def names_noise(marks: str) -> bool:
    """Tell whether the classes or the id of an element name something that stands beside articles."""
    return _NOISE.search(_part(marks)) is not None


@lru_cache(maxsize=1 << 13)
def names_wall(marks: str) -> bool:
    """Tell whether they name what keeps readers who do not pay from the rest of an article."""
    return _WALL.search(_part(marks)) is not None


def _part(marks: str) -> str:
    """Part the words of names, and the names by a bar."""
    return "".join(f" | {' '.join(_WORDS.findall(name))}" for name in marks.split()).lower() + " "

"""Know what web pages leave around an article when it is copied: counters, invitations, notices.

Every rule has a name, kept with the passage that it takes out. Rules are general ones for French news sites.

>>> from archive_search.sources.passages.junk import junk_rule
>>> junk_rule("Abonnez-vous pour lire la suite", at_edge=False)
'abonnement'
"""

import re

LONGEST_JUNK = 300
SEPARATOR_RULE = "separateur"
RUNNING_HEAD_RULE = "titre-courant"
"""Rule of what printed pages repeat at their edges; their readers find it by its place."""

_BULLET = r"[►▶→>•*\-–—\s]{0,4}"
_NETWORK = "|".join(
    (
        r"facebook|twitter|x|linkedin|whatsapp|messenger|pinterest|telegram|bluesky|google\s?\+|instagram|reddit",
        r"flipboard|(?:google|apple) news|e-?mail|courriel|mail|imprimer|copier(?: le lien)?|lien",
        r"envoyer(?: par (?:e-?mail|courriel|mail))?|partager|enregistrer|tweet(?:er)?",
    )
)
_ANYWHERE = {
    "commentaires": (
        r"vous devez être (?:membre|abonné|connecté|inscrit|identifié)\b.*",
        r"(?:devenez membre|inscrivez-vous|connectez-vous|identifiez-vous)\b.{0,100}",
        r"(?:soyez le premier à )?(?:commenter|réagir|commentez|réagissez)"
        r"(?: (?:à )?(?:cet|l')\s?article.{0,60})?",
        r"aucun commentaire\b.{0,100}",
        r"soyez le premier à (?:commenter|laisser|poster|réagir|donner).{0,80}",
        r"(?:voir|lire|afficher|consulter)\s+(?:tous\s+)?les\s+(?:\d+\s+)?commentaires.{0,40}",
        r"(?:ajouter|laisser|poster|écrire|publier|déposer) (?:un|votre) commentaire.{0,60}",
        r"les commentaires (?:sont (?:fermés|clos|désactivés)|ne sont pas)\b.{0,60}",
        r"(?:\d+\s)?commentaires?(?:\s?\(?\d+\)?)?",
    ),
    "abonnement": (
        r"(?:je m'abonne|s'abonner|abonnez-vous|déjà abonnée?|pas encore abonnée?)\b.{0,120}",
        r"(?:cet |)(?:article|contenu)(?: est)? (?:réservé aux|exclusif pour les) (?:nos )?abonnés?.{0,120}",
        r"(?:la suite|l'intégralité de (?:cet |l')article) est réservée?.{0,120}",
        r"il vous reste .{1,20}%.{0,120}",
        r"réservé aux abonnés",
    ),
    "newsletter": (
        r"(?:inscrivez-vous|abonnez-vous|recevez|s'inscrire)\b.{0,120}"
        r"(?:newsletter|lettre d'information|infolettre)\b.{0,80}",
        r"newsletters?",
    ),
    "partage": (
        r"partage[rz](?: (?:sur|cet|cette|l'|par|via|ce|le|la|avec)\b.{0,60}|\s*:?)",
        r"suivez[- ](?:nous|toute|l'actualité)\b.{0,100}",
        r"\d+\s?(?:partages?|réactions?|vues?|j'aime|likes?|tweets?|avis)",
        r"ajouter à (?:mes|vos) favoris\b.{0,80}",
    ),
    "lire-aussi": (
        _BULLET + r"(?:[àa] )?(?:lire|voir|écouter|revoir|relire) "
        r"(?:aussi|également|à ce sujet|sur le sujet|notre dossier)\b.*",
        _BULLET + r"[àa] (?:lire|voir|écouter|relire)\s?[:>»].*",
        r"(?:sur le même (?:sujet|thème)|dans la même rubrique|nos derniers articles)\b.{0,80}",
        r"les (?:articles )?(?:les )?plus lus\b.{0,80}",
        r"articles? (?:liés?|similaires?|associés?|recommandés?|connexes?|suivants?|précédents?)\s?:?.{0,80}",
        r"lire la suite.{0,60}",
    ),
    "cookies": (
        r"(?:ce site|notre site|nous|ce service)\b.{0,80}\bcookies\b.*",
        r"en (?:poursuivant|continuant) (?:votre|la|à) navig.*",
        r"tout accepter|tout refuser|accepter et (?:fermer|continuer)|continuer sans accepter",
        r"(?:paramétrer|gérer|accepter|refuser) (?:les|mes) cookies",
    ),
    "publicite": (
        r"publicités?",
        r"(?:la )?suite (?:de l'article )?après (?:la|cette) publicité",
        r"contenu sponsorisé",
    ),
    "navigation": (
        r"accueil\s?[>›»/|].*",
        r"(?:retour )?(?:en )?haut de (?:la )?page",
        r"retour (?:à l'accueil|en haut|à la une)",
        r"(?:plan du site|mentions légales|conditions générales|politique de confidentialité|nous contacter)"
        r"(?: d'utilisation| de vente)?(?:\s?[|·•/-]\s?.{0,120})?",
        r"aller au contenu(?: principal)?",
    ),
    "temps-de-lecture": (
        r"(?:temps de )?lecture\s?:?\s?\d+\s?min.{0,20}",
        r"\d+\s?min(?:utes)?\.? de lecture",
    ),
    "droits": (
        r"(?:©|copyright|\(c\)).{0,100}(?:tous droits|reproduction|droits réservés).*",
        r"tous droits (?:de reproduction )?(?:et de représentation )?réservés.{0,120}",
        r"toute reproduction .{0,80}(?:interdite|autorisation).{0,80}",
    ),
    "flux": (
        r"(?:l'|cet )?article .{1,200} est apparu en premier sur .{1,80}",
        r"the post .{1,200} (?:appeared|first appeared|appeared first) (?:first )?on .{1,80}",
        r"(?:continue reading|read more|continue[rz] la lecture)\b.{0,120}",
    ),
    SEPARATOR_RULE: (r"[*_=~#•·\s-]{3,}", r"\*", r"[─━═]+"),
}

# A year, a name or "Twitter" between two paragraphs may be a heading; around the article it is not.
_AT_THE_EDGE = {
    "compteur": (r"\d{1,6}",),
    "partage": (rf"(?:{_NETWORK})(?:[\s,|/·•]+(?:{_NETWORK}))*",),
    "navigation": (r"accueil", r"menu", r"rechercher", r"se connecter", r"connexion", r"favoris", r"https?://\S+"),
    "publicite": (r"annonces?", r"sponsorisé"),
    # Those who wrote and edited a dispatch: "asl/tib/pid", "bur-ab/gg".
    "initiales": (r"(?-i:[a-zé]{2,5}(?:-[a-zé]{2,5}){0,3}(?:/[a-zé]{2,5}(?:-[a-zé]{2,5}){0,3}){1,8})",),
}


def _compile(rules: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(patterns), re.IGNORECASE) for name, patterns in rules.items()}


_PATTERNS_ANYWHERE = _compile(_ANYWHERE)
_PATTERNS_AT_THE_EDGE = _compile(_AT_THE_EDGE)


def junk_rule(text: str, *, at_edge: bool) -> str | None:
    """Name the rule that a passage falls under.

    Args:
        text: The whole passage.
        at_edge: Whether it stands before the first long paragraph or after the last.

    Returns:
        The name of the rule, or None when the passage belongs to the article.
    """
    if len(text) > LONGEST_JUNK:
        return None
    line = " ".join(text.replace("’", "'").split()).rstrip(" .!…")
    rule = _matching(line or text, _PATTERNS_ANYWHERE)
    if rule is None and at_edge:
        rule = _matching(line, _PATTERNS_AT_THE_EDGE)
    return rule


def _matching(line: str, patterns: dict[str, re.Pattern[str]]) -> str | None:
    return next((name for name, pattern in patterns.items() if pattern.fullmatch(line)), None)

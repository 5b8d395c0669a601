"""Know what programs and companies add to messages: invitations to the page on the web, notices, addresses.

>>> from archive_search.sources.formats.mail.notices import is_notice
>>> is_notice("Si ce message ne s'affiche pas correctement, cliquez ici."), is_notice("Le message est clair.")
(True, False)
"""

import re

LONGEST_NOTICE = 2500
LONGEST_BEGINNING = 400

_MESSAGE = r"(?:ce|cet|cette) (?:e-?mail|courriel|courrier|message|mail|lettre|newsletter|infolettre)"
_BEGINNINGS = (
    rf"(?:si )?{_MESSAGE}(?: électronique)?,? (?:ne s'affiche|s'affiche mal"
    r"|n'est pas (?:correctement )?(?:affiché|lisible))",
    r"(?:si vous (?:ne (?:parvenez|arrivez) pas à|avez (?:du mal|des difficultés) à|n'arrivez pas à)"
    r" (?:lire|voir|visualiser|afficher))",
    r"(?:voir|afficher|lire|consulter|visualiser|ouvrir|accéder à)\b.{0,60}"
    r"(?:en ligne|navigateur|version (?:web|html|mobile)|sur le web)",
    r"(?:view|read|open) (?:this|it|in)\b.{0,60}(?:browser|online|web)",
    r"(?:version en ligne|version web|lire en ligne|voir en ligne|miroir)\b",
    r"(?:vous (?:recevez|avez reçu)|you (?:are receiving|received)"
    rf"|{_MESSAGE} (?:vous )?(?:a été|est) (?:envoyé|adressé))\b.{{0,300}}"
    r"(?:car|parce|because|abonn|inscri|subscri|newsletter|lettre|liste|groupe|désin|désab|address|à :?\s?\S+@)",
    r"(?:pour |to |je (?:souhaite |veux )?)?(?:me |se |vous )?(?:désinscri|désabonn|unsubscri)\w*\b",
    r"(?:pour )?(?:gérer|modifier|mettre à jour|manage|update) (?:vos|mes|votre|your)"
    r" (?:préférences|abonnements?|profil|alertes?|preferences|subscription)",
    r"(?:ajoutez|pour être sûr de recevoir|pour recevoir nos).{0,120}(?:carnet d'adresses|contacts|expéditeur)",
    rf"{_MESSAGE}(?: électronique)?,?(?: ainsi que| et| est| contient| peut| and|\s?\(|, y compris).{{0,160}}"
    r"(?:confidentie|destinataires?\b|pièces? jointes?|fichiers? attachés?"
    r"|destinée?s? (?:exclusivement|uniquement|à l'(?:attention|usage)|aux? (?:seule?s?|perso)))",
    r"(?:this|the information in this) (?:e-?mail|message|communication)\b.{0,160}"
    r"(?:confidential|intended|privileged|attachments?)",
    rf"(?:si vous (?:avez reçu|recevez) {_MESSAGE} par erreur"
    r"|if you (?:have received|are not).{0,60}(?:error|recipient|mistake))",
    r"(?:avant d'imprimer|pensez à l'environnement|n'imprim|adoptez l'éco|please consider the environment"
    r"|devez-vous vraiment imprimer|merci de (?:ne pas imprimer|penser à l'environnement))",
    r"(?:envoyé (?:de(?:puis)?|à partir de|avec|via) (?:mon|ma|un|une|outlook|yahoo|gmail|l'application|courrier|proton"
    r"|la messagerie|orange)|sent from (?:my|outlook|mail|yahoo)|télécharge[zr] outlook|obtenir outlook|get outlook"
    r"|provenance : courrier|garanti sans virus|virus-free|l'absence de virus)",
    r"(?:conformément|en application).{0,80}(?:informatique et libertés|rgpd|règlement général sur la protection"
    r"|6 janvier 1978|protection des données)",
    r"(?:merci de|veuillez|prière de) ne pas (?:répondre|utiliser la fonction).{0,80}",
    r"(?:do not|please do not|please don't) reply\b",
)
# The tree that stands before the second is a letter in a font of signs.
_NOTICE = re.compile(rf"(?:P )?\W{{0,6}}(?:{'|'.join(_BEGINNINGS)})", re.IGNORECASE)


def is_notice(text: str) -> bool:
    """Tell whether a passage of a message was added to it, and does not belong to its text."""
    if len(text) > LONGEST_NOTICE:
        return False
    return _NOTICE.match(" ".join(text[:LONGEST_BEGINNING].replace("’", "'").split())) is not None

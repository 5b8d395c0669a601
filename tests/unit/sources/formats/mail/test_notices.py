import pytest

from archive_search.sources.formats.mail.notices import is_notice


@pytest.mark.parametrize(
    "text",
    [
        "Voir cet e-mail dans votre navigateur",
        "Vous recevez ce message car vous êtes abonné à la lettre de La Gazette.",
        "Pour vous désabonner, cliquez ici.",
        "Se désinscrire | Gérer mes préférences",
        "Ce message et ses pièces jointes sont confidentiels.",
        "Ce courriel est destiné exclusivement aux personnes nommées ci-dessus.",
        "P Avant d'imprimer, pensez à l’environnement.",
        "Envoyé de mon iPhone",
        "Conformément à la loi Informatique et Libertés, vous disposez d'un droit d'accès.",
        "Merci de ne pas répondre à ce message.",
    ],
)
def test_what_programs_add_is_a_notice(text):
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ce message du maire a rassuré les dockers.",
        "Voir Isola et mourir, disait-on.",
        "Vous recevez ce soir vos amis : que servir ?",
        "Envoyé spécial à Isola, il raconte.",
        "Merci de vos lettres, écrit la rédaction.",
        "Ce message est confidentiel. " * 100,
    ],
)
def test_what_an_article_says_is_none(text):
    assert not is_notice(text)

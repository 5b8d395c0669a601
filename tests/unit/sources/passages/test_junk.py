import pytest

from archive_search.sources.passages.junk import junk_rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Vous devez être connecté pour réagir.", "commentaires"),
        ("Aucun commentaire pour le moment", "commentaires"),
        ("12 commentaires", "commentaires"),
        ("Abonnez-vous dès 1 € par mois", "abonnement"),
        ("Recevez chaque matin notre newsletter politique", "newsletter"),
        ("Partager sur Facebook", "partage"),
        ("À lire aussi : le port rouvre", "lire-aussi"),
        ("Ce site utilise des cookies pour mesurer son audience.", "cookies"),
        ("La suite après cette publicité", "publicite"),
        ("Accueil > Monde > Afrique", "navigation"),
        ("Temps de lecture : 4 min", "temps-de-lecture"),
        ("© 2015 Le Courrier. Tous droits réservés.", "droits"),
        ("* * *", "separateur"),
    ],
)
def test_what_surrounds_an_article_falls_under_a_rule(text, rule):
    assert junk_rule(text, at_edge=False) == rule


@pytest.mark.parametrize("text", ["12", "Facebook", "Accueil", "asl/tib/pid/cac", "bur-ab/gg"])
def test_some_lines_are_junk_only_around_the_article(text):
    assert junk_rule(text, at_edge=True) is not None
    assert junk_rule(text, at_edge=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "Partager le pouvoir, dit le maire, suppose de la patience et une loi nouvelle.",
        "Les commentaires du maire ont surpris.",
        "La publicité politique revient à la télévision.",
        "Lire est un plaisir, a dit la ministre.",
        "Paris/Lyon",
        "Paris-Lyon",
    ],
)
def test_sentences_of_an_article_are_kept(text):
    assert junk_rule(text, at_edge=True) is None

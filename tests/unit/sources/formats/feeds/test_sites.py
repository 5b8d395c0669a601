import pytest

from archive_search.sources.formats.feeds.sites import site_name


@pytest.mark.parametrize(
    ("title", "address", "name"),
    [
        ("La Gazette", None, "La Gazette"),
        ("La Gazette - Politique", None, "La Gazette"),
        ("Flux RSS - La Gazette", None, "La Gazette"),
        ("Actualités : Toute l'actualité en continu | Nord Matin", "https://nordmatin.example", "Nord Matin"),
        (
            "Le Monde lointain - Toutes les nouvelles dans le monde",
            "https://www.lemondelointain.example/",
            "Le Monde lointain",
        ),
        ("Nord-Matin – Planète", "http://rss.nord-matin.example/une.xml", "Nord-Matin"),
        ("Nord Matin - Le Sud libre", None, "Nord Matin - Le Sud libre"),
        ("International - Monde", None, "International - Monde"),
        ("", "https://www.lagazette.example/rss", "lagazette.example"),
        (None, None, None),
        ("La Gazette", "http://[", "La Gazette"),
    ],
    ids=[
        "name alone",
        "name and section",
        "word for a feed",
        "name last",
        "word of the name elsewhere",
        "hyphen in the address",
        "nothing to tell",
        "sections only",
        "address only",
        "nothing",
        "no address",
    ],
)
def test_the_publication_is_told_from_the_section(title, address, name):
    assert site_name(title, address) == name

import pytest

from archive_search.sources.recognition.first_bytes import asset_kind, binary_kind


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b"\x89PNG\r\n", "html", "image"),
        (b"\0\0\0\x20ftypisom", "", "vidéo, son ou image"),
        (b"p {}", "css", "feuille de style"),
        (b"Le port rouvre", "txt", None),
    ],
    ids=["picture", "film", "style", "text"],
)
def test_what_accompanies_articles_is_named(head, suffix, kind):
    assert asset_kind(head, suffix=suffix) == kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ancien fichier word, excel ou outlook"),
        (b"\x01\x02\x03\x04", "caractères de contrôle"),
        ("L'été".encode("utf-16"), None),
    ],
    ids=["word", "controls", "utf-16"],
)
def test_what_is_no_text_is_named(head, kind):
    assert binary_kind(head) == kind

"""Articles to write, invented for these tests."""

from datetime import date as Date

from archive_search.records import Article, Kind, Paragraph

NASTY = 'R&D : 5 % de C_max #1 $x {y} ~z ^w \\fin "<script>alert(1)</script>'


def make_article(**properties: object) -> Article:
    """Make an article of which all that can be told is known, but for what is given otherwise."""
    known: dict[str, object] = {
        "id": "digue-1",
        "title": "La digue de Brévan cède",
        "date": Date(2017, 3, 2),
        "time": "08:30",
        "source": "Le Phare",
        "agency": "AFP",
        "section": "Région",
        "authors": ("Jeanne Dupont", "Marc de La Tour"),
        "language": "fr",
        "url": "https://phare.example/digue?jour=2",
        "page": "3-4",
        "keywords": ("digue", "Brévan, port"),
        "identifiers": ("urn:phare:17",),
    }
    values = {**known, **properties}
    if "paragraphs" not in values:
        values["paragraphs"] = make_paragraphs(values["title"])
    return Article(**values)  # type: ignore[arg-type]


def make_paragraphs(title: object) -> tuple[Paragraph, ...]:
    """Make one paragraph of each kind, the title first where there is one."""
    texts = [
        (Kind.TITLE, title),
        (Kind.LEAD, "La mer a eu raison de la pierre."),
        (Kind.BODY, "La digue a cédé lundi,\nau petit matin."),
        (Kind.HEADING, "Deux grues à terre"),
        (Kind.CAPTION, "Le quai nord, mardi."),
        (Kind.BYLINE, "Jeanne Dupont"),
    ]
    kept = [(kind, str(text)) for kind, text in texts if text is not None]
    return tuple(Paragraph(number=place, kind=kind, text=text) for place, (kind, text) in enumerate(kept, start=1))


def make_unknown(**properties: object) -> Article:
    """Make an article of which nothing is known."""
    text = Paragraph(number=1, kind=Kind.BODY, text="Un texte sans titre.")
    return Article(id="sans", paragraphs=(text,), **properties)  # type: ignore[arg-type]

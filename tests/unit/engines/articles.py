"""Articles to put into archives, written for these tests."""

from archive_search.records import Article, Kind, Paragraph

TOWNS = ("Brévanne", "Castelmur", "Doriac", "Essigny", "Fontarce", "Grandlieu", "Hautepierre", "Issandre")


def make_article(article_id: str, *texts: str, **properties: object) -> Article:
    """Make an article of body paragraphs; without texts it tells of a town drawn from its id."""
    town = TOWNS[sum(article_id.encode("utf-8", "surrogatepass")) % len(TOWNS)]
    texts = texts or (f"Le pont de {town} rouvre. Les habitants de {town} l'attendaient.", f"Dépêche {article_id}.")
    paragraphs = tuple(Paragraph(number=rank, kind=Kind.BODY, text=text) for rank, text in enumerate(texts, 1))
    return Article(id=article_id, paragraphs=paragraphs, **properties)  # type: ignore[arg-type]

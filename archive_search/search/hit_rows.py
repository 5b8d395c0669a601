"""Give hits as rows of a table: what CSV and TSV have of an answer, from the command line and the desktop alike.

>>> from archive_search.records import Article, Kind, Paragraph
>>> from archive_search.search.results import Hit
>>> article = Article(id="a1", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text="Le gué est coupé."),))
>>> hit_row(Hit(rank=1, score=2.5, article=article))[HIT_COLUMNS.index("title")]
'Le gué est coupé.'
"""

from archive_search.search.rendering import render_plain
from archive_search.search.results import Hit

HIT_COLUMNS = (
    "rank",
    "score",
    "article",
    "title",
    "date",
    "date_deduced",
    "source",
    "agency",
    "path",
    "paragraph",
    "snippet",
    "family",
    "others",
)


def hit_row(hit: Hit) -> list[object]:
    """Give the cells of a hit under `HIT_COLUMNS`, with its best passage only."""
    row = hit.to_dict()
    best = hit.snippets[0] if hit.snippets else None
    row["paragraph"] = best.paragraph if best else None
    row["snippet"] = render_plain(best.text, best.marks) if best else None
    row["date_deduced"] = int(row["date_deduced"])
    row["family"], row["others"] = (hit.family.id, hit.family.others) if hit.family else (None, None)
    return [row[column] for column in HIT_COLUMNS]

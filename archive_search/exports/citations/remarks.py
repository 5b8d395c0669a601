"""Say of a reference what no field of its format holds."""

from archive_search.records import Article


def remark_on(article: Article) -> str | None:
    """Tell in French that a date was deduced, and why; None where there is nothing to tell."""
    return f"Date déduite : {article.date_reason}" if article.date_reason else None

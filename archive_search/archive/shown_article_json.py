"""Give an article with its names and its family as JSON version 1 has them.

>>> from archive_search.archive.shown_article_json import shown_article_to_dict
>>> from archive_search.engines.naming.reading import ArticleNames
>>> from archive_search.records import Article
>>> names = ArticleNames((), (), is_settled=False)
>>> shown = shown_article_to_dict(Article(id="a1", paragraphs=()), names=names, family=None)
>>> shown["article"], shown["family"], shown["names_known"]
('a1', None, False)
"""

from typing import TYPE_CHECKING, Any

from archive_search.exports.article_json import article_to_dict
from archive_search.family_records import Family
from archive_search.records import Article

if TYPE_CHECKING:
    from archive_search.engines.naming.reading import ArticleNames


def shown_article_to_dict(article: Article, *, names: "ArticleNames", family: Family | None) -> dict[str, Any]:
    """Give an article, which family it is of, and its names."""
    summary = {"id": family.id, "members": len(family.members)} if family else None
    return {**article_to_dict(article), "family": summary, **names_to_dict(names)}


def names_to_dict(names: "ArticleNames") -> dict[str, Any]:
    """Give the names in an article, and its references to others."""
    return {
        "names_known": names.is_settled,
        "mentions": [
            {
                "paragraph": mention.paragraph,
                "span": list(mention.span),
                "surface": mention.surface,
                "entity": mention.entity,
                "name": mention.name,
                "type": mention.type.value,
                "role": mention.role.value,
                "origin": mention.origin.value,
            }
            for mention in names.mentions
        ],
        "references": [
            {
                "paragraph": reference.paragraph,
                "span": list(reference.span),
                "surface": reference.surface,
                "role": "reference",
                "article": reference.article,
            }
            for reference in names.references
        ],
    }

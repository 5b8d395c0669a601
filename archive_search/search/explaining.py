"""Explain a query: what each of its parts finds, what each of its words matches, and what an article earns by it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from archive_search.indexing.reading import IndexReader
from archive_search.query.printing import print_query
from archive_search.query.tree import ExactForm, Fuzzy, Leaf, Named, Node, Pattern, Phrase, Word
from archive_search.records import Article
from archive_search.search.evaluation import Evaluator
from archive_search.search.exact_words import ask_exactly, replace_leaf
from archive_search.search.explanation import (
    ExplainedArticle,
    ExplainedWord,
    Explanation,
    FormCount,
    FormOrigin,
    LeafKind,
)
from archive_search.search.form_origins import list_forms
from archive_search.search.impacts import ScoringContext
from archive_search.search.query_parts import find_lack, list_parts
from archive_search.search.resolving import Resolution
from archive_search.search.score_parts import take_apart
from archive_search.search.scoring import Scorer
from archive_search.search.terms import EntityTerm, LeafTerms
from archive_search.store.entities import describe_entities, variants_of

MOST_LISTED = 50
"""Forms and entities that are listed of one word; the others are counted."""

MOST_REWRITTEN = 100
"""Words of a query beyond which it is not written anew for each of them, which would take long."""

_KINDS: dict[type[Leaf], LeafKind] = {
    Word: LeafKind.WORD,
    ExactForm: LeafKind.EXACT_FORM,
    Pattern: LeafKind.TRUNCATION,
    Fuzzy: LeafKind.TOLERANCE,
    Phrase: LeafKind.PHRASE,
    Named: LeafKind.NAME,
}


def explain_query(
    resolution: Resolution, evaluator: Evaluator, *, index: IndexReader, connection: sqlite3.Connection
) -> Explanation:
    """Tell what a query matches.

    Args:
        resolution: The query and the terms of its leaves.
        evaluator: The query over the archive.
        index: Index of the archive.
        connection: Reader's connection to the records of the same commit.

    Returns:
        The explanation, with the query as it was understood for the query as typed, and no article.
    """
    interpreted = print_query(resolution.tree)
    return Explanation(
        query=interpreted,
        interpreted=interpreted,
        total=len(evaluator.units(resolution.tree)),
        tree=tuple(list_parts(evaluator, resolution.tree)),
        words=tuple(_explain_words(resolution, evaluator, index, connection)),
        warnings=resolution.warnings,
    )


def _explain_words(
    resolution: Resolution, evaluator: Evaluator, index: IndexReader, connection: sqlite3.Connection
) -> Iterator[ExplainedWord]:
    rewrites = len(resolution.terms) <= MOST_REWRITTEN
    for leaf, terms in resolution.terms.items():
        tally = evaluator.tally(leaf)
        word = ExplainedWord(
            text=print_query(leaf),
            kind=_KINDS[type(leaf)],
            articles=len(tally.articles),
            occurrences=tally.occurrences.size,
        )
        if isinstance(leaf, Named):
            yield _with_entities(word, terms, connection)
        else:
            forms = list_forms(index, leaf, terms)
            listed = replace(word, forms=tuple(forms[:MOST_LISTED]), forms_left_out=len(forms[MOST_LISTED:]))
            yield _with_offer(listed, leaf, terms, forms, tree=resolution.tree if rewrites else None)


def _with_entities(word: ExplainedWord, terms: LeafTerms, connection: sqlite3.Connection) -> ExplainedWord:
    """Add the entities that a name means."""
    ids = [
        term.id for slot in terms.slots for row in slot for each in row for term in each if isinstance(term, EntityTerm)
    ]
    found = sorted(describe_entities(connection, ids), key=lambda entity: (-entity.articles, entity.id))
    listed = [replace(each, variants=variants_of(connection, each.id)) for each in found[:MOST_LISTED]]
    return replace(word, entities=tuple(listed), entities_left_out=len(found[MOST_LISTED:]))


def _with_offer(
    word: ExplainedWord, leaf: Leaf, terms: LeafTerms, forms: list[FormCount], *, tree: Node | None
) -> ExplainedWord:
    """Add what to write so that the forms that came through stemming drop out, where there are any."""
    exact = [each.form for each in forms if each.origin is FormOrigin.EXACT]
    if not isinstance(leaf, Word) or not exact or len(exact) == len(forms):
        return word
    offer = ask_exactly(leaf, terms, exact)
    rewritten = print_query(replace_leaf(tree, leaf, offer)) if tree else None
    return replace(word, only_exact=print_query(offer), only_exact_query=rewritten)


def explain_article(
    article: Article, number: int, *, tree: Node, evaluator: Evaluator, context: ScoringContext
) -> ExplainedArticle:
    """Tell what an article earns by a query, or why the query does not find it.

    Args:
        article: Its record.
        number: Its number in the records.
        tree: The query as it was resolved.
        evaluator: The query over the archive.
        context: What is known of the archive.
    """
    (place,) = np.flatnonzero((context.corpus.article_numbers == number) & context.corpus.alive).tolist()
    lack = find_lack(evaluator, tree, np.array([place]))
    is_found = not (lack.missing or lack.excluded)
    return ExplainedArticle(
        id=article.id,
        title=article.heading,
        length=int(context.corpus.article_words[place]),
        parts=take_apart(Scorer(evaluator, context, tree), context, place) if is_found else None,
        missing=tuple(map(print_query, lack.missing)),
        excluded=tuple(map(print_query, lack.excluded)),
    )

"""Find the candidates of one article: what the model or a rule takes for a name, before the archive is heard.

>>> from archive_search.entities.candidates import find_candidates
>>> from archive_search.records import Kind, Paragraph
>>> text = "RABAT, 3 mars (MAP) - Le ministère russe de la Défense dément."
>>> paragraphs = [Paragraph(number=1, kind=Kind.BODY, text=text)]
>>> [(candidate.surface, str(candidate.role)) for candidate in find_candidates(paragraphs, [[]])]
[('RABAT', 'dateline'), ('MAP', 'agency'), ('ministère russe de la Défense', 'text')]
"""

import re
from collections.abc import Iterator, Sequence

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.acronyms import find_definitions
from archive_search.entities.addressed import find_addressed
from archive_search.entities.cleaning import clean_spans
from archive_search.entities.datelines import find_dateline
from archive_search.entities.gazetteer import find_known, known_name
from archive_search.entities.patterns import find_organisations
from archive_search.entities.preparing import prepare_text
from archive_search.entities.reconciling import reconcile
from archive_search.entities.rule_spans import RuleSpan, keep_longest, overlaps
from archive_search.entities.signatures import find_signatures
from archive_search.entities.spans import Candidate, RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType, Origin, Paragraph, Role

_FRENCH_LINK = re.compile(r"\b(?:de|du|des|d'|la|les|le|l'|et|pour|en|aux?)\b", re.IGNORECASE)


def find_candidates(paragraphs: Sequence[Paragraph], spans: Sequence[Sequence[RecognisedSpan]]) -> list[Candidate]:
    """Find what may be names in an article, by its text alone.

    Args:
        paragraphs: Paragraphs of the article, in order.
        spans: For each paragraph the spans of the model, which index its text, in order.

    Returns:
        Candidates in order of paragraph and start, not overlapping.
    """
    candidates: list[Candidate] = []
    for paragraph, recognised in zip(paragraphs, spans, strict=True):
        candidates += _candidates_of(paragraph, recognised, is_last=paragraph is paragraphs[-1])
    return candidates


def _candidates_of(paragraph: Paragraph, recognised: Sequence[RecognisedSpan], *, is_last: bool) -> list[Candidate]:
    text = prepare_text(paragraph.text)
    cleaned = list(clean_spans(text, recognised))
    found = keep_longest(_rule_spans(paragraph, text, cleaned, is_last=is_last))
    rules, model = reconcile(text, found, cleaned)
    candidates = [_candidate(paragraph, rule, role=rule.role, origin=Origin.RULE) for rule in rules]
    candidates += [_candidate(paragraph, span, role=Role.TEXT, origin=Origin.MODEL) for span in model]
    return sorted(candidates)


def _candidate(paragraph: Paragraph, span: RuleSpan | RecognisedSpan, *, role: Role, origin: Origin) -> Candidate:
    surface = paragraph.text[span.start : span.end]
    return Candidate(paragraph.number, span.start, span.end, surface, span.type, role, origin)


def _rule_spans(
    paragraph: Paragraph, text: str, cleaned: Sequence[RecognisedSpan], *, is_last: bool
) -> Iterator[RuleSpan]:
    yield from find_dateline(text)
    yield from find_signatures(paragraph, text, is_last=is_last)
    yield from find_addressed(text)
    yield from find_organisations(text)
    for start, end, known in find_known(text):
        yield RuleSpan(start, end, known.type)
    for short, long in find_definitions(text):
        kind = _type_of_definition(text[slice(*long)], [span for span in cleaned if overlaps(span[:2], long)])
        if kind is not None:
            yield RuleSpan(*short, kind)
            yield RuleSpan(*long, kind)


def _type_of_definition(long: str, recognised: Sequence[RecognisedSpan]) -> EntityType | None:
    """Tell what an acronym stands for; None for what is not sure to be a name."""
    known = known_name(long)
    if known is not None:
        return known.type
    if fold_name(long).split(" ", 1)[0] in read_words("concept_heads.txt"):
        return None
    # Persons are called by their initials too: Dominique Strauss-Kahn (DSK).
    if [span.type for span in recognised] == [EntityType.PERSON]:
        return EntityType.PERSON
    # The model often takes institutions for places. What it does not see may be a product, whose name has no "de".
    return EntityType.ORG if recognised or _FRENCH_LINK.search(long) else None

"""Bring together what rules and the model found in one paragraph, so that nothing overlaps.

A rule knows its name and its limits; the model sees longer names ("Bourse de Paris", "ambassade de France à Rome"), and
sometimes takes two for one ("Kremlin Dmitri Peskov").
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.cleaning import clean_span
from archive_search.entities.gazetteer import given_names
from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType, Role

_JOINTS = frozenset({"-", "–", "/", "et"})


def reconcile(
    text: str, rules: Sequence[RuleSpan], recognised: Sequence[RecognisedSpan]
) -> tuple[list[RuleSpan], list[RecognisedSpan]]:
    """Decide between rules and model where they overlap.

    Args:
        text: Prepared text of the paragraph.
        rules: Spans of rules in order, not overlapping.
        recognised: Cleaned spans of the model in order.

    Returns:
        The spans of rules and those of the model that stay, in order; none overlaps another.
    """
    kept_rules, waiting = list[RuleSpan](), deque(rules)
    kept: list[RecognisedSpan] = []
    end = 0
    for span in recognised:
        while waiting and waiting[0].end <= span.start:
            kept_rules.append(waiting.popleft())
        touched = _starting_before(span.end, waiting)
        if span.start < end:
            continue
        if _is_longer_name(text, span, touched):
            kept.append(span)
            for _ in touched:
                waiting.popleft()
        else:
            kept.extend(_left_over(text, span, touched))
        end = span.end
    return [*kept_rules, *waiting], kept


def _starting_before(end: int, rules: Iterable[RuleSpan]) -> list[RuleSpan]:
    return list(takewhile(lambda rule: rule.start < end, rules))


def _is_longer_name(text: str, span: RecognisedSpan, rules: Sequence[RuleSpan]) -> bool:
    """Tell whether what rules found is only a part of the name that the model found."""
    if not all(span.start <= rule.start and rule.end <= span.end and rule.role is Role.TEXT for rule in rules):
        return False
    if any(rule[:2] == span[:2] for rule in rules):
        return False
    if not rules:
        return True
    if _is_enumeration(text, span, rules):
        return False
    if span.type is EntityType.PERSON and any(_is_foreign(text, span, rule) for rule in rules):
        return False
    return not _opens_with_two_names(text, span, rules[0])


def _is_enumeration(text: str, span: RecognisedSpan, rules: Sequence[RuleSpan]) -> bool:
    """Tell whether a span is organisations that rules know and what joins them: RMC-BFMTV."""
    # Places so joined may be one (Poitou-Charente).
    if any(rule.type is not EntityType.ORG for rule in rules):
        return False
    edges = [span.start, *(edge for rule in rules for edge in rule[:2]), span.end]
    before, *between, behind = (text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True))
    return bool(between) and not before and not behind and all(part in _JOINTS for part in between)


def _is_foreign(text: str, person: RecognisedSpan, rule: RuleSpan) -> bool:
    """Tell whether an institution that a rule found in the span of a person is no part of the name."""
    name = text[rule.start : rule.end]
    if rule.type is not EntityType.ORG or fold_name(name) in given_names():
        return False
    return rule.start == person.start or (name.isupper() and not text[person.start : person.end].isupper())


def _opens_with_two_names(text: str, span: RecognisedSpan, first: RuleSpan) -> bool:
    """Tell whether a person with a given name follows directly what a rule found at the front of a span."""
    rest = text[first.end : span.end].split()
    is_direct = text[first.end : first.end + 1] == " "
    return first.start == span.start and is_direct and len(rest) > 1 and fold_name(rest[0]) in given_names()


def _left_over(text: str, span: RecognisedSpan, rules: Sequence[RuleSpan]) -> Iterator[RecognisedSpan]:
    """Yield the person who is left of a span beside what rules found in it."""
    start = span.start
    for rule in (*rules, None):
        end = span.end if rule is None else max(rule.start, start)
        if end - start > 3 and len(text[start:end].split()) > 1:
            rest = clean_span(text, RecognisedSpan(start, end, EntityType.PERSON))
            if rest is not None and len(text[rest.start : rest.end].split()) > 1:
                yield rest
        if rule is not None:
            start = rule.end

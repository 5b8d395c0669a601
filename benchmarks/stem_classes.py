"""Show what the overrides and rules of stemming change on the words of a corpus.

    python benchmarks/stem_classes.py corpus.jsonl.xz [more.jsonl.xz ...] [--classes 40]

Each file holds one JSON object a line, with a ``text`` and possibly a ``title``. Families "before" are those
of the Snowball stemmer alone, accents folded; "after" those of `stem_form`. A family is split when its forms
now have several keys, merged when it now takes in forms of several former families.
"""

import argparse
import json
import lzma
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from snowballstemmer.french_stemmer import FrenchStemmer

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import RULES, overridden_forms, stem_form

WORD = re.compile(r"[^\W\d_]+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
SHOWN_MEMBERS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--classes", type=int, default=40, help="how many heterogeneous families to show")
    arguments = parser.parse_args()
    counts = Counter(word for path in arguments.corpus for word in words_of(path))
    stemmer = FrenchStemmer()
    before = {form: fold_form(stemmer.stemWord(form)) for form in counts}
    after = {form: stem_form(form) for form in counts}
    print_summary(counts, before, after)
    print_causes(counts, before, after)
    print(f"\nthe {arguments.classes} most heterogeneous families after:")
    for key, forms in heterogeneous(counts, after)[: arguments.classes]:
        print(f"  {key}: " + " ".join(f"{form} {counts[form]}" for form in forms[:SHOWN_MEMBERS]))


def words_of(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = f"{record.get('title') or ''}\n{record['text']}".replace("\u00ad", "")
            for word in WORD.findall(unicodedata.normalize("NFC", text)):
                yield word.lower().translate(LIGATURES)


def print_summary(counts: Counter[str], before: Mapping[str, str], after: Mapping[str, str]) -> None:
    moved = [form for form in counts if before[form] != after[form]]
    tokens = counts.total()
    listed = sum(form in overridden_forms() for form in counts)
    split = sum(len(keys) > 1 for keys in keys_by(before, after).values())
    merged = sum(len(keys) > 1 for keys in keys_by(after, before).values())
    print(f"tokens                        {tokens:>12,}")
    print(f"distinct forms                {len(counts):>12,}")
    print(f"families before / after       {len(set(before.values())):>12,} / {len(set(after.values())):,}")
    print(f"families split / merged       {split:>12,} / {merged:,}")
    print(f"forms listed as overrides     {listed:>12,} of {len(overridden_forms()):,}")
    print(f"forms with another key        {len(moved):>12,}")
    print(f"tokens with another key       {share(counts, moved, tokens):>12.2%}")


def print_causes(counts: Counter[str], before: Mapping[str, str], after: Mapping[str, str]) -> None:
    forms_by_cause: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        if before[form] != after[form]:
            forms_by_cause[cause_of(form)].append(form)
    print("\nforms and tokens with another key, by cause:")
    for cause, forms in sorted(forms_by_cause.items()):
        print(f"  {cause:<14}{len(forms):>8,}{sum(counts[form] for form in forms):>12,}")


def cause_of(form: str) -> str:
    if form in overridden_forms():
        return "overrides"
    return next((rule.name for rule in RULES if rule.pattern.fullmatch(form)), "too long")


def keys_by(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, key in first.items():
        found[key].add(second[form])
    return found


def members(families: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, key in families.items():
        found[key].add(form)
    return {key: frozenset(forms) for key, forms in found.items()}


def share(counts: Counter[str], forms: Iterable[str], tokens: int) -> float:
    return sum(counts[form] for form in forms) / tokens


def heterogeneous(counts: Counter[str], families: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Rank families by the tokens of the member that is at once most frequent and most unlike the first."""
    ranked = []
    for key, forms in members(families).items():
        by_count = sorted(forms, key=lambda form: (-counts[form], form))
        head = by_count[0]
        weight = max((counts[form] * Levenshtein.normalized_distance(head, form) for form in by_count[1:]), default=0)
        ranked.append((weight, key, by_count))
    ranked.sort(key=lambda family: (-family[0], family[1]))
    return [(key, by_count) for _weight, key, by_count in ranked]


if __name__ == "__main__":
    main()

"""Measure how families are found in a corpus, compare ways to find them, and draw pairs to be read by eye.

usage: python -m benchmarks.families --shared ../shared --work build/families [--corpus orangesum] [--one-in N]
                                     [--compare] [--draw N] [--seed N]

Run it from the root of the project with the Python that archive-search is installed in. It prints the time and memory
that families take, all at once and for one article more, how many there are and of which sizes. With --compare it also
finds similar pairs with every shingle of every article, by sketches of other sizes, and by MinHash with datasketch
where that is installed: how many of the pairs of one family each of them finds. With --draw it shows pairs drawn at
random at each level of resemblance.
"""

import argparse
import random
import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from archive_search import Archive
from archive_search.engines.families import comparing, updating
from archive_search.engines.local_writing import LocalWriter
from archive_search.families import candidates, sketches
from archive_search.families.links import Resemblance, is_one_text
from archive_search.families.publications import Publication, order_of
from archive_search.families.shingles import Shingles, shingle_articles
from archive_search.records import Article
from archive_search.store.articles import fetch_articles, iterate_articles
from archive_search.store.families import count_families, read_members
from archive_search.store.family_numbers import read_family_numbers
from archive_search.store.sketches import (
    compare_again,
    forget_families,
    iterate_publications,
    read_resemblances,
)
from benchmarks.corpus import resize_corpus

LEVELS = (0.2, 0.4, 0.6, 0.8, 0.95, 1.01)
SHOWN_CHARACTERS = 230

Pairs = set[tuple[int, int]]


def main() -> None:
    """Read the arguments, make an archive, measure and print."""
    parser = argparse.ArgumentParser(description="measure how families are found")
    parser.add_argument("--shared", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--work", type=Path, required=True, help="folder to work in")
    parser.add_argument("--corpus", default="orangesum", help="name of the corpus")
    parser.add_argument("--one-in", type=int, default=1, help="take one article in so many, evenly")
    parser.add_argument("--compare", action="store_true", help="compare with other ways to find pairs")
    parser.add_argument("--draw", type=int, default=0, help="pairs to show at each level of resemblance")
    parser.add_argument("--seed", type=int, default=1, help="what the drawing begins with")
    options = parser.parse_args()
    with LocalWriter(make_archive(options)) as writer:
        writer.begin()
        for line in measure(writer):
            print(line, flush=True)
        if options.compare:
            for line in compare_ways(writer):
                print(line, flush=True)
        for line in draw_pairs(writer, options.draw, random.Random(options.seed)):
            print(line, flush=True)


def make_archive(options: argparse.Namespace) -> Path:
    """Make an archive of the corpus, unless it is there from a run before."""
    folder = options.work / f"{options.corpus}-{options.one_in}"
    if not folder.exists():
        options.work.mkdir(parents=True, exist_ok=True)
        corpus = options.shared / f"corpus/{options.corpus}.jsonl.xz"
        part = resize_corpus(corpus, size=Fraction(1, options.one_in), folder=options.work)
        with Archive.create(folder.with_suffix(".part")) as archive:
            archive.add([part])
        shutil.move(folder.with_suffix(".part"), folder)
    return folder


def measure(writer: LocalWriter) -> Iterator[str]:
    """Find all families, then those of one article more, and tell what that took."""
    connection = writer.connection
    forget_families(connection)
    before = time.process_time()
    seconds = timed(lambda: updating.update_families(connection))
    own = time.process_time() - before
    (articles,) = connection.execute("select count(*) from articles").fetchone()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    yield f"{articles} articles: {seconds:.1f} s, of which {own:.1f} s of processor; {peak:.0f} MB at most"
    last = connection.execute("select max(number) from articles").fetchone()
    compare_again(connection, last)
    connection.execute("update sketches set compared = 0 where article = ?", last)
    yield f"one article more: {timed(lambda: updating.update_families(connection)):.2f} s"
    yield f"reading the numbers of families: {timed(lambda: read_family_numbers(connection)) * 1e3:.2f} ms"
    (size,) = connection.execute("select sum(length(hashes)) from sketches").fetchone()
    yield f"sketches: {size / articles:.0f} bytes an article"
    yield from describe_families(writer)


def describe_families(writer: LocalWriter) -> Iterator[str]:
    """Tell how many families there are, of which sizes, and what their members are."""
    members = read_members(writer.connection)
    sizes = Counter(Counter(row.family for row in members).values())
    yield f"families: {count_families(writer.connection).families}"
    yield "sizes: " + ", ".join(f"{size} members {count} times" for size, count in sorted(sizes.items()))
    yield "members: " + ", ".join(f"{count} {name}" for name, count in Counter(row.relation for row in members).items())


def timed(action: Callable[[], object]) -> float:
    """Give the seconds that an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


class Corpus(NamedTuple):
    """Hold the articles of an archive in order of publication, for other ways to find pairs."""

    publications: list[Publication]
    shingles: list[Shingles]


def compare_ways(writer: LocalWriter) -> Iterator[str]:
    """Find pairs that give one text in several ways; tell the time, and what each finds of all that any found."""
    corpus = read_corpus(writer)
    found: dict[str, tuple[Pairs, int, float]] = {}
    for name, find in ways(corpus):
        started = time.perf_counter()
        pairs = find()
        seconds = time.perf_counter() - started
        found[name] = {pair for pair in pairs if gives_one_text(corpus, *pair)}, len(pairs), seconds
    every = set().union(*(right for right, _tried, _seconds in found.values()))
    for name, (right, tried, seconds) in found.items():
        yield (
            f"{name}: {seconds:.1f} s, {tried} pairs to count, {len(right)} of the {len(every)} that give one text "
            f"({len(right) / len(every):.1%})"
        )


def read_corpus(writer: LocalWriter) -> Corpus:
    """Cut all articles into shingles and put them in order of publication."""
    shingles: dict[int, Shingles] = {}
    batch: list[tuple[int, Article]] = []
    for number, article in iterate_articles(writer.connection):
        batch.append((number, article))
        if len(batch) == 200:
            shingles |= cut_batch(batch)
            batch = []
    shingles |= cut_batch(batch)
    rows = iterate_publications(writer.connection, sorted(shingles))
    publications = sorted((Publication(*row) for row in rows), key=order_of)
    return Corpus(publications, [shingles[publication.number] for publication in publications])


def cut_batch(batch: list[tuple[int, Article]]) -> dict[int, Shingles]:
    """Cut some articles into shingles, by number."""
    numbers = [number for number, _article in batch]
    return dict(zip(numbers, shingle_articles([article for _number, article in batch]), strict=True))


def ways(corpus: Corpus) -> Iterator[tuple[str, Callable[[], Pairs]]]:
    """Yield the ways to find pairs that may give one text, with their names."""
    yield "every shingle, pairs up to 64 apart", lambda: sampled_pairs(corpus, one_in=1, reach=64)
    for one_in in (1, 2, 4, 8, 16):
        yield (
            f"one shingle in {one_in}, pairs up to 8 apart",
            lambda one_in=one_in: sampled_pairs(corpus, one_in=one_in, reach=8),
        )
    try:
        import datasketch  # noqa: F401 - measured where it is installed, no part of the program
    except ImportError:
        print("datasketch is not installed: MinHash is left out", file=sys.stderr)
        return
    for threshold in (0.5, 0.3):
        yield f"MinHash of 128, Jaccard {threshold}", lambda threshold=threshold: minhash_pairs(corpus, threshold)


def sampled_pairs(corpus: Corpus, *, one_in: int, reach: int) -> Pairs:
    """Find pairs as the program does, with sketches and a reach of these sizes."""
    held = sketches.SAMPLED, candidates.REACH
    sketches.SAMPLED, candidates.REACH = one_in, reach
    try:
        rows = [(rank, sketches.make_sketch(each.hashes)) for rank, each in enumerate(corpus.shingles)]
        everything = np.ones(len(rows), bool)
        table = sketches.join_sketches(rows)
        return set(candidates.find_candidates(table, ranks=np.arange(len(rows)), new=everything))
    finally:
        sketches.SAMPLED, candidates.REACH = held


def minhash_pairs(corpus: Corpus, threshold: float) -> Pairs:
    """Find pairs with datasketch: MinHash of 128 permutations, and its index of bands for a threshold of Jaccard."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    pairs: Pairs = set()
    for rank, each in enumerate(corpus.shingles):
        distinct = np.unique(each.hashes >> np.uint64(32))
        if not len(distinct):
            continue
        minhash = MinHash(num_perm=128, hashfunc=int)
        minhash.update_batch(distinct.tolist())
        pairs.update((other, rank) for other in index.query(minhash))
        index.insert(rank, minhash, check_duplication=False)
    return pairs


def gives_one_text(corpus: Corpus, first: int, second: int) -> bool:
    """Count exactly what two articles share, and judge it as the program does."""
    one, other = corpus.publications[first], corpus.publications[second]
    shared = comparing.count_shared(corpus.shingles[first], corpus.shingles[second])
    resemblance = Resemblance(one.number, other.number, *shared)
    return comparing.is_worth_keeping(resemblance, one, other) and is_one_text(resemblance, one, other)


def draw_pairs(writer: LocalWriter, count: int, chance: random.Random) -> Iterator[str]:
    """Show pairs drawn at random at each level of resemblance, and whether the program takes them for one text."""
    connection = writer.connection
    found = [Resemblance(*row) for row in read_resemblances(connection)]
    numbers = sorted({number for each in found for number in (each.article, each.other)})
    known = {row.number: Publication(*row) for row in iterate_publications(connection, numbers)}
    families = {row.article: row.family for row in read_members(connection)}
    for low, high in pairwise(LEVELS):
        level = [each for each in found if low <= share_of(each, known) < high]
        linked = {each for each in level if families.get(each.article, -1) == families.get(each.other, -2)}
        yield f"\n##### {low} to {high}: {len(level)} pairs, {len(linked)} in one family"
        for each in chance.sample(level, min(count, len(level))):
            yield "\none family" if each in linked else "\napart"
            yield from show_pair(each, known, fetch_articles(connection, [each.article, each.other]))


def share_of(resemblance: Resemblance, known: dict[int, Publication]) -> float:
    """Give the share of the shorter text, or of the other where that is more, that both have."""
    one, other = known[resemblance.article], known[resemblance.other]
    return max(resemblance.words / max(1, one.words), resemblance.other_words / max(1, other.words))


def show_pair(resemblance: Resemblance, known: dict[int, Publication], articles: Iterable[Article]) -> Iterator[str]:
    """Show the heads of two articles, and what they share."""
    one, other = known[resemblance.article], known[resemblance.other]
    yield f"{resemblance.words} of {one.words} words and {resemblance.other_words} of {other.words}"
    for article in articles:
        text = " ".join(part.text for part in article.paragraphs[1:3])[:SHOWN_CHARACTERS]
        yield f"  {article.date} {article.time} {article.source}: {article.heading} // {text}"


if __name__ == "__main__":
    main()

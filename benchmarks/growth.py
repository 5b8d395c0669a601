"""Measure this program on the corpus at several sizes; the whole corpus itself is measured by the rounds.

>>> [subject_of(size) for size in SIZES]
['1/8 of the corpus', '1/4 of the corpus', '1/2 of the corpus', 'archive-search', '4 times the corpus']
"""

import logging
import shutil
from fractions import Fraction

from benchmarks.corpus import resize_corpus
from benchmarks.program import FILE_2, PROGRAM, index_corpus
from benchmarks.rounds import Plan, measure_searching
from benchmarks.samples import Samples

SIZES = (Fraction(1, 8), Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(4))
log = logging.getLogger(__name__)


def subject_of(size: Fraction) -> str:
    """Name the archive of a size."""
    if size == 1:
        return PROGRAM
    return f"{size} of the corpus" if size < 1 else f"{size} times the corpus"


def measure_growth(plan: Plan, samples: Samples, *, largest: Fraction) -> None:
    """Measure every size but the whole corpus: the smaller ones in as many rounds as that, the larger in one."""
    for size in SIZES:
        if size == 1 or size > largest:
            continue
        corpus = resize_corpus(plan.corpus, size=size, folder=plan.work)
        for number in range(1, plan.repeat + 1 if size < 1 else 2):
            log.info("round %d: %s", number, subject_of(size))
            archive = plan.work / "growth"
            samples.add(subject_of(size), index_corpus(FILE_2, corpus=corpus, archive=archive))
            measure_searching(archive, queries=plan.queries, samples=samples, subject=subject_of(size))
            shutil.rmtree(archive)
        corpus.unlink()

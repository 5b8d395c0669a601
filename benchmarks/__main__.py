"""Measure this program and its peers in one run, on one machine, on the same articles and queries.

usage: python -m benchmarks --shared ../shared --work build/bench [--quick] [--repeat N] [--limit N] [--peers a,b]

Run it from the root of the project with the Python that archive-search is installed in. The peers and what draws the
plots are installed into a virtual environment under --work. The figures go into docs/performance.md, or, when they
are of a part of the corpus, into a copy of that page under --work.
"""

import argparse
import logging
import os
import shlex
import subprocess
import sys
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from archive_search import Archive
from benchmarks.corpus import count_corpus, take_articles
from benchmarks.environment import PACKAGES, describe_machine, describe_versions, make_environment
from benchmarks.growth import SIZES, measure_growth
from benchmarks.page import fill_page
from benchmarks.processes import ROOT
from benchmarks.rounds import Plan, measure_rounds
from benchmarks.samples import Samples
from benchmarks.tables import write_tables
from benchmarks.targets import write_targets

QUICK_ARTICLES = 2000
PAGE = ROOT / "docs/performance.md"
log = logging.getLogger(__name__)


def main() -> None:
    """Read the arguments, measure, write the page and its plots."""
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S", level=logging.INFO)
    options = parse_arguments()
    if not hasattr(Archive, "rank"):
        sys.exit("this archive-search has no Archive.rank, which the benchmarks time: update it")
    options.work.mkdir(parents=True, exist_ok=True)
    python = make_environment(options.work / "environment", options.peers)
    saved = options.work / "samples.json"
    try:
        if not options.tables_only:
            measure(options, python).save(saved)
        write_page(Samples.load(saved), saved=saved, page=options.page, python=python)
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"stopped: {shlex.join(map(str, error.cmd))} ended with status {error.returncode}\n{error.output or ''}"
        )


def measure(options: argparse.Namespace, python: Path) -> Samples:
    """Measure every engine in rounds, then this program at other sizes."""
    corpus = options.shared / "corpus/orangesum.jsonl.xz"
    plan = Plan(
        shared=options.shared,
        work=options.work,
        python=python,
        corpus=take_articles(corpus, limit=options.limit, folder=options.work),
        peers=tuple(options.peers),
        repeat=options.repeat,
    )
    samples = Samples()
    articles, characters = count_corpus(plan.corpus)
    samples.about = {
        "corpus": f"{corpus.name}, {articles:,} articles, {characters / 1e6:,.1f} million characters",
        "part": ""
        if options.limit is None
        else "A trial on a part of the corpus; these are not the program's figures.",
        "date": datetime.now().astimezone().date().isoformat(),
        "machine": describe_machine(os.cpu_count()),
        "versions": describe_versions(python, plan.peers),
        "command": shlex.join(["python", "-m", "benchmarks", *sys.argv[1:]]),
        "rounds": str(plan.repeat),
    }
    measure_rounds(plan, samples)
    measure_growth(plan, samples, largest=Fraction(1) if options.quick else SIZES[-1])
    return samples


def write_page(samples: Samples, *, saved: Path, page: Path, python: Path) -> None:
    """Fill the page with the figures and draw the plots beside it."""
    blocks = {"about": write_about(samples), "targets": write_targets(samples), **write_tables(samples)}
    page.write_text(fill_page(PAGE.read_text(encoding="utf-8"), blocks), encoding="utf-8")
    subprocess.run([python, "-m", "benchmarks.plots", saved, page.parent], cwd=ROOT, check=True)
    log.info("written: %s", page)


def write_about(samples: Samples) -> str:
    """Tell what was measured, when, on what, by which command."""
    about = samples.about
    trial = [f"**{about['part']}**\n"] if about["part"] else []
    return "\n".join(
        [
            *trial,
            f"- Corpus: {about['corpus']}.",
            f"- Machine: {about['machine']}.",
            f"- Date: {about['date']}; {about['rounds']} round(s).",
            f"- Versions: {about['versions']}.",
            f"- Command: `{about['command']}`.\n",
        ]
    )


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure this program and its peers.")
    parser.add_argument("--shared", type=absolute, required=True, help="folder with corpus/ and bench/")
    parser.add_argument("--work", type=absolute, required=True, help="folder to write to")
    parser.add_argument("--peers", type=split_names, default=list(PACKAGES), help="all by default")
    parser.add_argument("--repeat", type=int, default=3, help="rounds; slow peers index in the first only")
    parser.add_argument("--limit", type=int, help="number of articles; all by default")
    parser.add_argument("--quick", action="store_true", help="2,000 articles, one round, nothing larger: two minutes")
    parser.add_argument("--page", type=absolute, help="page to write")
    parser.add_argument("--tables-only", action="store_true", help="write the page anew from the last measures")
    options = parser.parse_args()
    if options.quick:
        options.limit, options.repeat = options.limit or QUICK_ARTICLES, 1
    options.page = options.page or (PAGE if options.limit is None else options.work / PAGE.name)
    return options


def absolute(path: str) -> Path:
    """Give the whole path of an argument: probes run in another folder."""
    return Path(path).absolute()


def split_names(names: str) -> list[str]:
    """Split names at commas, refusing one that is no peer."""
    peers = names.split(",")
    for peer in peers:
        if peer not in PACKAGES:
            raise argparse.ArgumentTypeError(f"{peer} is none of {', '.join(PACKAGES)}")
    return peers


if __name__ == "__main__":
    main()

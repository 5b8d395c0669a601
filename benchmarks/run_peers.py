"""Measure this program and its peers in one run, on one machine, on the same articles and queries.

usage: run_peers.py --shared ../shared --work build/peers [--limit N] [--peers fts5,tantivy1,whoosh,xapian]

Run it with the Python that archive-search is installed in. The peers are installed into a virtual environment
under --work. Peers are given the text alone, already in memory; this program reads the file, cleans the
articles and keeps their records as well, and what it takes for that is counted.
"""

import argparse
import os
import platform
from datetime import datetime
from pathlib import Path

from peers.corpus import take_articles
from peers.environment import PACKAGES, make_environment
from peers.measuring import measure_peer, measure_program
from peers.report import PROGRAM, format_tables


def main() -> None:
    """Read the arguments, measure every engine, print the tables."""
    options = parse_arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    scripts = options.shared / "bench"
    corpus = take_articles(options.shared / "corpus/orangesum.jsonl.xz", limit=options.limit, folder=options.work)
    python = make_environment(options.work / "environment", options.peers)
    measures = {PROGRAM: measure_program(scripts=scripts, corpus=corpus, index=options.work / PROGRAM)}
    for peer in options.peers:
        index = options.work / peer
        measures[peer] = measure_peer(peer, python=python, scripts=scripts, corpus=corpus, index=index)
    today = datetime.now().astimezone().date()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{corpus.name}, {today}, {machine}\n")
    print(format_tables(measures), end="")


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure this program and its peers in one run.")
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpus/ and bench/")
    parser.add_argument("--work", type=Path, required=True, help="folder to write to")
    parser.add_argument("--limit", type=int, help="number of articles; all by default")
    parser.add_argument("--peers", type=split_names, default=["fts5", "tantivy1", "whoosh", "xapian"])
    return parser.parse_args()


def split_names(names: str) -> list[str]:
    """Split names at commas, refusing one that is no peer."""
    peers = names.split(",")
    for peer in peers:
        if peer not in PACKAGES:
            raise argparse.ArgumentTypeError(f"{peer} is none of {', '.join(PACKAGES)}")
    return peers


if __name__ == "__main__":
    main()

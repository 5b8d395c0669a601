"""Measure the result pages of an archive on this machine, one after another and under load, as a table in Markdown.

usage: python tools/load --index FOLDER --work FOLDER --locust PROGRAM [--users N] [--seconds N] [--seed N]

The server is `archive-search serve`, as a reader starts it; locust (https://locust.io) plays readers who ask without
pause. The addresses are drawn from the words and names of the archive, the same for a seed.
"""

import argparse
import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from asking import draw_addresses
from first_bytes import Answer, measure

from archive_search import Archive

ADDRESSES = 300
"""Different pages; 300 are asked for one after another."""


def main() -> None:
    """Read the arguments, measure, and print the table."""
    parser = argparse.ArgumentParser(description="Measure the result pages of an archive.")
    parser.add_argument("--index", type=Path, required=True, help="folder of the archive")
    parser.add_argument("--work", type=Path, required=True, help="folder for what locust writes")
    parser.add_argument("--locust", type=Path, required=True, help="the program locust")
    parser.add_argument("--users", type=int, default=50, help="readers at once (50)")
    parser.add_argument("--seconds", type=int, default=60, help="time under load (60)")
    parser.add_argument("--seed", type=int, default=7, help="what the addresses depend on (7)")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    with Archive.open(asked.index) as archive:
        addresses = draw_addresses(archive, count=ADDRESSES, seed=asked.seed)
        print(f"{archive.stats().articles:,} articles, {len(addresses)} pages, seed {asked.seed}\n")  # noqa: T201  # what it is run for
    with serve(asked.index) as (port, process):
        measure(port, addresses[:10])
        rows = [*rows_of(measure(port, addresses))]
        rows += load(port, addresses, asked)
        rows.append(("largest memory of the server", f"{most_memory(process.pid)} MB"))
    print_table(rows)


@contextmanager
def serve(index: Path) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """Run the server on a free port, and give the port and the process."""
    program = Path(sys.executable).with_name("archive-search")
    command = [str(program), "serve", "--port", "0", "--index", str(index)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            found = re.search(r":(\d+)/", process.stderr.readline())
            assert found is not None
            yield int(found[1]), process
        finally:
            process.terminate()


def rows_of(answers: Sequence[Answer]) -> Iterator[tuple[str, str]]:
    """Give the rows on pages asked for one after another."""
    failed = [answer.address for answer in answers if answer.status != 200]
    yield "one after another: pages, failures", f"{len(answers)}, {len(failed)}"
    for name, values, unit in (
        ("first byte", [answer.first_byte * 1000 for answer in answers], "ms"),
        ("last byte", [answer.whole * 1000 for answer in answers], "ms"),
        ("weight, not compressed", [answer.size / 1000 for answer in answers], "kB"),
    ):
        yield f"{name}: median, 95th percentile, most", f"{say(values)} {unit}"


def say(values: Sequence[float]) -> str:
    """Write the median, the 95th percentile and the greatest of some values."""
    return f"{median(values):.0f}, {quantiles(values, n=20)[-1]:.0f}, {max(values):.0f}"


def load(port: int, addresses: Sequence[str], asked: argparse.Namespace) -> list[tuple[str, str]]:
    """Have locust ask, and give the rows on what it found."""
    listed = asked.work / "addresses.txt"
    listed.write_text("\n".join(addresses), encoding="ascii")
    command = [
        *(str(asked.locust), "--locustfile", str(Path(__file__).with_name("locustfile.py")), "--headless"),
        *("--host", f"http://127.0.0.1:{port}", "--users", str(asked.users), "--spawn-rate", str(asked.users)),
        *("--run-time", f"{asked.seconds}s", "--csv", str(asked.work / "load"), "--only-summary"),
    ]
    # It ends with status 1 where any request failed: the table tells how many.
    subprocess.run(
        command,
        check=False,
        env={**os.environ, "LOAD_ADDRESSES": str(listed)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=600,
    )
    with (asked.work / "load_stats.csv").open(encoding="utf-8", newline="") as stream:
        found = next(csv.DictReader(stream))
    return [
        (
            f"{asked.users} readers for {asked.seconds} s: pages, failures",
            f"{found['Request Count']}, {found['Failure Count']}",
        ),
        ("pages a second", f"{float(found['Requests/s']):.1f}"),
        ("whole page: median, 95th percentile, most", f"{found['50%']}, {found['95%']}, {found['100%']} ms"),
    ]


def most_memory(pid: int) -> str:
    """Give the largest resident memory of a process so far, in megabytes; Linux alone tells."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return "?"
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return str(int(found[1]) // 1000) if found else "?"


def print_table(rows: Sequence[tuple[str, str]]) -> None:
    """Print rows as a table in Markdown."""
    for name, value in (("", "measured"), ("---", "---"), *rows):
        print(f"| {name} | {value} |")  # noqa: T201  # what it is run for


if __name__ == "__main__":
    main()

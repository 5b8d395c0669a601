"""Ask the JSON interface of a running desktop for whatever its OpenAPI document allows, and much that it does not.

usage: python tools/try_api.py --work FOLDER [--index FOLDER] [--requests N] [--seed N]

schemathesis makes the requests. One fails when it is answered by a status, a type or a shape that the document does not
have, or by any fault of the server; then the run fails. Fewer requests than asked for are a failure too. Without an
archive that of seeds/ is made.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from browser.desktops import make_sample, run_desktop

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
EXAMPLES = 350
"""Requests made up for each operation in one round, beside those that the document itself suggests."""


def main() -> None:
    """Read the arguments, ask, and end with status 1 where anything failed."""
    parser = argparse.ArgumentParser(description="Try the JSON interface of the desktop.")
    parser.add_argument("--work", type=Path, required=True, help="folder for the archive and the report")
    parser.add_argument("--index", type=Path, help="folder of an archive; without it the seeds are indexed")
    parser.add_argument("--requests", type=int, default=5_000, help="number of requests at least (5,000)")
    parser.add_argument("--seed", type=int, default=7, help="what the requests depend on (7)")
    asked = parser.parse_args()
    shutil.rmtree(asked.work, ignore_errors=True)
    asked.work.mkdir(parents=True)
    with run_desktop(asked.index or make_sample(asked.work / "archive")) as address:
        sys.exit(try_api(address, work=asked.work, requests=asked.requests, seed=asked.seed))


def try_api(address: str, *, work: Path, requests: int, seed: int) -> int:
    """Make requests in rounds, each from another seed, until there are enough; give the exit status."""
    made = 0
    while made < requests:
        report = work / f"report-{seed}.json"
        status = subprocess.run(command(address, report=report, seed=seed), check=False, cwd=work).returncode
        made += count_requests(report)
        print(f"{made} requests in all, seed {seed}: exit status {status}", flush=True)  # noqa: T201  # what it is run for
        if status:
            return status
        seed += 1
    return 0


def command(address: str, *, report: Path, seed: int) -> Sequence[str]:
    """Give the command of one round."""
    tool = Path(sys.executable).with_name("schemathesis")
    return (
        *(str(tool), "--no-color", "run", f"{address}/openapi.json", "--wait-for-schema", "60"),
        *("--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing", "--max-examples", str(EXAMPLES)),
        *("--seed", str(seed), "--continue-on-failure", "--suppress-health-check", "all"),
        *("--report", "json", "--report-json-path", str(report.resolve())),
    )


def count_requests(report: Path) -> int:
    """Count the requests of a round by its report."""
    return int(json.loads(report.read_text(encoding="utf-8"))["test_cases"]["generated"])


if __name__ == "__main__":
    main()

"""Start the programs of `writing_process` and wait for them."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("writing_process.py")
ENVIRONMENT = os.environ | {
    "PYTHONPATH": os.pathsep.join([str(PROGRAM.parents[1]), str(PROGRAM.parents[3])]),
    "PYTHONWARNINGS": "ignore",
    "PYTHONIOENCODING": "utf-8",
}


def start(program: str, *arguments: str | Path) -> "subprocess.Popen[str]":
    """Start a program; its standard output is read by line."""
    command = [sys.executable, str(PROGRAM), program, *map(str, arguments)]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def run(program: str, *arguments: str | Path, status: int = 0) -> str:
    """Run a program to its end and give what it printed."""
    with start(program, *arguments) as process:
        output, _ = process.communicate(timeout=60)
    assert process.returncode == status, output
    return output

"""Compare how long a function takes on a text and on one four times as long."""

import gc
import time
from collections.abc import Callable

import pytest

# Linear work takes 4 times as long, quadratic 16; what is between allows for a busy machine.
MOST = 10
REPEATS = 5
LENGTH = 20_000


def check_linear(work: Callable[[str], object], unit: str) -> None:
    """Fail when the time grows much faster than the text."""
    short = unit * (LENGTH // len(unit))
    for _attempt in range(REPEATS):
        once, fourfold = measure(work, short), measure(work, short * 4)
        if fourfold < MOST * once:
            return
    pytest.fail(f"{once:.4f} s for {len(short)} characters, {fourfold:.4f} s for four times as many")


def measure(work: Callable[[str], object], text: str) -> float:
    """Take the time of one call in seconds, without what the garbage collector takes to go through all other tests."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work(text)
        return time.perf_counter() - start
    finally:
        gc.enable()

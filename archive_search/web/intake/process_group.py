"""End a process together with those that it has started, at once, whatever they are doing.

A process that is killed has its own workers end by themselves, but not before what they are doing is done: loading the
model of names takes seconds.
"""

import os
import signal
from contextlib import suppress

# Windows has no groups that could be ended so: there the workers end by themselves.
_HAS_GROUPS = hasattr(os, "killpg")


def lead_group() -> None:
    """Make this process, and those that it will start, a group of their own."""
    if _HAS_GROUPS:
        os.setpgrp()


def end_group(leader: int) -> None:
    """End the group that a process leads; nothing where it does not lead one, or no more.

    Args:
        leader: Number of the process, which has not been waited for yet.
    """
    if _HAS_GROUPS:
        with suppress(ProcessLookupError):
            os.killpg(leader, signal.SIGKILL)

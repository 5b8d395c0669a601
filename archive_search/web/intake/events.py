"""Tell how far a run is as server-sent events, to any number of windows, until it ends.

Each event is ``progress`` or, for the last one, ``end``; its data are the run as JSON has it and the same in words.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator

from archive_search.web.intake.job import Job
from archive_search.web.rendering import environment_of
from archive_search.web.site import Site

SECONDS_BETWEEN = 0.25
SECONDS_OF_SILENCE = 15.0
"""Time after which a comment is sent, so that nobody takes the connection for dead, and one that is dead is noticed."""

_SENTENCES = ("phase", "count", "left", "file")


async def stream_events(site: Site, *, language: str) -> AsyncIterator[str]:
    """Yield an event each time that something changed.

    Args:
        site: The desktop.
        language: Language of the words.
    """
    shown: Job | None = None
    sent = time.monotonic()
    while not site.ending.is_set():
        job = site.jobs.latest
        if job is not None and job is not shown:
            shown, sent = job, time.monotonic()
            yield write_event(job, language=language)
            if job.is_over:
                return
        elif time.monotonic() - sent >= SECONDS_OF_SILENCE:
            sent = time.monotonic()
            yield ": rien de nouveau\n\n"
        await asyncio.sleep(SECONDS_BETWEEN)


def write_event(job: Job, *, language: str) -> str:
    """Write how far a run is as one event."""
    told = json.dumps({"job": job.to_dict(), "said": say_progress(job, language=language)}, ensure_ascii=True)
    return f"event: {'end' if job.is_over else 'progress'}\ndata: {told}\n\n"


def say_progress(job: Job, *, language: str) -> dict[str, str]:
    """Say how far a run is, in the sentences of its page."""
    sentences = environment_of(language).get_template("intake/_progress.html").module
    return {name: getattr(sentences, name)(job).unescape().strip() for name in _SENTENCES}

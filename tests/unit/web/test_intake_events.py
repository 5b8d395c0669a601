"""Events go on for as long as there is something to tell, and no longer."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from archive_search.web.holding import ArchiveHolder
from archive_search.web.intake import events
from archive_search.web.intake.jobs import Jobs
from archive_search.web.intake.orders import Order
from archive_search.web.site import Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="named pipes of POSIX")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Give a desktop that brings something in for as long as one likes."""
    os.mkfifo(tmp_path / "tube")
    site = Site(holder=ArchiveHolder(tmp_path / "archive"), jobs=Jobs(tmp_path / "archive"))
    assert site.jobs.start(Order(paths=(tmp_path / "tube",)))
    yield site
    site.jobs.close()


async def take(stream: AsyncIterator[str], count: int) -> list[str]:
    return [await anext(stream) for _ in range(count)]


def test_the_first_event_comes_at_once(site: Site) -> None:
    (first,) = asyncio.run(take(events.stream_events(site, language="fr"), 1))
    name, data, *rest = first.split("\n")
    assert (name, rest) == ("event: progress", ["", ""])
    told = json.loads(data.removeprefix("data: "))
    assert told["job"]["phase"] == "reading"
    assert told["said"] == {"phase": "Recherche des fichiers…", "count": "", "left": "", "file": ""}


def test_in_a_long_silence_something_is_sent(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "SECONDS_OF_SILENCE", 0)
    monkeypatch.setattr(events, "SECONDS_BETWEEN", 0)
    _, second = asyncio.run(take(events.stream_events(site, language="fr"), 2))
    assert second.startswith(":")


def test_a_run_that_ends_ends_the_events(site: Site) -> None:
    site.jobs.close()

    async def take_all() -> list[str]:
        return [event async for event in events.stream_events(site, language="fr")]

    assert [event.partition("\n")[0] for event in asyncio.run(take_all())] == ["event: end"]


def test_a_desktop_that_ends_ends_the_events_of_a_run_that_goes_on(site: Site) -> None:
    async def take_to_the_end() -> list[str]:
        stream = events.stream_events(site, language="fr")
        taken = [await anext(stream)]
        site.ending.set()
        return [*taken, *[event async for event in stream]]

    assert len(asyncio.run(take_to_the_end())) == 1


def test_what_is_told_stays_on_one_line_whatever_it_holds(site: Site) -> None:
    job = site.jobs.latest
    assert job is not None
    told = events.write_event(job, language="fr")
    assert told.count("\n") == 3
    assert told.isascii()

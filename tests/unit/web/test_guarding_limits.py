"""Tests of how many requests are at work at once, and for how long."""

import asyncio
import logging

import pytest
from starlette.types import Receive, Scope, Send

from archive_search.web.guarding.crowds import Crowd
from archive_search.web.guarding.deadlines import Deadline
from tests.unit.web.asking import Heard, ask, hand_over, say, scope_of, take_into


async def never_answer(_scope: Scope, _receive: Receive, _send: Send) -> None:
    await asyncio.Event().wait()


def test_beyond_the_most_at_once_a_reader_is_told_to_come_back() -> None:
    async def crowd() -> tuple[list[Heard], Heard]:
        opened = asyncio.Event()

        async def wait_and_say(scope: Scope, receive: Receive, send: Send) -> None:
            await opened.wait()
            await say()(scope, receive, send)

        guard = Crowd(wait_and_say, most=2)
        heard = [Heard(), Heard()]
        inside = [asyncio.ensure_future(guard(scope_of(), hand_over(), take_into(each))) for each in heard]
        await asyncio.sleep(0)
        refused = Heard()
        await guard(scope_of(), hand_over(), take_into(refused))
        opened.set()
        await asyncio.gather(*inside)
        await guard(scope_of(), hand_over(), take_into(later := Heard()))
        return [*heard, later], refused

    answered, refused = asyncio.run(crowd())
    assert [each.status for each in answered] == [200, 200, 200]
    assert (refused.status, refused.headers["retry-after"]) == (503, "2")


def test_a_request_that_fails_leaves_the_crowd() -> None:
    async def fail(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ZeroDivisionError

    guard = Crowd(fail, most=1)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            ask(guard, scope_of())


@pytest.mark.parametrize(("method", "told"), [("GET", "Réponse trop longue à venir"), ("POST", "et continue")])
def test_an_answer_that_does_not_begin_in_time_is_told(method: str, told: str) -> None:
    answer = ask(Deadline(never_answer, seconds=0.01), scope_of(method))
    assert answer.status == 503
    assert told in answer.body.decode()


def test_an_answer_that_has_begun_may_go_on() -> None:
    async def scenario() -> Heard:
        cut, heard = asyncio.Event(), Heard()

        async def begin_and_wait(_scope: Scope, _receive: Receive, send: Send) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await cut.wait()
            await send({"type": "http.response.body", "body": b"fin", "more_body": False})

        work = asyncio.ensure_future(Deadline(begin_and_wait, seconds=0.0)(scope_of(), hand_over(), take_into(heard)))
        await asyncio.wait({work}, timeout=0.02)
        cut.set()
        await work
        return heard

    heard = asyncio.run(scenario())
    assert (heard.status, heard.body, heard.is_whole) == (200, b"fin", True)


def test_what_comes_too_late_is_not_heard_and_its_fault_is_written(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> Heard:
        opened, heard = asyncio.Event(), Heard()

        async def answer_late(scope: Scope, receive: Receive, send: Send) -> None:
            await opened.wait()
            await say(b"tard")(scope, receive, send)
            raise ZeroDivisionError

        await Deadline(answer_late, seconds=0.01)(scope_of(), hand_over(), take_into(heard))
        opened.set()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.wait(others)
        await asyncio.sleep(0)
        return heard

    with caplog.at_level(logging.ERROR):
        heard = asyncio.run(scenario())
    assert b"tard" not in heard.body
    assert [record.exc_info is not None for record in caplog.records] == [True]


def test_a_fault_in_time_is_a_fault() -> None:
    async def fail(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(Deadline(fail), scope_of())

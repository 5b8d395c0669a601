"""A desktop listens on the loopback interface only."""

import asyncio
import errno
import socket
from urllib.parse import urlsplit

import pytest

from archive_search.web.serving import address_of, listen


def test_a_free_port_of_the_loopback_interface_is_taken() -> None:
    with listen(0) as listener:
        host, port = listener.getsockname()
        assert host == "127.0.0.1"
        assert urlsplit(address_of(listener)) == ("http", f"127.0.0.1:{port}", "/", "", "")


def test_a_port_that_is_taken_is_not_shared() -> None:
    taken = rf"\[Errno {errno.EADDRINUSE}\]"
    with listen(0) as listener, pytest.raises(OSError, match=taken):
        listen(listener.getsockname()[1])


def test_a_port_that_was_given_back_can_be_taken_again() -> None:
    with listen(0) as listener:
        port = listener.getsockname()[1]
    with listen(port) as listener:
        assert listener.getsockname()[1] == port


def test_no_part_of_an_answer_waits_for_the_reader_to_confirm_another() -> None:
    async def ask() -> int:
        delays: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            delays.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listener = listen(0)
        async with await asyncio.start_server(answer, sock=listener):
            _reader, writer = await asyncio.open_connection(*listener.getsockname())
            writer.close()
            return await delays

    assert asyncio.run(ask()) == 1

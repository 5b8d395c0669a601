"""Ask for pages one after another, and measure when their first byte comes and how much they weigh."""

import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Hold what was measured of one answer.

    Attributes:
        address: What was asked for.
        status: HTTP status.
        first_byte: Seconds from sending the request to the first byte.
        whole: Seconds to the last.
        size: Bytes of the page, not compressed.
    """

    address: str
    status: int
    first_byte: float
    whole: float
    size: int


def measure(port: int, addresses: Iterable[str]) -> list[Answer]:
    """Ask for each address once, each over a connection of its own."""
    return [_ask(port, address) for address in addresses]


def _ask(port: int, address: str) -> Answer:
    request = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n"
    begin = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request.encode("ascii"))
        received = bytearray(connection.recv(65_536))
        first = time.perf_counter()
        while more := connection.recv(65_536):
            received += more
    end = time.perf_counter()
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    return Answer(address=address, status=status, first_byte=first - begin, whole=end - begin, size=len(body))

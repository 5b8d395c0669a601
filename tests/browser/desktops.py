"""Desktops that run for a test as they do for a reader: a process of their own, on a free port."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_search import Archive

SEEDS = Path(__file__).parents[2] / "seeds"

_SERVER = """
import socket
import sys
from pathlib import Path
from archive_search.web.serving import serve_desktop

listener = socket.socket(fileno=int(sys.argv[2]))
serve_desktop(Path(sys.argv[1]), listener, cleaning="all", on_ready=lambda: None)
"""


def make_sample(path: Path) -> Path:
    """Index the sample articles with their names, and keep some of them in a dossier."""
    with Archive.create(path, workers=1) as archive:
        archive.add([SEEDS])
        archive.update_entities()
        dossier = archive.desk.create_dossier("Bases aériennes")
        archive.desk.add_to_dossier(dossier.id, archive.find("base"))
        archive.desk.save_search("Syrie", "Syrie OU Lattaquié")
    return path


@contextmanager
def run_desktop(index: Path) -> Iterator[str]:
    """Run the desktop of an archive, and give its address.

    Args:
        index: Folder of the archive, which need not exist yet.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        # The port answers before the server does: who connects early waits, and nobody else can take it. Once it is
        # the server's alone, a server that ends refuses who connects, and nobody waits in vain.
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        handle = taken.fileno()
        server = subprocess.Popen([sys.executable, "-c", _SERVER, str(index), str(handle)], pass_fds=[handle])
    with server:
        try:
            yield address
        finally:
            server.terminate()

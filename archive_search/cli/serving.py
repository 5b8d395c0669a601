"""The commands `desktop` and `serve`."""

import errno
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import print_message
from archive_search.cli.options import cleaning_option, index_option

if TYPE_CHECKING:
    import socket

USUAL_PORT = 8765
_LAST_PORT = 65_535
_REASONS = {errno.EADDRINUSE: "déjà pris par un autre programme", errno.EACCES: "réservé par le système"}


def port_option(port: int | None, *, shown: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add ``--port``.

    Args:
        port: What holds without the option; None for the usual one where it is free.
        shown: The same, for the help page.
    """
    return click.option(
        "--port",
        metavar="NOMBRE",
        type=click.IntRange(0, _LAST_PORT),
        default=port,
        show_default=shown,
        help="Port de 127.0.0.1 ; 0 en prend un de libre.",
    )


@click.command("desktop", cls=FrenchCommand, short_help="Ouvre l'archive dans le navigateur.")
@port_option(None, shown=f"{USUAL_PORT}, ou un port libre s'il est pris")
@index_option
@cleaning_option
def desktop_command(port: int | None, index: Path, cleaning: str) -> None:
    """Ouvre l'archive dans le navigateur : chercher, lire, corriger les noms, ranger dans des dossiers.

    Rien ne sort de cet ordinateur. S'il n'y a pas encore d'archive, la première page en fait une. S'arrête par Ctrl+C.
    """
    _serve(_listen_where_free() if port is None else _listen(port), index, cleaning, opens=True)


@click.command("serve", cls=FrenchCommand, short_help="Sert les mêmes pages sans ouvrir de navigateur.")
@port_option(USUAL_PORT, shown=str(USUAL_PORT))
@index_option
@cleaning_option
def serve_command(port: int, index: Path, cleaning: str) -> None:
    """Sert les pages de « desktop » et leur JSON sur 127.0.0.1, sans ouvrir de navigateur.

    Seuls les programmes de cet ordinateur peuvent s'y adresser. S'arrête par Ctrl+C.
    """
    _serve(_listen(port), index, cleaning, opens=False)


def _serve(listener: "socket.socket", index: Path, cleaning: str, *, opens: bool) -> None:
    from archive_search.web.serving import address_of, serve_desktop

    address = address_of(listener)

    def tell() -> None:
        print_message(f"archive-search est ouvert à l'adresse {address}")
        print_message("pour l'arrêter : Ctrl+C dans cette fenêtre")
        if opens:
            # A browser of the terminal would keep the server from answering it.
            threading.Thread(target=_open_browser, args=(address,), daemon=True).start()

    serve_desktop(index, listener, cleaning=cleaning, on_ready=tell)
    print_message("arrêté")


def _listen_where_free() -> "socket.socket":
    """Take the usual port, so that bookmarks stay good, or else any that is free."""
    from archive_search.web.serving import listen

    try:
        return listen(USUAL_PORT)
    except OSError:
        return _listen(0)


def _listen(port: int) -> "socket.socket":
    from archive_search.web.serving import listen

    try:
        return listen(port)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"impossible à prendre (erreur système {error.errno})")
        raise Refusal(f"port {port} {reason} : choisissez-en un autre par --port") from error


def _open_browser(address: str) -> None:
    import webbrowser

    try:
        is_open = webbrowser.open(address)
    except webbrowser.Error:
        is_open = False
    if not is_open:
        print_message(f"aucun navigateur trouvé : ouvrez vous-même {address}")

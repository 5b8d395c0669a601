"""The command `archive-search`: each command parses its arguments, calls one method, and prints.

$ archive-search query "Lattaquié base aérienne"
"""

NOTHING_FOUND = 1
INTERRUPTED = 130


def main() -> None:
    """Run the command line."""
    try:
        from archive_search.cli.program import program

        program()
    except KeyboardInterrupt:  # while the program was still starting: nothing was begun
        raise SystemExit(INTERRUPTED) from None

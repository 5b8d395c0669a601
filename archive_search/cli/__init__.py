"""The command `archive-search`: each command parses its arguments, calls one method, and prints."""


def main() -> None:
    """Run the command line."""
    from archive_search.cli.program import program

    program()

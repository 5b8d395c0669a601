"""Give an index that is built anew the names that the records have."""

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.local_writing import LocalWriter
from archive_search.engines.naming.resolving import read_layout
from archive_search.engines.naming.settling import place_again
from archive_search.engines.naming.state import is_generation_named, note_next_generation
from archive_search.store.commits import FINGERPRINT, read_state
from archive_search.store.connecting import translated


def rebuild_names(writer: LocalWriter) -> None:
    """Write the places of entities into the generation that a writer is preparing.

    Where other rules cut the text into words before, mentions are first placed among the words of today.
    """
    with translated(writer.path):
        index, connection = writer.begin(), writer.connection
        if read_state(connection, FINGERPRINT) != analyzer_fingerprint():
            place_again(connection)
        index.set_names(read_layout(connection))
        if is_generation_named(connection):
            note_next_generation(connection)

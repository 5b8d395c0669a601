"""The intake room: the first run, the choice of a folder, indexing as it goes on, and the page of the archive."""

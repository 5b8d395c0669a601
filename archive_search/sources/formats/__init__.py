"""The readers, a room for each kind of format: bytes to articles, or to failures that say what is wrong."""

"""Families of an archive: worked out at each commit, and read."""

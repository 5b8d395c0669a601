"""Which format a file has: told by its first bytes, then by how its text begins, then by its name."""

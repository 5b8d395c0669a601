"""The help: keys, how to write a query, how to cite, what can be read; it needs no archive."""

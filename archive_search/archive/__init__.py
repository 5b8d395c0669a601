"""The archive as a program or a reader handles it: one class over sources, engine and query."""

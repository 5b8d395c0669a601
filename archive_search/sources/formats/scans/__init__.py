"""Scanned newspapers: ALTO and METS."""

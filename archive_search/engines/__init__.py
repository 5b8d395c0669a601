"""Engines: what stores and searches an archive, behind one protocol."""

"""Measure other search engines on the corpus and queries that this program is measured on."""

"""Records that name their properties: CSV and JSON."""

"""Drawings made by the server: numbers in, records of shapes out, which templates print as SVG."""

"""Pieces of HTML, wherever they come from, as passages; whole pages are in `formats.pages`."""

"""Refer to one article as libraries and their programs do: ISO 690, BibTeX, RIS, CSL-JSON."""

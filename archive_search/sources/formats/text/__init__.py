"""Texts without mark-up, such as articles copied from a page."""

"""Dispatches of agencies: NewsML, NewsML-G2, NITF."""

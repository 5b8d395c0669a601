"""Saved web pages: what they declare, where their article is, what stands around it."""

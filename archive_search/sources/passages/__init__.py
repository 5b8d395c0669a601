"""Passages, paragraphs in the making: how a text is cut into them, what part each plays, and which do not belong."""

"""PDF: from letters with places to paragraphs in order."""

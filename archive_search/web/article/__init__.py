"""The page of one article: its text with matches and names, its family, its references, its file; and its twins."""

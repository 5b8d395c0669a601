"""The search page: the box, what was understood, hits, facets, the histogram; and its twins for programs."""

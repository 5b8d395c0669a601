"""From a query tree and a corpus to hits: evaluation, ranking, facets, marks and snippets."""

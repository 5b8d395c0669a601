"""Text of a query to its tree and back; knows neither an index nor an engine."""

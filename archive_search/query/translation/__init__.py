"""A query written anew for Europresse, Factiva or Nexis; see `archive_search.query.translation.translating`."""

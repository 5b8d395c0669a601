"""The records of an archive in one SQLite file: articles, paragraphs, files read, forms and commits."""

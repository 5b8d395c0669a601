"""The records of an archive in one SQLite file: articles and their texts, files read, labels and commits."""

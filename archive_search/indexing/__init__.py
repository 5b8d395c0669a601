"""The Whoosh index of an archive: one document a paragraph, keys and postings only.

What a segment is made of, and how it is written and read, is decided by one codec (`codec.ArchiveCodec`); the
modules above it see arrays of occurrences and columns, whatever the codec stores.
"""

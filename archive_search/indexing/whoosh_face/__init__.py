"""The face that the index shows to Whoosh: a codec over the same flat arrays, and the table of contents.

The program itself reads and writes segments without it; `whoosh.index.open_dir` opens an archive through it.
"""

"""The reader's desk: dossiers and saved searches, in a file of their own beside the records.

`opening` opens `desk.sqlite`, `dossiers` and `searches` read and write its tables, `seen` compares what a saved search
finds with what it found before. Whoever writes here waits for no indexing run, which holds the records.
"""

"""ZIP and tar files of all other formats."""

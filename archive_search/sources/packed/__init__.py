"""Files inside files: names, bounds and members of ZIP, tar and gzip."""
